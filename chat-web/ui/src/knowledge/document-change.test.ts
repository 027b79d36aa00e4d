import { describe, expect, it } from 'vitest';
import type { Document } from '../api/types';
import { dayBefore, difference, reverse, saidOf } from './document-change';

const document = {
  id: 'd1', file: 'a.md', title: '办法', tier: 'UNIT', org: '澜川集团/财务部', domain: '财务', tags: ['差旅'], clearance: '内部', owner: 'admin', sessionId: null,
  version: null, effectiveFrom: '2025-01-01', effectiveTo: null, supersedes: null, format: 'markdown', pages: null,
  addedAt: '2026-01-01T00:00:00Z', mayDelete: true, mayChange: true, sharedWithMe: false,
} satisfies Document;

describe('a change', () => {
  it('says only what differs', () => {
    expect(difference(document, saidOf(document))).toEqual({});
    expect(difference(document, { ...saidOf(document), clearance: '秘密', tags: [] })).toEqual({ clearance: '秘密', tags: [] });
  });

  it('takes back with null what is emptied', () => {
    expect(difference(document, { ...saidOf(document), domain: ' ', effectiveFrom: '' })).toEqual({ domain: null, effectiveFrom: null });
  });

  it('names a unit only for what is a unit’s', () => {
    expect(difference(document, { ...saidOf(document), tier: 'GROUP', org: '别处' })).toEqual({ tier: 'GROUP' });
    expect(difference(document, { ...saidOf(document), org: '澜川集团/法务部' })).toEqual({ org: '澜川集团/法务部' });
  });

  it('says the tier of what is for one session even where that stays', () => {
    const brought = { ...document, tier: 'PERSONAL' as const, sessionId: 's' };
    expect(difference(brought, saidOf(brought))).toEqual({ tier: 'PERSONAL' });
  });

  it('is undone by what was there before, place and owner together', () => {
    expect(reverse(document, { tier: 'PERSONAL', effectiveTo: '2026-01-01' })).toEqual({
      tier: 'UNIT', org: '澜川集团/财务部', owner: 'admin', effectiveTo: null,
    });
  });
});

it('ends what ends now yesterday, over the turn of a year too', () => {
  expect(dayBefore(new Date(2026, 0, 1, 0, 30))).toBe('2025-12-31');
});
