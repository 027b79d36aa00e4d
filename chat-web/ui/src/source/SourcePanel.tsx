import './source.css';
import { CloseOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { api } from '../api/client';
import type { Document } from '../api/types';
import { inForce, titled, versionText } from '../chat/citation-text';
import { useLanguage } from '../i18n/language';
import { exactTime, spokenTime } from '../i18n/time';
import { Frame } from './Frame';
import type { Place } from './place';
import { Reader } from './Reader';

export interface Pager {
  index: number;
  of: number;
  go: (index: number) => void;
}

interface Props {
  place: Place;
  /** Another number after something was changed about the document, which is then read again. */
  revision?: number;
  /** Where the place is one of several citations of an answer. */
  pager?: Pager;
  /** What can be done with the document, shown in the head. */
  actions?: (document: Document) => ReactNode;
  onClose: () => void;
}

/** The original beside the answer: what the document is, and its text at the place that is meant. */
export default function SourcePanel({ place, revision = 0, pager, actions, onClose }: Props) {
  const { t } = useLanguage();
  const [document, setDocument] = useState<Document | null>(null);
  const [failure, setFailure] = useState<unknown>(null);

  useEffect(() => {
    let gone = false;
    setFailure(null);
    setDocument((old) => (old?.id === place.documentId ? old : null));
    api.document(place.documentId, place.session).then(
      (found) => !gone && setDocument(found),
      (error: unknown) => !gone && setFailure(error),
    );
    return () => {
      gone = true;
    };
  }, [place.documentId, place.session, revision]);

  const head = (
    <header className="source-head">
      <div className="source-title">
        <h2>{titled(document?.title ?? place.title)}</h2>
        {actions && document && actions(document)}
        <button type="button" className="icon-button" aria-label={t('source.close')} onClick={onClose} data-testid="source-close">
          <CloseOutlined />
        </button>
      </div>
      <Facts place={place} document={document} />
      {document && <WebAddress file={document.file} />}
      {pager && pager.of > 1 && <PagerBar pager={pager} />}
    </header>
  );
  return (
    <Frame onClose={onClose} label={`${t('source.title')} ${place.title}`}>
      {head}
      <Reader key={place.documentId} place={place} document={document} failure={failure} />
    </Frame>
  );
}

function Facts({ place, document }: { place: Place; document: Document | null }) {
  const { t, language } = useLanguage();
  const facts = [
    place.clause,
    versionText(document?.version ?? place.version, t),
    document && inForce(document, t),
    document && `${t(`doc.tier.${document.tier}`)} · ${document.org}`,
    document && t(`doc.clearance.${document.clearance}`),
    document && t(`doc.format.${document.format}`),
  ].filter(Boolean);
  return (
    <p className="source-facts">
      {facts.map((fact, index) => (
        <span key={index} className={index === 0 && place.clause ? 'clause' : undefined}>
          {fact}
        </span>
      ))}
      {document && !place.passage && (
        <span title={exactTime(document.addedAt, language)}>
          {t('doc.added')} {spokenTime(document.addedAt, new Date(), language, t)} · {document.owner}
        </span>
      )}
    </p>
  );
}

/** Where a page is from; the text beside it is the copy that was kept. */
function WebAddress({ file }: { file: string }) {
  const { t } = useLanguage();
  if (!/^https?:\/\//.test(file)) return null;
  return (
    <p className="source-address">
      {t('source.keptFrom')}{' '}
      <a href={file} target="_blank" rel="noreferrer noopener" data-testid="source-address">
        {file}
      </a>
    </p>
  );
}

function PagerBar({ pager }: { pager: Pager }) {
  const { t } = useLanguage();
  return (
    <div className="source-pager">
      <button type="button" className="icon-button" aria-label={t('source.previous')} disabled={pager.index === 0} onClick={() => pager.go(pager.index - 1)}>
        <LeftOutlined />
      </button>
      <span aria-live="polite">{t('source.of', { i: pager.index + 1, n: pager.of })}</span>
      <button
        type="button"
        className="icon-button"
        aria-label={t('source.next')}
        disabled={pager.index >= pager.of - 1}
        onClick={() => pager.go(pager.index + 1)}
      >
        <RightOutlined />
      </button>
    </div>
  );
}
