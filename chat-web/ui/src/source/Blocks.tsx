import { Fragment } from 'react';
import type { ReactNode } from 'react';
import type { Block } from '../api/types';
import type { Span } from './match';

interface Props {
  blocks: Block[];
  /** What to highlight, by block index. */
  marks: Map<number, Span>;
}

/** A page's structure as it is read: headings, clauses with their numbers, items, tables with their header. */
export function Blocks({ blocks, marks }: Props) {
  const nodes: ReactNode[] = [];
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index];
    if (!block) continue;
    if (block.kind === 'table' || block.kind === 'row') {
      const first = index;
      while (blocks[index + 1]?.kind === 'row') index++;
      nodes.push(<Rows key={first} blocks={blocks} first={first} last={index} marks={marks} />);
    } else {
      nodes.push(<Prose key={index} block={block} mark={marks.get(index)} />);
    }
  }
  return <div className="blocks">{nodes}</div>;
}

function Prose({ block, mark }: { block: Block; mark: Span | undefined }) {
  const content = <Pieces block={block} mark={mark} />;
  if (block.kind === 'heading') {
    const level = Math.min(4, Math.max(1, block.level ?? 2));
    return (
      <div className={`heading level-${level}`} role="heading" aria-level={level + 2}>
        {content}
      </div>
    );
  }
  return <p className={block.kind}>{content}</p>;
}

/** The text cut where its label ends and where the highlight begins and ends. */
function Pieces({ block, mark }: { block: Block; mark: Span | undefined }) {
  const { text, label } = block;
  const inside = label != null && text.startsWith(label);
  const bold = inside ? label.length : 0;
  const cuts = [...new Set([0, bold, mark?.from ?? 0, mark?.to ?? 0, text.length])].sort((a, b) => a - b);
  const pieces = cuts.slice(1).map((to, index) => ({ from: cuts[index] ?? 0, to }));
  return (
    <>
      {label && !inside && <b className="block-label">{label} </b>}
      {pieces.map(({ from, to }) => {
        const piece = from < bold ? <b className="block-label">{text.slice(from, to)}</b> : text.slice(from, to);
        const marked = mark !== undefined && from >= mark.from && to <= mark.to;
        return <Fragment key={from}>{marked ? <mark data-testid="highlight">{piece}</mark> : piece}</Fragment>;
      })}
    </>
  );
}

function Rows({ blocks, first, last, marks }: { blocks: Block[]; first: number; last: number; marks: Map<number, Span> }) {
  const head = blocks[first];
  const rows = blocks.slice(first, last + 1).map((block, index) => ({ block, marked: marks.has(first + index) }));
  return (
    <div className="table-scroll" tabIndex={0}>
      <table>
        {head?.kind === 'table' && head.cells && (
          <thead>
            <tr>
              {head.cells.map((cell, index) => (
                <th key={index}>{cell}</th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows
            .filter(({ block }) => block.kind === 'row')
            .map(({ block, marked }) => (
              <tr key={block.start} className={marked ? 'marked' : undefined}>
                {(block.cells ?? [block.text]).map((cell, index) => (
                  <td key={index}>{marked && cell ? <mark data-testid="highlight">{cell}</mark> : cell}</td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
