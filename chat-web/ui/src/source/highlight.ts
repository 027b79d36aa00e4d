import type { ItemSpan } from './match';

/** Marks stretches of a text layer's items, and takes away earlier marks. */
export function highlight(divs: readonly HTMLElement[], items: readonly string[], spans: readonly ItemSpan[]): void {
  divs.forEach((div, index) => {
    const text = items[index] ?? '';
    const own = spans.filter((span) => span.item === index);
    if (own.length === 0) {
      if (div.querySelector('mark')) div.textContent = text;
      return;
    }
    const nodes: Node[] = [];
    let from = 0;
    for (const span of own) {
      if (span.from > from) nodes.push(document.createTextNode(text.slice(from, span.from)));
      const mark = document.createElement('mark');
      mark.dataset['testid'] = 'highlight';
      mark.textContent = text.slice(span.from, span.to);
      nodes.push(mark);
      from = span.to;
    }
    if (from < text.length) nodes.push(document.createTextNode(text.slice(from)));
    div.replaceChildren(...nodes);
  });
}
