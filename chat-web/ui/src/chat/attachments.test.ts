import { describe, expect, test } from 'vitest';
import type { BroughtFile } from '../api/types';
import { attachmentsOf, isPending, isReady, sizeText, withFile } from './attachments';
import type { Brought } from './attachments';

const dropped: Brought = { key: 'k', name: '合同.pdf', size: 5, sent: 0, file: null, error: null };
const file = (status: BroughtFile['status']): BroughtFile => ({
  fileId: 'f', name: '合同.pdf', bytes: 5, status, sessionId: null, done: 0, total: 0, pages: null, passages: 0,
  documentIds: status === 'ready' ? ['d1', 'd2'] : [], failed: [],
  problem: status === 'failed' ? { type: '', title: '', status: 422, code: 'file-corrupt', detail: '文件坏了' } : null,
});

describe('files in the composer', () => {
  test('wait until they were read, and only those that were go with a question', () => {
    const all = [dropped, withFile(dropped, file('reading')), withFile(dropped, file('ready')), withFile(dropped, file('failed'))];
    expect(all.map(isPending)).toEqual([true, true, false, false]);
    expect(all.map(isReady)).toEqual([false, false, true, false]);
    expect(attachmentsOf(all)).toEqual([{ fileId: 'f', name: '合同.pdf', documentId: 'd1', documentIds: ['d1', 'd2'] }]);
  });

  test('say why they could not be read', () => {
    expect(withFile(dropped, file('failed')).error).toBe('文件坏了');
  });

  test('tell their size as people do', () => {
    expect([10, 812 * 1024, 3.4 * 1024 * 1024].map(sizeText)).toEqual(['1 KB', '812 KB', '3.4 MB']);
  });
});
