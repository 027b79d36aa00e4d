import { describe, expect, it } from 'vitest';
import type { Block } from '../api/types';
import { marksIn } from './place';

const block = (kind: Block['kind'], start: number, end: number, text: string): Block => ({ kind, start, end, text });
const blocks = [block('clause', 0, 10, '第一条 为规范采购。'), block('item', 11, 18, '（一）货物；'.padEnd(7)), block('row', 20, 60, '货物 采购部')];

describe('marksIn', () => {
  it('marks exactly the cited characters, over several blocks', () => {
    expect([...marksIn(blocks, { start: 4, end: 14, quote: '' })]).toEqual([
      [0, { from: 4, to: 10 }],
      [1, { from: 0, to: 3 }],
    ]);
  });

  it('looks for the quote where a block leaves characters out', () => {
    expect(marksIn(blocks, { start: 22, end: 30, quote: '采购部' }).get(2)).toEqual({ from: 3, to: 6 });
  });

  it('looks for the quote everywhere where the offsets hit nothing', () => {
    expect(marksIn(blocks, { start: 900, end: 910, quote: '规范采购' }).get(0)).toEqual({ from: 5, to: 9 });
  });
});
