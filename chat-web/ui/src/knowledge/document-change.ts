import type { Document, DocumentChange } from '../api/types';
import { today } from '../i18n/time';

/** What the form says of a document; an empty text is nothing said. */
export type Said = Pick<Document, 'title' | 'tier' | 'org' | 'clearance' | 'tags'> & {
  domain: string;
  effectiveFrom: string;
  effectiveTo: string;
};

export function saidOf(document: Document): Said {
  const { title, tier, org, clearance, tags } = document;
  return {
    title, tier, org, clearance, tags,
    domain: document.domain ?? '',
    effectiveFrom: document.effectiveFrom ?? '',
    effectiveTo: document.effectiveTo ?? '',
  };
}

/** Only what differs; null takes back what was said. The unit counts for a unit's document alone: the server knows the others'. */
export function difference(document: Document, said: Said): DocumentChange {
  const before = saidOf(document);
  const change: DocumentChange = {};
  if (said.title.trim() !== before.title) change.title = said.title.trim() || null;
  // what is for one session is for all once a tier is said
  if (said.tier !== before.tier || document.sessionId !== null) change.tier = said.tier;
  if (said.tier === 'UNIT' && said.org.trim() !== before.org) change.org = said.org.trim();
  if (said.clearance !== before.clearance) change.clearance = said.clearance;
  if (said.tags.join('\n') !== before.tags.join('\n')) change.tags = said.tags;
  if (said.domain.trim() !== before.domain) change.domain = said.domain.trim() || null;
  if (said.effectiveFrom !== before.effectiveFrom) change.effectiveFrom = said.effectiveFrom || null;
  if (said.effectiveTo !== before.effectiveTo) change.effectiveTo = said.effectiveTo || null;
  return change;
}

/** The change that makes the document again what it was before this one. */
export function reverse(before: Document, change: DocumentChange): DocumentChange {
  const back: DocumentChange = {};
  if ('title' in change) back.title = before.title;
  if ('tier' in change || 'org' in change) Object.assign(back, { tier: before.tier, org: before.org, owner: before.owner });
  if ('clearance' in change) back.clearance = before.clearance;
  if ('tags' in change) back.tags = before.tags;
  if ('domain' in change) back.domain = before.domain;
  if ('effectiveFrom' in change) back.effectiveFrom = before.effectiveFrom;
  if ('effectiveTo' in change) back.effectiveTo = before.effectiveTo;
  return back;
}

/** The last day in force of what ends now. */
export function dayBefore(now: Date): string {
  return today(new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1));
}
