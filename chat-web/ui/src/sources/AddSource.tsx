import { Button, Form, Input, InputNumber, Radio, Select } from 'antd';
import { useState } from 'react';
import { api } from '../api/client';
import type { NewSource, Source } from '../api/types';
import { useAccount } from '../app/account';
import { ErrorNote } from '../app/ErrorNote';
import { useLanguage } from '../i18n/language';
import { defaultsFor, PlaceFields } from '../knowledge/PlaceFields';

const KINDS = ['page', 'site'] as const;
export const SCHEDULES = ['none', 'daily', 'weekly'] as const;
const DEPTH = { usual: 3, most: 10 };
const PAGES = { usual: 200, most: 5000 };

type Fields = Omit<NewSource, 'tags'> & { tags?: string };

export function AddSource({ onAdded }: { onAdded: (source: Source) => void }) {
  const { t } = useLanguage();
  const { user } = useAccount();
  const [form] = Form.useForm<Fields>();
  const kind = Form.useWatch('kind', form) as Fields['kind'] | undefined;
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  const submit = async ({ tags, org, ...fields }: Fields) => {
    setBusy(true);
    setFailure(null);
    try {
      const source = await api.addSource({
        ...fields,
        tags: (tags ?? '').split(/[,，、]/),
        ...(fields.tier === 'UNIT' && org ? { org } : {}),
      });
      form.resetFields();
      onAdded(source);
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <section className="add-source" aria-label={t('sources.add')}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ ...defaultsFor(user), kind: 'site', depth: DEPTH.usual, maxPages: PAGES.usual, schedule: 'weekly' }}
        onFinish={(fields) => void submit(fields)}
      >
        <Form.Item
          name="url"
          label={t('sources.url')}
          rules={[{ required: true, pattern: /^\s*https?:\/\/\S/i, message: t('sources.urlNeeded') }]}
        >
          <Input placeholder={t('sources.urlHint')} inputMode="url" autoComplete="off" spellCheck={false} data-testid="source-url" />
        </Form.Item>
        <Form.Item name="kind" label={t('sources.kind')}>
          <Radio.Group optionType="button" options={KINDS.map((value) => ({ value, label: t(`sources.kind.${value}`) }))} />
        </Form.Item>
        <div className="source-fields">
          <Form.Item name="pathPrefix" label={t('sources.prefix')} hidden={kind !== 'site'}>
            <Input placeholder={t('sources.prefixHint')} />
          </Form.Item>
          <Form.Item name="depth" label={t('sources.depth')} hidden={kind !== 'site'}>
            <InputNumber min={0} max={DEPTH.most} precision={0} />
          </Form.Item>
          <Form.Item name="maxPages" label={t('sources.maxPages')} hidden={kind !== 'site'}>
            <InputNumber min={1} max={PAGES.most} precision={0} />
          </Form.Item>
          <Form.Item name="schedule" label={t('sources.schedule')}>
            <Select options={SCHEDULES.map((value) => ({ value, label: t(`sources.schedule.${value}`) }))} />
          </Form.Item>
          <PlaceFields />
        </div>
        {failure !== null && <ErrorNote error={failure} />}
        <Button htmlType="submit" type="primary" loading={busy} data-testid="source-add">
          {t('sources.add')}
        </Button>
      </Form>
    </section>
  );
}
