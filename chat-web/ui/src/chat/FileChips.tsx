import './files.css';
import { CloseOutlined, FileTextOutlined } from '@ant-design/icons';
import type { Attachment } from '../api/types';
import { useLanguage } from '../i18n/language';
import type { Translate } from '../i18n/language';
import { isPending, sizeText } from './attachments';
import type { Brought } from './attachments';

/** The files in the composer and how far each is. */
export function BroughtFiles({ files, onRemove }: { files: Brought[]; onRemove: (key: string) => void }) {
  const { t } = useLanguage();
  if (files.length === 0) return null;
  return (
    <ul className="files" aria-label={t('ask.files')}>
      {files.map((brought) => (
        <li
          key={brought.key}
          className={`file${brought.error !== null ? ' failed' : ''}`}
          data-testid="brought-file"
          data-status={brought.error !== null ? 'failed' : isPending(brought) ? 'pending' : 'ready'}
        >
          <FileTextOutlined aria-hidden />
          <span className="file-name" title={brought.name}>
            {brought.name}
          </span>
          <span className="file-state" role="status">
            {stateOf(brought, t)}
          </span>
          <button type="button" className="icon-button" aria-label={t('ask.fileRemove', { name: brought.name })} onClick={() => onRemove(brought.key)}>
            <CloseOutlined />
          </button>
        </li>
      ))}
    </ul>
  );
}

function stateOf(brought: Brought, t: Translate): string {
  const { file } = brought;
  if (brought.error !== null) return brought.error;
  if (file === null) return t('ask.fileSending', { percent: Math.floor(brought.sent * 100) });
  if (file.status === 'reading') {
    return file.total > 1 ? t('ask.fileReadingOf', { done: file.done, total: file.total }) : t('ask.fileReading');
  }
  const size = sizeText(brought.size);
  const whole = file.pages === null ? t('ask.fileReady', { size }) : t('ask.fileReadyPages', { size, pages: file.pages });
  return file.failed.length > 0 ? `${whole} · ${t('ask.filePartly', { n: file.failed.length })}` : whole;
}

/** The files that came with a question; each opens beside the answer. */
export function SentFiles({ files, onOpen }: { files: Attachment[]; onOpen: (file: Attachment) => void }) {
  const { t } = useLanguage();
  if (files.length === 0) return null;
  return (
    <ul className="files sent" aria-label={t('turn.files')}>
      {files.map((file) => (
        <li key={file.fileId}>
          <button type="button" className="file plain" data-testid="sent-file" aria-label={t('turn.openFile', { name: file.name })} onClick={() => onOpen(file)}>
            <FileTextOutlined aria-hidden />
            <span className="file-name">{file.name}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
