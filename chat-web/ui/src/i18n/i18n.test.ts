import { describe, expect, it } from 'vitest';
import { en } from './en';
import { translate } from './language';
import { dayGroup, duration, spokenTime, today } from './time';
import { zhCN } from './zh-CN';
import type { TextKey } from './zh-CN';

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
const keys = Object.keys(zhCN) as TextKey[];

describe('texts', () => {
  it('exist in both languages', () => {
    expect(Object.keys(en).sort()).toEqual([...keys].sort());
  });

  it('are never empty and take the same values in both languages', () => {
    for (const key of keys) {
      expect(zhCN[key] && en[key], key).not.toBe('');
      expect(placeholders(en[key]), key).toEqual(placeholders(zhCN[key]));
    }
  });

  it('shout at nobody', () => {
    for (const key of keys) expect(zhCN[key] + en[key], key).not.toMatch(/[!！]|抱歉|对不起|sorry/i);
  });

  it('fill in values and leave unknown ones visible', () => {
    expect(translate('zh-CN', 'turn.searched', { n: 26 })).toBe('查了 26 份文件');
    expect(translate('en', 'turn.searched')).toBe('{n} documents searched');
  });
});

describe('times', () => {
  const t = (key: TextKey, values?: Record<string, string | number>) => translate('zh-CN', key, values);
  const now = new Date(2026, 10, 23, 15, 0);
  const iso = (year: number, month: number, date: number, hour = 14, minute = 5) => new Date(year, month, date, hour, minute).toISOString();

  it('are said as people say them', () => {
    expect(spokenTime(iso(2026, 10, 23), now, 'zh-CN', t)).toBe('今天 14:05');
    expect(spokenTime(iso(2026, 10, 22, 23, 59), now, 'zh-CN', t)).toBe('昨天 23:59');
    expect(spokenTime(iso(2026, 10, 3), now, 'zh-CN', t)).toBe('11月3日 14:05');
    expect(spokenTime(iso(2025, 11, 31), now, 'zh-CN', t)).toBe('2025年12月31日');
  });

  it('group by the day, not by 24 hours', () => {
    const early = new Date(2026, 10, 23, 0, 10);
    expect(dayGroup(iso(2026, 10, 22, 23, 50), early)).toBe('group.yesterday');
    expect(dayGroup(iso(2026, 10, 23, 0, 5), early)).toBe('group.today');
    expect(dayGroup(iso(2026, 10, 17), early)).toBe('group.week');
    expect(dayGroup(iso(2026, 9, 30), early)).toBe('group.month');
    expect(dayGroup(iso(2025, 1, 1), early)).toBe('group.older');
  });

  it('lengths are short to read', () => {
    expect(duration(420, t)).toBe('0.4 秒');
    expect(duration(12_300, t)).toBe('12 秒');
    expect(duration(125_000, t)).toBe('2 分 5 秒');
  });

  it('a day is the reader’s own', () => {
    expect(today(new Date(2026, 0, 5, 0, 1))).toBe('2026-01-05');
  });
});
