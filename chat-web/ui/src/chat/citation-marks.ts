/** The little of a Markdown tree (mdast) that is needed here. */
interface Node {
  type: string;
  value?: string;
  children?: Node[];
  data?: { hName: string; hProperties: Record<string, string | string[]> };
}

const MARK = /\[(\d{1,3}(?:\s*[,，、]\s*\d{1,3})*)\]/g;
const LITERAL = new Set(['code', 'inlineCode', 'html', 'link', 'linkReference', 'definition']);

/**
 * A Markdown plugin: `[1]` and `[1, 2]` in running text become `cite` elements with the number in `data-n`, held to the
 * characters before them: alone at the start of a line, a mark belongs to nothing.
 */
export function citationMarks() {
  return (tree: Node) => mark(tree);
}

function mark(node: Node): void {
  if (!node.children || LITERAL.has(node.type)) return;
  node.children = node.children.flatMap((child) => {
    if (child.type === 'text' && child.value !== undefined) return split(child.value);
    mark(child);
    return [child];
  });
}

function split(text: string): Node[] {
  const nodes: Node[] = [];
  let from = 0;
  let kept: Node[] = nodes;
  for (const match of text.matchAll(MARK)) {
    if (match.index > from) {
      const before = text.slice(from, match.index);
      const end = /\S{0,2}$/u.exec(before)?.[0] ?? '';
      if (end.length < before.length) nodes.push({ type: 'text', value: before.slice(0, before.length - end.length) });
      kept = [{ type: 'text', value: end }];
      nodes.push({ type: 'kept', children: kept, data: { hName: 'span', hProperties: { className: ['kept'] } } });
    }
    for (const n of (match[1] ?? '').split(/[,，、]/)) {
      kept.push({ type: 'citation', children: [], data: { hName: 'cite', hProperties: { 'data-n': n.trim() } } });
    }
    from = match.index + match[0].length;
  }
  if (from < text.length) nodes.push({ type: 'text', value: text.slice(from) });
  return nodes;
}

/** Keeps `[1](…` from being read as a link. */
export function guardMarks(markdown: string): string {
  return markdown.replace(/\[(\d{1,3})\](?=\()/g, '[$1]\u2060');
}

/** A sentence without its marks and Markdown signs, as it is read aloud. */
export function spoken(markdown: string): string {
  return markdown.replace(MARK, '').replace(/[*_`#>|]/g, '').replace(/\s+/g, ' ').trim();
}
