import { InboxOutlined } from '@ant-design/icons';
import { Form, Input, Select } from 'antd';
import { useRef, useState } from 'react';
import type { DragEvent } from 'react';
import type { UploadFields } from '../api/upload';
import type { Clearance, Tier, User } from '../api/types';
import { useAccount } from '../app/account';
import { useLanguage } from '../i18n/language';
import { UploadRow } from './UploadRow';
import type { Uploads } from './useUploads';

const ACCEPTED = [
  '.pdf,.docx,.xlsx,.pptx,.doc,.xls,.ppt,.wps,.et,.dps,.rtf,.odt,.ods,.odp,.epub',
  '.html,.htm,.mht,.mhtml,.md,.markdown,.txt,.csv,.tsv,.eml,.msg,.zip,.7z,.tar,.gz,.tgz,.bz2,.xz',
  '.png,.jpg,.jpeg,.tif,.tiff,.bmp,.gif,.webp',
].join(',');
export const CLEARANCES: Clearance[] = ['公开', '内部', '秘密', '机密'];
export const TIERS: Tier[] = ['PERSONAL', 'UNIT', 'GROUP'];

/** Everyone keeps documents of their own; those who keep the base add to their unit's. */
export function defaultsFor(user: User): { tier: Tier; org: string; clearance: Clearance } {
  const keeper = user.roles.includes('knowledge-manager') || user.roles.includes('admin');
  const groupOnly = !user.org.includes('/');
  return { tier: keeper ? (groupOnly ? 'GROUP' : 'UNIT') : 'PERSONAL', org: user.org, clearance: '内部' };
}

type Fields = Pick<UploadFields, 'tier' | 'org' | 'domain' | 'tags' | 'clearance' | 'effectiveFrom'>;

export function UploadCard({ uploads, onOpen }: { uploads: Uploads; onOpen: (documentId: string) => void }) {
  const { t } = useLanguage();
  const { user } = useAccount();
  const [form] = Form.useForm<Fields>();
  const tier = Form.useWatch('tier', form) as Tier | undefined;
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const keeper = defaultsFor(user).tier !== 'PERSONAL';

  const add = (files: FileList | null) => {
    if (!files || files.length === 0) return;
    const fields = form.getFieldsValue();
    const org = fields.tier === 'GROUP' ? (user.org.split('/')[0] ?? user.org) : fields.tier === 'PERSONAL' ? user.org : fields.org;
    uploads.add([...files], { ...fields, ...(org ? { org } : {}) });
  };
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add(event.dataTransfer.files);
  };

  return (
    <section className="upload" aria-label={t('knowledge.add')}>
      <div
        className={`drop${over ? ' over' : ''}`}
        onDragOver={(event) => (event.preventDefault(), setOver(true))}
        onDragLeave={() => setOver(false)}
        onDrop={dropped}
      >
        <InboxOutlined aria-hidden />
        <div>
          <button type="button" className="plain drop-button" onClick={() => input.current?.click()}>
            {t('knowledge.drop')}
          </button>
          <p className="quiet">{t('knowledge.dropHint')}</p>
        </div>
        <input
          ref={input}
          className="unseen"
          type="file"
          multiple
          accept={ACCEPTED}
          data-testid="upload-input"
          aria-label={t('knowledge.add')}
          tabIndex={-1}
          onChange={(event) => {
            add(event.target.files);
            event.target.value = '';
          }}
        />
      </div>
      <Form form={form} layout="vertical" className="upload-fields" initialValues={defaultsFor(user)}>
        <Form.Item name="tier" label={t('doc.tier')}>
          <Select
            options={TIERS.map((value) => ({ value, label: t(`doc.tier.${value}`), disabled: !keeper && value !== 'PERSONAL' }))}
          />
        </Form.Item>
        <Form.Item name="org" label={t('doc.org')} hidden={tier !== 'UNIT'}>
          <Input placeholder={t('users.orgHint')} />
        </Form.Item>
        <Form.Item name="clearance" label={t('doc.clearance')}>
          <Select options={CLEARANCES.map((value) => ({ value, label: t(`doc.clearance.${value}`) }))} />
        </Form.Item>
        <Form.Item name="effectiveFrom" label={t('doc.effectiveFrom')}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="domain" label={t('doc.domain')}>
          <Input />
        </Form.Item>
        <Form.Item name="tags" label={t('doc.tags')}>
          <Input placeholder={t('doc.tagsHint')} />
        </Form.Item>
      </Form>
      {uploads.items.length > 0 && (
        <ul className="upload-list">
          {uploads.items.map((item) => (
            <UploadRow key={item.key} item={item} uploads={uploads} onOpen={onOpen} />
          ))}
        </ul>
      )}
    </section>
  );
}

