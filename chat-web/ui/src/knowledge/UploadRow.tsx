import { Button, Progress } from 'antd';
import { useLanguage } from '../i18n/language';
import type { Language, Translate } from '../i18n/language';
import { percent } from '../i18n/time';
import { UploadContents } from './UploadContents';
import { progressOf } from './upload-state';
import type { UploadItem } from './upload-state';
import type { Uploads } from './useUploads';

/** What is being done with a file, and how far. */
export function stageText(item: UploadItem, t: Translate, language: Language): string {
  if (item.outOfSight && item.phase === 'processing') return t('upload.lostSight');
  switch (item.phase) {
    case 'sending':
      return t('upload.sending', { percent: percent(item.sent, language) });
    case 'done':
      return t('upload.done');
    case 'failed':
      return t('upload.failed');
    case 'cancelled':
      return t('upload.cancelled');
    case 'processing': {
      const { job } = item;
      if (!job) return t('upload.queued');
      const stage = t(`upload.${job.stage}`);
      return job.total > 0 && job.stage !== 'queued' ? t('upload.items', { stage, done: job.done, total: job.total }) : stage;
    }
  }
}

export function UploadRow({ item, uploads, onOpen }: { item: UploadItem; uploads: Uploads; onOpen: (documentId: string) => void }) {
  const { t, language } = useLanguage();
  const over = item.phase === 'failed' || item.phase === 'cancelled';
  const documentId = item.job?.documentId;
  return (
    <li data-testid="job-progress" data-phase={item.phase} data-stage={item.job?.stage ?? 'sending'}>
      <div className="upload-row">
        <span className="name">{item.name}</span>
        <span className="quiet" role="status">
          {stageText(item, t, language)}
        </span>
        {item.phase === 'sending' && (
          <Button size="small" type="link" onClick={() => uploads.cancel(item.key)}>
            {t('upload.cancel')}
          </Button>
        )}
        {item.phase === 'processing' && item.jobId && (
          <Button size="small" type="link" onClick={() => uploads.cancelJob(item.key, item.jobId ?? '')}>
            {t('jobs.cancel')}
          </Button>
        )}
        {item.phase === 'failed' && item.job?.retryable && (
          <Button size="small" type="link" onClick={() => uploads.retryJob(item.key, item.job?.id ?? '')}>
            {t('upload.retry')}
          </Button>
        )}
        {item.phase === 'done' && documentId && (
          <Button size="small" type="link" onClick={() => onOpen(documentId)}>
            {t('upload.open')}
          </Button>
        )}
        {over && !item.jobId && (
          <Button size="small" type="link" onClick={() => uploads.retry(item.key)}>
            {t('upload.retry')}
          </Button>
        )}
        {(over || item.phase === 'done') && (
          <Button size="small" type="link" onClick={() => uploads.remove(item.key)}>
            {t('upload.remove')}
          </Button>
        )}
      </div>
      {!over && item.phase !== 'done' && <Progress percent={progressOf(item)} size="small" showInfo={false} />}
      {item.job?.contents && <UploadContents contents={item.job.contents} />}
      {item.error && item.phase === 'failed' && (
        <p className="error-note" role="alert">
          {item.error.detail || t('error.unknown')} <span className="code">{t('error.code', { code: item.error.code })}</span>
        </p>
      )}
    </li>
  );
}
