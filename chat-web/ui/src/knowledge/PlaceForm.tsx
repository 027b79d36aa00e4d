import { AutoComplete, Button, Form, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { api } from '../api/client';
import type { Document } from '../api/types';
import { ErrorNote } from '../app/ErrorNote';
import { useLanguage } from '../i18n/language';
import { dayBefore, difference, reverse, saidOf } from './document-change';
import type { Said } from './document-change';
import { ClearanceField, TierField } from './PlaceFields';
import { useGrantees } from './useGrantees';
import { useUndo } from './useUndo';

interface Props {
  document: Document;
  onChanged: (document: Document) => void;
}

/** Where a document belongs and how long it counts. A change counts at once and can be taken back for a while. */
export function PlaceForm({ document, onChanged }: Props) {
  const { t } = useLanguage();
  const [form] = Form.useForm<Said>();
  const said = Form.useWatch([], form) as Said | undefined;
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const undoable = useUndo();
  const units = useGrantees('unit');
  const ended = dayBefore(new Date());

  useEffect(() => form.setFieldsValue(saidOf(document)), [form, document]);

  const change = async (next: Said) => {
    const wanted = difference(document, next);
    setBusy(true);
    setFailure(null);
    try {
      const now = await api.changeDocument(document.id, wanted, document.sessionId);
      onChanged(now);
      const undo = async () => onChanged(await api.changeDocument(document.id, reverse(document, wanted)));
      undoable(`change-${document.id}`, t(now.mayChange ? 'manage.saved' : 'manage.savedAway', { title: now.title }), now.mayChange && document.sessionId === null ? undo : null);
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  const changed = said !== undefined && said.tags !== undefined && Object.keys(difference(document, said)).length > 0;

  return (
    <Form form={form} name="manage" layout="vertical" requiredMark={false} initialValues={saidOf(document)} onFinish={(fields) => void change(fields)}>
      <Form.Item name="title" label={t('doc.title')}>
        <Input maxLength={500} />
      </Form.Item>
      <div className="manage-pair">
        <TierField testId="manage-tier" />
        <ClearanceField testId="manage-clearance" />
      </div>
      <Form.Item name="org" label={t('doc.org')} hidden={said?.tier !== 'UNIT'}>
        <AutoComplete
          placeholder={t('users.orgHint')}
          options={units.items.map((unit) => ({ value: unit.name }))}
          onSearch={units.search}
          onFocus={() => units.search('')}
        />
      </Form.Item>
      <div className="manage-pair">
        <Form.Item name="effectiveFrom" label={t('doc.effectiveFrom')}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="effectiveTo" label={t('doc.effectiveTo')}>
          <Input type="date" />
        </Form.Item>
      </div>
      <div className="manage-pair">
        <Form.Item name="domain" label={t('doc.domain')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="tags" label={t('doc.tags')}>
          <Select mode="tags" tokenSeparators={[',', '，', '、']} open={false} suffixIcon={null} />
        </Form.Item>
      </div>
      {failure !== null && <ErrorNote error={failure} />}
      <div className="manage-actions">
        <Button htmlType="submit" type="primary" loading={busy} disabled={!changed} data-testid="manage-save">
          {t(document.sessionId === null ? 'manage.save' : 'manage.keep')}
        </Button>
        {document.sessionId === null && (document.effectiveTo ?? '9999') > ended && (document.effectiveFrom ?? '') <= ended && (
          <Button
            disabled={busy}
            data-testid="manage-expire"
            onClick={() => void change({ ...saidOf(document), effectiveTo: ended })}
          >
            {t('manage.expire')}
          </Button>
        )}
      </div>
    </Form>
  );
}
