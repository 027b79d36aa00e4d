import type { Language, Translate } from './language';
import type { TextKey } from './zh-CN';

const DAY = 86_400_000;

/** Whole days from `then`'s day to `now`'s day, in the reader's time zone. */
function daysBetween(then: Date, now: Date): number {
  const start = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((start(now) - start(then)) / DAY);
}

/** 今天 14:05, 昨天 09:30, 11月3日 14:05, 2025年12月31日. */
export function spokenTime(iso: string, now: Date, language: Language, t: Translate): string {
  const then = new Date(iso);
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(then);
  const days = daysBetween(then, now);
  if (days === 0) return t('time.today', { time });
  if (days === 1) return t('time.yesterday', { time });
  if (then.getFullYear() === now.getFullYear()) {
    return `${new Intl.DateTimeFormat(language, { month: language === 'en' ? 'short' : 'long', day: 'numeric' }).format(then)} ${time}`;
  }
  return new Intl.DateTimeFormat(language, { dateStyle: language === 'en' ? 'medium' : 'long' }).format(then);
}

/** To the second, for a hover. */
export function exactTime(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'medium', hourCycle: 'h23' }).format(new Date(iso));
}

/** The heading under which a day stands in the list of sessions. */
export function dayGroup(iso: string, now: Date): TextKey {
  const days = daysBetween(new Date(iso), now);
  if (days <= 0) return 'group.today';
  if (days === 1) return 'group.yesterday';
  if (days < 7) return 'group.week';
  if (days < 30) return 'group.month';
  return 'group.older';
}

/** 0.4 秒, 12 秒, 2 分 5 秒. */
export function duration(milliseconds: number, t: Translate): string {
  const seconds = milliseconds / 1000;
  if (seconds < 10) return t('time.seconds', { n: Math.max(0.1, seconds).toFixed(1) });
  const whole = Math.round(seconds);
  if (whole < 60) return t('time.seconds', { n: whole });
  return t('time.minutes', { m: Math.floor(whole / 60), s: whole % 60 });
}

export function percent(share: number, language: Language): string {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** The reader's day as yyyy-mm-dd. */
export function today(now: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
