import { describe, expect, it } from 'vitest';
import type { Job } from '../api/types';
import { progressOf, uploadReducer } from './upload-state';
import type { UploadAction, UploadItem } from './upload-state';

const job = (change: Partial<Job>): Job => ({
  id: 'j', name: 'a.pdf', status: 'running', cancelled: false, retryable: false, startedAt: '2026-01-01T00:00:00Z',
  files: { total: 1, done: 0, failed: 0 }, file: 'a.pdf', stage: 'parsing', done: 0, total: 10, documentId: null, outcome: null, contents: null, error: null,
  ...change,
});
const run = (...actions: UploadAction[]): UploadItem => actions.reduce(uploadReducer, [] as UploadItem[])[0] as UploadItem;
const started: UploadAction = { do: 'start', key: 'k', name: 'a.pdf' };
const accepted: UploadAction = { do: 'accepted', key: 'k', jobId: 'j' };

describe('uploadReducer', () => {
  it('goes from sending over processing to done, never backwards', () => {
    const states = [
      run(started),
      run(started, { do: 'sent', key: 'k', sent: 5, total: 10 }),
      run(started, accepted),
      run(started, accepted, { do: 'job', key: 'k', job: job({ done: 5 }) }),
      run(started, accepted, { do: 'job', key: 'k', job: job({ stage: 'encoding', done: 1 }) }),
      run(started, accepted, { do: 'job', key: 'k', job: job({ stage: 'indexing', done: 10 }) }),
      run(started, accepted, { do: 'job', key: 'k', job: job({ stage: 'done', status: 'done', documentId: 'd' }) }),
    ];
    const progress = states.map(progressOf);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress.at(-1)).toBe(100);
    expect(states.map((state) => state.phase)).toEqual(['sending', 'sending', 'processing', 'processing', 'processing', 'processing', 'done']);
  });

  it('keeps the reason why a job failed', () => {
    const error = { title: 't', status: 400, code: 'document-unreadable', detail: '文件打不开' };
    expect(run(started, accepted, { do: 'job', key: 'k', job: job({ status: 'failed', error }) })).toMatchObject({
      phase: 'failed', error: { code: 'document-unreadable', detail: '文件打不开' },
    });
  });

  it('tells a cancelled upload from a failed one', () => {
    expect(run(started, { do: 'failed', key: 'k', code: 'cancelled', detail: '' }).phase).toBe('cancelled');
    expect(run(started, { do: 'failed', key: 'k', code: 'too-large', detail: '' }).phase).toBe('failed');
  });

  it('goes on after the server could not be asked for a while', () => {
    const blind = run(started, accepted, { do: 'unseen', key: 'k' });
    expect(blind).toMatchObject({ phase: 'processing', outOfSight: true });
    expect(uploadReducer([blind], { do: 'job', key: 'k', job: job({}) })[0]?.outOfSight).toBe(false);
  });

  it('begins anew on a retry and follows a job once', () => {
    expect(run(started, { do: 'failed', key: 'k', code: 'x', detail: '' }, started)).toMatchObject({ phase: 'sending', error: null });
    const follow: UploadAction = { do: 'follow', key: 'j', name: '', jobId: 'j' };
    expect([follow, follow].reduce(uploadReducer, [] as UploadItem[]).length).toBe(1);
  });
});
