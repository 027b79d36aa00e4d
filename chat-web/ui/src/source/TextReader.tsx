import { useEffect, useMemo, useRef, useState } from 'react';
import { api } from '../api/client';
import type { Page } from '../api/types';
import { useLanguage } from '../i18n/language';
import { Blocks } from './Blocks';
import { PageBar } from './PageBar';
import type { Place } from './place';
import { marksIn } from './place';
import { NotMarked, SourceFailure } from './Reader';
import { reveal } from './reveal';

export function TextReader({ place }: { place: Place }) {
  const { t } = useLanguage();
  const [n, setN] = useState(place.page ?? 1);
  const [page, setPage] = useState<Page | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const body = useRef<HTMLDivElement>(null);
  const { passage } = place;

  useEffect(() => setN(place.page ?? 1), [place]);
  useEffect(() => {
    let gone = false;
    setFailure(null);
    api.page(place.documentId, n, place.session).then(
      (loaded) => !gone && setPage(loaded),
      (error: unknown) => !gone && setFailure(error),
    );
    return () => {
      gone = true;
    };
  }, [place.documentId, place.session, n]);

  const marks = useMemo(() => (page && passage ? marksIn(page.blocks, passage) : new Map<number, never>()), [page, passage]);
  useEffect(() => {
    const mark = body.current?.querySelector('[data-testid="highlight"]');
    if (body.current && mark) reveal(body.current, mark);
  }, [marks]);

  if (failure !== null) return <SourceFailure error={failure} place={place} />;
  if (!page) return <div className="waiting">{t('source.loading')}</div>;
  const lost = passage !== null && marks.size === 0 && n === (place.page ?? 1);
  return (
    <>
      {page.of > 1 && <PageBar n={n} of={page.of} onPage={setN} />}
      <div className="source-body" ref={body} tabIndex={0}>
        {lost && <NotMarked quote={passage.quote} />}
        {page.blocks.length === 0 ? <p className="notice">{t('source.empty')}</p> : <Blocks blocks={page.blocks} marks={marks} />}
      </div>
    </>
  );
}
