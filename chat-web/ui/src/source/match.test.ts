import { describe, expect, it } from 'vitest';
import { findSpan, locate } from './match';
import type { ItemSpan } from './match';

const textOf = (pages: string[][], spans: ItemSpan[]) => spans.map((span) => pages[span.page]?.[span.item]?.slice(span.from, span.to)).join('');

describe('findSpan', () => {
  it('takes no notice of white space and line breaks', () => {
    const original = '第九条  单项合同\n估算价 在400万元以上；必须招标。';
    const span = findSpan(original, '单项合同估算价在 400 万元以上');
    expect(span && original.slice(span.from, span.to)).toBe('单项合同\n估算价 在400万元以上');
  });

  it('takes compatible characters for the same', () => {
    const original = '额度为４００万元⼈民币。';
    const span = findSpan(original, '400万元人民币');
    expect(span && original.slice(span.from, span.to)).toBe('４００万元⼈民币');
  });

  it('finds nothing where the quote does not stand', () => {
    expect(findSpan('采购管理办法', '差旅费')).toBeNull();
    expect(findSpan('采购管理办法', ' ')).toBeNull();
  });

  it('keeps offsets right after characters of two units', () => {
    const original = '𠮷野家，招标公告';
    const span = findSpan(original, '招标公告');
    expect(span && original.slice(span.from, span.to)).toBe('招标公告');
  });
});

describe('locate', () => {
  it('runs over items and lines', () => {
    const pages = [['总则', '第九条 单项合同', '估算价在400万', '元以上；', '其他']];
    const spans = locate(pages, '单项合同估算价在400万元以上');
    expect(spans.map((span) => span.item)).toEqual([1, 2, 3]);
    expect(textOf(pages, spans)).toBe('单项合同估算价在400万元以上');
  });

  it('runs over to the next page, past its foot and head', () => {
    const pages = [
      ['重要设备、材料等货物的采购，', '— 3 —'],
      ['澜川集团采购管理办法', '单项合同估算价在200万元人民币以上。'],
    ];
    const spans = locate(pages, '重要设备、材料等货物的采购，单项合同估算价在200万元人民币以上。');
    expect(spans.map((span) => [span.page, span.item])).toEqual([[0, 0], [1, 1]]);
  });

  it('finds the pieces of a shortened quote', () => {
    const pages = [['下列项目必须公开招标：施工单项合同四百万元以上的项目应当报备。']];
    expect(textOf(pages, locate(pages, '必须公开招标……应当报备'))).toBe('必须公开招标应当报备');
  });

  it('marks nothing for a quote of which only a few characters occur', () => {
    expect(locate([['本办法自发布之日起施行']], '本办法适用于集团总部及各级子公司的全部采购活动')).toEqual([]);
  });
});
