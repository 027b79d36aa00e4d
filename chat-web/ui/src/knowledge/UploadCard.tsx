import { InboxOutlined } from '@ant-design/icons';
import { Form, Input } from 'antd';
import { useRef, useState } from 'react';
import type { DragEvent } from 'react';
import type { UploadFields } from '../api/upload';
import { useAccount } from '../app/account';
import { useLanguage } from '../i18n/language';
import { defaultsFor, PlaceFields } from './PlaceFields';
import { UploadRow } from './UploadRow';
import type { Uploads } from './useUploads';

const ACCEPTED = [
  '.pdf,.docx,.xlsx,.pptx,.doc,.xls,.ppt,.wps,.et,.dps,.rtf,.odt,.ods,.odp,.epub',
  '.html,.htm,.mht,.mhtml,.md,.markdown,.txt,.csv,.tsv,.eml,.msg,.zip,.7z,.tar,.gz,.tgz,.bz2,.xz',
  '.png,.jpg,.jpeg,.tif,.tiff,.bmp,.gif,.webp',
].join(',');

type Fields = Pick<UploadFields, 'tier' | 'org' | 'domain' | 'tags' | 'clearance' | 'effectiveFrom'>;

export function UploadCard({ uploads, onOpen }: { uploads: Uploads; onOpen: (documentId: string) => void }) {
  const { t } = useLanguage();
  const { user } = useAccount();
  const [form] = Form.useForm<Fields>();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

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
        <PlaceFields />
        <Form.Item name="effectiveFrom" label={t('doc.effectiveFrom')}>
          <Input type="date" />
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
