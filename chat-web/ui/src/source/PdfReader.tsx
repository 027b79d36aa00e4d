import './pdf.css';
import { ColumnWidthOutlined, MinusOutlined, PlusOutlined } from '@ant-design/icons';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { api } from '../api/client';
import { useLanguage } from '../i18n/language';
import { PageBar } from './PageBar';
import { findInPdf, openPdf } from './pdf';
import type { FoundQuote } from './pdf';
import { PdfPage } from './PdfPage';
import type { Place } from './place';
import { NotMarked, SourceFailure } from './Reader';

interface Opened {
  pdf: PDFDocumentProxy;
  /** Of the first page at scale 1, in points; pages not drawn yet are taken to be as large. */
  width: number;
  height: number;
}

/** All pages one below the other, drawn as they come near, at the width of the panel. */
export default function PdfReader({ place }: { place: Place }) {
  const { t } = useLanguage();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [found, setFound] = useState<{ place: Place; quote: FoundQuote | null } | null>(null);
  const [zoom, setZoom] = useState(1);
  const [width, setWidth] = useState(0);
  const [n, setN] = useState(place.page ?? 1);
  const scroller = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const abort = new AbortController();
    let task: ReturnType<typeof openPdf> | null = null;
    const open = async () => {
      task = openPdf(await api.original(place.documentId, place.session, abort.signal));
      const pdf = await task.promise;
      const first = (await pdf.getPage(1)).getViewport({ scale: 1 });
      if (!abort.signal.aborted) setOpened({ pdf, width: first.width, height: first.height });
    };
    open().catch((error: unknown) => !abort.signal.aborted && setFailure(error));
    return () => {
      abort.abort();
      void task?.destroy();
    };
  }, [place.documentId, place.session]);

  useEffect(() => {
    if (!opened) return;
    let gone = false;
    const done = (quote: FoundQuote | null) => !gone && setFound({ place, quote });
    findInPdf(opened.pdf, place).then(done, () => done(null));
    return () => {
      gone = true;
    };
  }, [opened, place]);

  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const observer = new ResizeObserver(() => setWidth(box.clientWidth));
    observer.observe(box);
    return () => observer.disconnect();
  }, [opened]);

  const goTo = useCallback((page: number) => {
    const box = scroller.current;
    const frame = box?.querySelector<HTMLElement>(`[data-page="${page}"]`);
    if (box && frame) box.scrollTop += frame.getBoundingClientRect().top - box.getBoundingClientRect().top - 8;
  }, []);
  const current = found?.place === place ? found : null;
  const target = current ? (current.quote?.page ?? place.page ?? 1) : null;
  const measured = width > 0;
  // Before the page's own effect, which goes on to the passage.
  useLayoutEffect(() => {
    if (target !== null && measured) goTo(target);
  }, [target, current, measured, goTo]);

  const scrolled = () => {
    const box = scroller.current;
    if (!box) return;
    const middle = box.getBoundingClientRect().top + box.clientHeight / 3;
    const pages = [...box.querySelectorAll<HTMLElement>('[data-page]')];
    const at = pages.filter((page) => page.getBoundingClientRect().top <= middle).at(-1);
    setN(Number(at?.dataset['page'] ?? 1));
  };

  if (failure !== null) return <SourceFailure error={failure} place={place} />;
  if (!opened) return <div className="waiting">{t('source.loading')}</div>;
  const scale = Math.max(0.1, ((width - 24) / opened.width) * zoom);
  return (
    <>
      <PageBar n={n} of={opened.pdf.numPages} onPage={goTo}>
        <button type="button" className="icon-button" aria-label={t('source.zoomOut')} disabled={zoom <= 0.5} onClick={() => setZoom(zoom / 1.25)}>
          <MinusOutlined />
        </button>
        <button type="button" className="icon-button" aria-label={t('source.zoomFit')} title={t('source.zoomFit')} onClick={() => setZoom(1)}>
          <ColumnWidthOutlined />
        </button>
        <button type="button" className="icon-button" aria-label={t('source.zoomIn')} disabled={zoom >= 4} onClick={() => setZoom(zoom * 1.25)}>
          <PlusOutlined />
        </button>
      </PageBar>
      {current && place.passage && !current.quote && <NotMarked quote={place.passage.quote} />}
      <div className="pdf" ref={scroller} onScroll={scrolled} tabIndex={0}>
        {width > 0 &&
          Array.from({ length: opened.pdf.numPages }, (_, index) => (
            <PdfPage
              key={index}
              pdf={opened.pdf}
              number={index + 1}
              scale={scale}
              size={opened}
              marks={current?.quote?.marks.get(index + 1) ?? null}
              shown={current?.quote?.page === index + 1 ? place : null}
            />
          ))}
      </div>
    </>
  );
}
