import { lazy, Suspense } from 'react';
import { ApiError } from '../api/http';
import type { Document } from '../api/types';
import { ErrorNote } from '../app/ErrorNote';
import { useLanguage } from '../i18n/language';
import type { Place } from './place';
import { TextReader } from './TextReader';

const PdfReader = lazy(() => import('./PdfReader'));

/** The document's own pages where it is a PDF, its structured text otherwise. */
export function Reader({ place, document, failure }: { place: Place; document: Document | null; failure: unknown }) {
  const { t } = useLanguage();
  if (failure !== null) return <SourceFailure error={failure} place={place} />;
  if (!document) return <div className="waiting">{t('source.loading')}</div>;
  if (document.format !== 'pdf') return <TextReader place={place} />;
  return (
    <Suspense fallback={<div className="waiting">{t('source.loading')}</div>}>
      <PdfReader place={place} />
    </Suspense>
  );
}

/** What was quoted can still be read where the original cannot. */
export function SourceFailure({ error, place }: { error: unknown; place: Place }) {
  const { t } = useLanguage();
  const gone = error instanceof ApiError && (error.status === 404 || error.status === 403);
  return (
    <div className="source-body">
      {gone ? <p className="notice warning">{t('source.gone')}</p> : <ErrorNote error={error} lead={t('source.failed')} />}
      {place.passage && <blockquote className="source-quote">{place.passage.quote}</blockquote>}
    </div>
  );
}

export function NotMarked({ quote }: { quote: string }) {
  const { t } = useLanguage();
  return (
    <div className="not-marked" role="note">
      <p>{t('source.notMarked')}</p>
      <blockquote className="source-quote">{quote}</blockquote>
    </div>
  );
}
