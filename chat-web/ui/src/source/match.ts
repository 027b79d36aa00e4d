/** A stretch of text, end excluded, in UTF-16 units. */
export interface Span {
  from: number;
  to: number;
}

/** A stretch of one text item of one page, both counted from 0 in what was searched. */
export interface ItemSpan extends Span {
  page: number;
  item: number;
}

interface Folded {
  text: string;
  /** For each unit of `text`, the offset in the original that it came from. */
  at: number[];
}

const IGNORED = /[\s\u200b-\u200d\u2060\ufeff\u00ad|｜]/u;
/** Shorter pieces occur by chance. */
const SHORTEST = 8;

/** Leaves out white space, line breaks and cell bars, and makes compatible characters (Ａ, ⼀, ﬁ) the same. */
export function fold(original: string): Folded {
  let text = '';
  const at: number[] = [];
  let offset = 0;
  for (const character of original) {
    if (!IGNORED.test(character)) {
      const same = character.normalize('NFKC').replace(/\s/g, '').toLowerCase();
      for (let i = 0; i < same.length; i++) at.push(offset);
      text += same;
    }
    offset += character.length;
  }
  return { text, at };
}

/** Where `quote` stands in folded text: whole; else its pieces between ellipses; else its beginning and its end. */
export function findPieces(text: string, quote: string): Span[] {
  const needle = fold(quote).text;
  if (needle === '') return [];
  const whole = text.indexOf(needle);
  if (whole >= 0) return [{ from: whole, to: whole + needle.length }];
  const pieces = quote.split(/…+|\.{3,}/).map((piece) => fold(piece).text).filter((piece) => piece.length >= 4);
  if (pieces.length > 1) {
    const spans: Span[] = [];
    let after = 0;
    for (const piece of pieces) {
      const from = text.indexOf(piece, after);
      if (from < 0) continue;
      spans.push({ from, to: from + piece.length });
      after = from + piece.length;
    }
    if (spans.length > 0) return spans;
  }
  return beginningAndEnd(text, needle);
}

/** A passage that a page's foot and head interrupt: the longest beginning found, and after it the longest end. */
function beginningAndEnd(text: string, needle: string): Span[] {
  const head = longest(SHORTEST, needle.length, (n) => text.indexOf(needle.slice(0, n)));
  if (!head) return [];
  const first = { from: head.at, to: head.at + head.length };
  const tail = longest(SHORTEST, needle.length - head.length, (n) => text.indexOf(needle.slice(needle.length - n), first.to));
  if (tail) return [first, { from: tail.at, to: tail.at + tail.length }];
  return head.length >= needle.length / 2 ? [first] : [];
}

/** The greatest length for which `find` gives a place; where one is found, every shorter one is too. */
function longest(low: number, high: number, find: (length: number) => number): { at: number; length: number } | null {
  let best: { at: number; length: number } | null = null;
  while (low <= high) {
    const length = (low + high) >> 1;
    const at = find(length);
    if (at >= 0) {
      best = { at, length };
      low = length + 1;
    } else {
      high = length - 1;
    }
  }
  return best;
}

/** Where a quote stands in a text, in the text's own offsets. */
export function findSpan(original: string, quote: string): Span | null {
  const { text, at } = fold(original);
  const pieces = findPieces(text, quote);
  const first = pieces[0];
  const last = pieces.at(-1);
  if (!first || !last) return null;
  return { from: at[first.from] ?? 0, to: (at[last.to - 1] ?? 0) + 1 };
}

/** Where a quote stands in pages of text items, as a PDF has them; it may run over items, lines and pages. */
export function locate(pages: readonly (readonly string[])[], quote: string): ItemSpan[] {
  let text = '';
  const places: { page: number; item: number; offset: number }[] = [];
  pages.forEach((items, page) =>
    items.forEach((item, index) => {
      const folded = fold(item);
      text += folded.text;
      for (const offset of folded.at) places.push({ page, item: index, offset });
    }),
  );
  const found: ItemSpan[] = [];
  for (const piece of findPieces(text, quote)) {
    for (let i = piece.from; i < piece.to; i++) {
      const place = places[i];
      if (!place) continue;
      const last = i > piece.from ? found.at(-1) : undefined;
      if (last && last.page === place.page && last.item === place.item) last.to = place.offset + 1;
      else found.push({ page: place.page, item: place.item, from: place.offset, to: place.offset + 1 });
    }
  }
  return found;
}
