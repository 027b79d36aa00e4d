import type { SourceRun } from '../api/types';
import type { Translate } from '../i18n/language';

const COUNTS = ['added', 'changed', 'unchanged', 'gone', 'skipped', 'failed'] as const;

export type Count = (typeof COUNTS)[number];

/** What there is to tell of a run: each kind that is not zero, in a fixed order. */
export function counted(run: SourceRun, t: Translate): { kind: Count; text: string }[] {
  return COUNTS.filter((kind) => run[kind] > 0).map((kind) => ({ kind, text: t(`sources.count.${kind}`, { n: run[kind] }) }));
}

export function handled(run: SourceRun): number {
  return COUNTS.reduce((sum, kind) => sum + run[kind], 0);
}
