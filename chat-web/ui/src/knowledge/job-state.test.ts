import { describe, expect, it } from 'vitest';
import type { Job } from '../api/types';
import { jobPercent, shownJobs } from './job-state';

const job = (change: Partial<Job>): Job => ({
  id: 'j', name: '制度', status: 'running', cancelled: false, retryable: false, startedAt: '2026-01-01T00:00:00Z',
  files: { total: 4, done: 1, failed: 0 }, file: 'a.pdf', stage: 'encoding', done: 5, total: 10, documentId: null, outcome: null, contents: null, error: null,
  ...change,
});

describe('jobPercent', () => {
  it('counts ended files and goes on within the current one', () => {
    const percents = [
      job({ status: 'queued', stage: 'queued', files: { total: 4, done: 0, failed: 0 } }),
      job({ files: { total: 4, done: 0, failed: 0 }, stage: 'parsing', done: 0, total: 1 }),
      job({}),
      job({ stage: 'indexing', done: 0 }),
      job({ files: { total: 4, done: 1, failed: 1 }, stage: 'parsing', done: 0 }),
      job({ status: 'failed', files: { total: 4, done: 3, failed: 1 } }),
    ].map(jobPercent);
    expect(percents).toEqual([...percents].sort((a, b) => a - b));
    expect(percents[0]).toBe(0);
    expect(percents.at(-1)).toBe(100);
  });

  it('is never whole before the last file has ended', () => {
    expect(jobPercent(job({ files: { total: 1000, done: 999, failed: 0 }, stage: 'indexing', done: 10 }))).toBe(99);
  });
});

const whole = { added: 1, changed: 0, unchanged: 0, removed: 0, failed: [] };
const error = { type: 'about:blank', title: '', status: 422, code: 'file-corrupt', detail: '' };

describe('shownJobs', () => {
  it('leaves out what was done whole before and what has a row of its own', () => {
    const jobs = [
      job({ id: 'runs' }),
      job({ id: 'failed', status: 'failed' }),
      job({ id: 'old', status: 'done' }),
      job({ id: 'archive', status: 'done', contents: { ...whole, failed: [{ file: 'a.zip/b.pdf', error }] } }),
      job({ id: 'whole', status: 'done', contents: whole }),
      job({ id: 'seen', status: 'done' }),
      job({ id: 'own' }),
    ];
    expect(shownJobs(jobs, new Set(['seen']), new Set(['own'])).map((each) => each.id)).toEqual(['runs', 'failed', 'archive', 'seen']);
  });
});
