import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { highlight } from './highlight';
import type { ItemSpan } from './match';
import { TextLayer } from './pdf';
import { reveal } from './reveal';

interface Props {
  pdf: PDFDocumentProxy;
  number: number;
  scale: number;
  size: { width: number; height: number };
  marks: ItemSpan[] | null;
  /** Not null where this page's first highlight is to be scrolled to; a new value asks again. */
  shown: object | null;
}

/** One page: its drawing, and over it its text, unseen, which can be selected and highlighted. */
export function PdfPage({ pdf, number, scale, size, marks, shown }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  const [drawn, setDrawn] = useState<{ divs: HTMLElement[]; items: string[] } | null>(null);
  const [own, setOwn] = useState(size);

  useEffect(() => {
    if (!frame.current) return;
    const observer = new IntersectionObserver(([entry]) => entry && setNear(entry.isIntersecting), { rootMargin: '600px' });
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (!near) return;
    let gone = false;
    let stop = () => {};
    const draw = async () => {
      const page = await pdf.getPage(number);
      if (gone || !canvas.current || !text.current) return;
      const viewport = page.getViewport({ scale });
      setOwn({ width: viewport.width / scale, height: viewport.height / scale });
      const density = Math.min(2, devicePixelRatio || 1);
      canvas.current.width = Math.floor(viewport.width * density);
      canvas.current.height = Math.floor(viewport.height * density);
      const drawing = page.render({ canvas: canvas.current, viewport, transform: [density, 0, 0, density, 0, 0] });
      text.current.replaceChildren();
      const layer = new TextLayer({ textContentSource: await page.getTextContent(), container: text.current, viewport });
      stop = () => {
        drawing.cancel();
        layer.cancel();
      };
      if (gone) return stop();
      await layer.render();
      if (!gone) setDrawn({ divs: layer.textDivs, items: layer.textContentItemsStr });
      await drawing.promise;
    };
    // A drawing that is cancelled rejects; nothing is to be done then.
    draw().catch(() => {});
    return () => {
      gone = true;
      stop();
    };
  }, [pdf, number, scale, near]);

  useEffect(() => {
    if (drawn) highlight(drawn.divs, drawn.items, marks ?? []);
  }, [drawn, marks]);
  useEffect(() => {
    const mark = drawn && marks && shown ? text.current?.querySelector('[data-testid="highlight"]') : null;
    const box = frame.current?.parentElement;
    if (mark && box) reveal(box, mark);
  }, [drawn, marks, shown]);

  const style = { width: own.width * scale, height: own.height * scale, '--total-scale-factor': scale, '--scale-factor': scale };
  return (
    <div className="pdf-page" ref={frame} data-page={number} style={style as React.CSSProperties}>
      {near && (
        <>
          <canvas ref={canvas} aria-hidden />
          <div className="textLayer" ref={text} />
        </>
      )}
    </div>
  );
}
