import type { Attachment, Block, Citation, Document, FoundPassage } from '../api/types';
import { findSpan } from './match';
import type { Span } from './match';

/** A document, and the passage in it that is to be shown, if any. */
export interface Place {
  documentId: string;
  /** The session that it is read in; null outside one. */
  session: string | null;
  title: string;
  version: string | null;
  clause: string | null;
  page: number | null;
  passage: { start: number; end: number; quote: string } | null;
}

export function placeOfCitation(citation: Citation, session: string | null): Place {
  const { documentId, title, version, clause, page, start, end, quote } = citation;
  return { documentId, session, title, version, clause, page, passage: { start, end, quote } };
}

export function placeOfPassage(found: FoundPassage): Place {
  const { documentId, title, version, clause, page, start, end, text } = found;
  return { documentId, session: null, title, version, clause, page, passage: { start, end, quote: text } };
}

export function placeOfDocument(document: Document): Place {
  return { documentId: document.id, session: null, title: document.title, version: document.version, clause: null, page: null, passage: null };
}

/** A file that came with a question, from its beginning. */
export function placeOfFile(file: Attachment, session: string | null): Place {
  return { documentId: file.documentId, session, title: file.name, version: null, clause: null, page: null, passage: null };
}

/**
 * The stretch of each block to highlight, by block index. Offsets count in the document's text; where a block's text
 * is not exactly its stretch of that (a label apart, cells joined), the quote itself is looked for in the block.
 */
export function marksIn(blocks: Block[], passage: NonNullable<Place['passage']>): Map<number, Span> {
  const marks = new Map<number, Span>();
  const { start, end, quote } = passage;
  blocks.forEach((block, index) => {
    const from = Math.max(start, block.start);
    const to = Math.min(end, block.end);
    if (from >= to) return;
    if (block.text.length === block.end - block.start) {
      marks.set(index, { from: from - block.start, to: to - block.start });
    } else {
      const whole = block.kind === 'table' ? null : { from: 0, to: block.text.length };
      const span = findSpan(block.text, quote) ?? whole;
      if (span) marks.set(index, span);
    }
  });
  if (marks.size > 0) return marks;
  blocks.forEach((block, index) => {
    const span = marks.size === 0 ? findSpan(block.text, quote) : null;
    if (span) marks.set(index, span);
  });
  return marks;
}
