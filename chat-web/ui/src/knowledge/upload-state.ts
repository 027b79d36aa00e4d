import type { Job } from '../api/types';

/** A file on its way into the knowledge base. */
export interface UploadItem {
  key: string;
  name: string;
  phase: 'sending' | 'processing' | 'done' | 'failed' | 'cancelled';
  /** Share of the file that has been sent, 0 to 1. */
  sent: number;
  jobId: string | null;
  job: Job | null;
  /** True while the server could not be asked how far the job is. */
  outOfSight: boolean;
  error: { code: string; detail: string } | null;
}

export type UploadAction =
  | { do: 'start'; key: string; name: string }
  | { do: 'follow'; key: string; name: string; jobId: string }
  | { do: 'sent'; key: string; sent: number; total: number }
  | { do: 'accepted'; key: string; jobId: string }
  | { do: 'job'; key: string; job: Job }
  | { do: 'unseen'; key: string }
  | { do: 'failed'; key: string; code: string; detail: string }
  | { do: 'remove'; key: string };

const fresh = (key: string, name: string): UploadItem => ({
  key, name, phase: 'sending', sent: 0, jobId: null, job: null, outOfSight: false, error: null,
});

export function uploadReducer(items: UploadItem[], action: UploadAction): UploadItem[] {
  if (action.do === 'start') return [...items.filter((item) => item.key !== action.key), fresh(action.key, action.name)];
  if (action.do === 'follow') {
    if (items.some((item) => item.key === action.key)) return items;
    return [...items, { ...fresh(action.key, action.name), phase: 'processing', sent: 1, jobId: action.jobId }];
  }
  if (action.do === 'remove') return items.filter((item) => item.key !== action.key);
  return items.map((item) => (item.key === action.key ? changed(item, action) : item));
}

function changed(item: UploadItem, action: Exclude<UploadAction, { do: 'start' | 'follow' | 'remove' }>): UploadItem {
  switch (action.do) {
    case 'sent':
      return { ...item, sent: action.total > 0 ? action.sent / action.total : 0 };
    case 'accepted':
      return { ...item, phase: 'processing', sent: 1, jobId: action.jobId };
    case 'unseen':
      return { ...item, outOfSight: true };
    case 'failed':
      return { ...item, phase: action.code === 'cancelled' ? 'cancelled' : 'failed', error: { code: action.code, detail: action.detail } };
    case 'job': {
      const { job } = action;
      const phase = job.status === 'done' ? 'done' : job.status === 'failed' ? 'failed' : 'processing';
      const error = job.error ? { code: job.error.code, detail: job.error.detail } : null;
      return { ...item, name: job.file || item.name, phase, job, outOfSight: false, error };
    }
  }
}

const STAGES = ['queued', 'parsing', 'encoding', 'indexing', 'done'] as const;

/** Progress from 0 to 100: sending is the first quarter, each stage of the job a quarter of the rest. */
export function progressOf(item: UploadItem): number {
  if (item.phase === 'done') return 100;
  if (!item.job) return Math.round(item.sent * 25);
  const stage = Math.max(0, STAGES.indexOf(item.job.stage) - 1);
  const within = item.job.stage !== 'queued' && item.job.total > 0 ? Math.min(1, item.job.done / item.job.total) : 0;
  return Math.min(99, Math.round(25 + (stage + within) * 25));
}
