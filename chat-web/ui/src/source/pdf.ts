import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.min.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { locate } from './match';
import type { ItemSpan } from './match';
import type { Place } from './place';

// The legacy build, since browsers inside companies are often years old.
pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;

export const TextLayer = pdfjs.TextLayer;

/** Opens a PDF with everything it may need (character maps, standard fonts, decoders) from our own server. */
export function openPdf(data: ArrayBuffer) {
  return pdfjs.getDocument({
    data,
    cMapUrl: '/pdfjs/cmaps/',
    cMapPacked: true,
    standardFontDataUrl: '/pdfjs/standard_fonts/',
    wasmUrl: '/pdfjs/wasm/',
    iccUrl: '/pdfjs/iccs/',
    // WebAssembly and eval stay off: the page's security policy allows neither.
    useWasm: false,
    isEvalSupported: false,
    enableXfa: false,
  });
}

/** A page's text items, in the order in which the text layer shows them. */
export async function itemsOf(pdf: PDFDocumentProxy, page: number): Promise<string[]> {
  const content = await (await pdf.getPage(page)).getTextContent();
  return content.items.flatMap((item) => ('str' in item ? [item.str] : []));
}

/** A quote found in a PDF: the page where it begins, and what to highlight by page number. */
export interface FoundQuote {
  page: number;
  marks: Map<number, ItemSpan[]>;
}

const FARTHEST = 300;

/** Looks at the cited page and the one after it; then, or where no page is cited, from the first on. */
export async function findInPdf(pdf: PDFDocumentProxy, place: Place): Promise<FoundQuote | null> {
  if (!place.passage) return null;
  const { quote } = place.passage;
  const starts = place.page === null ? [] : [place.page, place.page - 1];
  for (let page = 1; page <= Math.min(pdf.numPages, FARTHEST); page++) if (!starts.includes(page)) starts.push(page);
  for (const start of starts) {
    if (start < 1 || start > pdf.numPages) continue;
    const pages = [await itemsOf(pdf, start)];
    if (start < pdf.numPages) pages.push(await itemsOf(pdf, start + 1));
    const spans = locate(pages, quote);
    if (spans.length === 0) continue;
    const marks = new Map<number, ItemSpan[]>();
    for (const span of spans) marks.set(start + span.page, [...(marks.get(start + span.page) ?? []), span]);
    return { page: Math.min(...marks.keys()), marks };
  }
  return null;
}
