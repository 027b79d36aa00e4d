import { Button, Progress } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { api } from '../api/client';
import type { Job, JobFile } from '../api/types';
import { ErrorNote } from '../app/ErrorNote';
import { useLanguage } from '../i18n/language';
import type { Translate } from '../i18n/language';
import { goesOn, jobPercent } from './job-state';
import { UploadContents } from './UploadContents';
import type { Jobs } from './useJobs';

/** The file that is being added and what is being done with it. */
export function currentText(job: Job, t: Translate): string {
  if (job.cancelled && goesOn(job)) return t('jobs.cancelling');
  if (job.status === 'queued') return t('jobs.waiting');
  // what came of the files inside stands below
  if (job.status === 'failed' || (job.status === 'done' && job.contents)) return '';
  if (job.status === 'done') return t('jobs.done');
  const stage = t(`upload.${job.stage}`);
  const far = job.total > 0 && job.stage !== 'queued' ? t('upload.items', { stage, done: job.done, total: job.total }) : stage;
  return t('jobs.at', { file: job.file, stage: far });
}

export function JobList({ jobs }: { jobs: Jobs }) {
  const { t } = useLanguage();
  if (jobs.items.length === 0 && jobs.failure === null) return null;
  return (
    <section className="jobs" aria-label={t('jobs.title')}>
      <h2>{t('jobs.title')}</h2>
      {jobs.failure !== null && <ErrorNote error={jobs.failure} />}
      <ul className="upload-list">
        {jobs.items.map((job) => (
          <JobRow key={job.id} job={job} jobs={jobs} />
        ))}
      </ul>
    </section>
  );
}

function JobRow({ job, jobs }: { job: Job; jobs: Jobs }) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  const running = goesOn(job);
  return (
    <li data-testid="job" data-id={job.id} data-status={job.status}>
      <div className="upload-row">
        <span className="name">{job.name}</span>
        <span className="figures">{t('jobs.files', { done: job.files.done, total: job.files.total })}</span>
        {job.files.failed > 0 && <span className="failed">{t('jobs.failedFiles', { n: job.files.failed })}</span>}
        <span className="quiet" role="status">
          {currentText(job, t)}
        </span>
        {job.files.failed > 0 && (
          <Button size="small" type="link" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t('jobs.showFailed')}
          </Button>
        )}
        {job.retryable && !running && (
          <Button size="small" type="link" onClick={() => jobs.retry(job.id, null)}>
            {t('jobs.retryAll')}
          </Button>
        )}
        {(!running || !job.cancelled) && (
          <Button size="small" type="link" onClick={() => jobs.cancel(job.id)}>
            {t(running ? 'jobs.cancel' : 'jobs.remove')}
          </Button>
        )}
      </div>
      {running && <Progress percent={jobPercent(job)} size="small" showInfo={false} />}
      {job.contents && <UploadContents contents={job.contents} />}
      {open && <FailedFiles key={job.files.failed} job={job} jobs={jobs} />}
    </li>
  );
}

function FailedFiles({ job, jobs }: { job: Job; jobs: Jobs }) {
  const { t } = useLanguage();
  const { files, more, failure } = useFailedFiles(job.id);
  return (
    <ul className="failed-files">
      {failure !== null && <ErrorNote error={failure} />}
      {files.map((file) => (
        <li key={file.id} data-testid="failed-file">
          <span className="name">{file.file}</span>{' '}
          <span>
            {file.error?.detail ?? t('error.unknown')}{' '}
            {file.error && <span className="code">{t('error.code', { code: file.error.code })}</span>}
          </span>
          {file.retryable && (
            <Button size="small" type="link" onClick={() => jobs.retry(job.id, file.id)}>
              {t('jobs.retry')}
            </Button>
          )}
        </li>
      ))}
      {more && (
        <li>
          <Button size="small" onClick={more}>
            {t('jobs.moreFailed')}
          </Button>
        </li>
      )}
    </ul>
  );
}

function useFailedFiles(jobId: string) {
  const [files, setFiles] = useState<JobFile[]>([]);
  const [next, setNext] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const load = useCallback(
    (after: string | null) => {
      api.failedFiles(jobId, after).then((page) => {
        setFiles((old) => [...(after === null ? [] : old), ...page.items]);
        setNext(page.next);
      }, setFailure);
    },
    [jobId],
  );
  useEffect(() => load(null), [load]);
  return { files, failure, more: next === null ? null : () => load(next) };
}
