import { useState } from 'react';
import type { Citation } from '../api/types';
import { useLanguage } from '../i18n/language';
import { citationDetails, titled } from './citation-text';

const FIRST = 4;

/** What the answer rests on, a line each; in print, all of them as footnotes. */
export function Sources({ citations, onOpen }: { citations: Citation[]; onOpen: (citation: Citation) => void }) {
  const { t } = useLanguage();
  const [all, setAll] = useState(false);
  if (citations.length === 0) return null;
  return (
    <section className="sources" aria-label={t('turn.sources')}>
      <h3>{t('turn.sources')}</h3>
      <ol>
        {citations.map((citation, index) => (
          <li key={citation.n} className={index >= FIRST && !all ? 'beyond' : undefined}>
            <button type="button" className="plain source-line" onClick={() => onOpen(citation)}>
              <span className="n">{citation.n}</span>
              <span>
                {titled(citation.title)} <span className="details">{citationDetails(citation, t)}</span>
              </span>
            </button>
          </li>
        ))}
      </ol>
      {citations.length > FIRST && (
        <button type="button" className="plain more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('turn.sourcesLess') : t('turn.sourcesAll', { n: citations.length })}
        </button>
      )}
    </section>
  );
}
