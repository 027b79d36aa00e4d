import type { Citation } from '../api/types';
import type { Translate } from '../i18n/language';

type Dated = Pick<Citation, 'effectiveFrom' | 'effectiveTo'>;

/** 2024-07-01 起施行, or from and to where it has ended. */
export function inForce({ effectiveFrom, effectiveTo }: Dated, t: Translate): string | null {
  if (effectiveFrom && effectiveTo) return t('cite.range', { from: effectiveFrom, to: effectiveTo });
  if (effectiveFrom) return t('cite.inForce', { date: effectiveFrom });
  return effectiveTo ? t('cite.until', { date: effectiveTo }) : null;
}

export function versionText(version: string | null, t: Translate): string | null {
  if (!version) return null;
  // A version that already says what it is (修订版, v2) stands as it is.
  return /^[\d.\-/年月]+$/.test(version) ? t('cite.version', { version }) : version;
}

/** Version, clause, page and dates in one line, leaving out what is not known. */
export function citationDetails(citation: Citation, t: Translate): string {
  return [
    citation.clause,
    versionText(citation.version, t),
    citation.page === null ? null : t('cite.page', { n: citation.page }),
    inForce(citation, t),
  ]
    .filter(Boolean)
    .join(' · ');
}

export function titled(title: string): string {
  return /^[《<"]/.test(title) || !/[\u4e00-\u9fff]/.test(title) ? title : `《${title}》`;
}

/** The answer as plain text with its sources as footnotes, for pasting elsewhere. */
export function withFootnotes(text: string, citations: Citation[], t: Translate, unsourced = false): string {
  const notes = citations.map((citation) => `[${citation.n}] ${titled(citation.title)} ${citationDetails(citation, t)}`);
  const label = t(unsourced ? 'turn.labelUnsourced' : 'turn.label');
  return [text.trim(), ...(notes.length > 0 ? [`${t('turn.sources')}\n${notes.join('\n')}`] : []), label].join('\n\n');
}
