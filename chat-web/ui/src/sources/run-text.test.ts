import { describe, expect, it } from 'vitest';
import type { SourceRun } from '../api/types';
import { translate } from '../i18n/language';
import type { TextKey } from '../i18n/zh-CN';
import { counted, handled } from './run-text';

const t = (key: TextKey, values?: Record<string, string | number>) => translate('zh-CN', key, values);
const run: SourceRun = {
  id: 'r', status: 'done', startedBy: null, startedAt: '2026-11-25T00:00:00Z', finishedAt: null, waiting: 9,
  added: 2, changed: 0, unchanged: 30, gone: 0, skipped: 0, failed: 1, error: null,
};

describe('a run', () => {
  it('tells what there is to tell and leaves out what there is not', () => {
    expect(counted(run, t).map((count) => count.text)).toEqual(['新增 2', '无变化 30', '失败 1']);
  });

  it('has handled every address that came to something', () => {
    expect(handled(run)).toBe(33);
  });
});
