import type { FoundPassage, SearchResult } from '../api/types';
import { titled, versionText } from '../chat/citation-text';
import { useLanguage } from '../i18n/language';
import { duration } from '../i18n/time';

interface Props {
  result: SearchResult;
  current: FoundPassage | null;
  onOpen: (passage: FoundPassage) => void;
}

export function PassageList({ result, current, onOpen }: Props) {
  const { t } = useLanguage();
  const { documents } = result.searched;
  if (result.items.length === 0) {
    return (
      <div className="empty">
        <p>{t('knowledge.noPassage', { documents })}</p>
        <p className="quiet">{t('knowledge.noPassageHint')}</p>
      </div>
    );
  }
  return (
    <>
      <p className="list-count">{t('knowledge.found', { documents, n: result.items.length, time: duration(result.tookMs, t) })}</p>
      <ul className="documents">
        {result.items.map((passage) => (
          <li key={`${passage.documentId}:${passage.start}`}>
            <button
              type="button"
              className="plain"
              data-testid="passage"
              aria-current={passage === current ? 'true' : undefined}
              onClick={() => onOpen(passage)}
            >
              <span className="document-title">
                {titled(passage.title)}
                <span className="quiet">{[passage.clause, versionText(passage.version, t)].filter(Boolean).join(' · ')}</span>
              </span>
              <span className="passage-text">{passage.text}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
