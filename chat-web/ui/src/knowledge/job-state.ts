import type { Job } from '../api/types';

/** Files that have ended, out of all, from 0 to 100; within the file that is being added, by its stage. */
export function jobPercent(job: Job): number {
  const ended = job.files.done + job.files.failed;
  if (ended === job.files.total) return 100;
  const stage = Math.max(0, ['queued', 'parsing', 'encoding', 'indexing'].indexOf(job.stage) - 1);
  const within = job.status === 'running' && job.stage !== 'queued' && job.total > 0 ? (stage + job.done / job.total) / 3 : 0;
  return Math.min(99, Math.round(((ended + Math.min(0.99, within)) / job.files.total) * 100));
}

export const goesOn = (job: Job): boolean => job.status === 'queued' || job.status === 'running';

/**
 * What the list shows: what goes on, what has failed or holds files that have, and what ended while it was looked at. Jobs that have a row
 * of their own above are left out.
 */
export function shownJobs(jobs: Job[], seen: ReadonlySet<string>, elsewhere: ReadonlySet<string>): Job[] {
  const failed = (job: Job) => job.status === 'failed' || (job.contents?.failed.length ?? 0) > 0;
  return jobs.filter((job) => !elsewhere.has(job.id) && (goesOn(job) || failed(job) || seen.has(job.id)));
}
