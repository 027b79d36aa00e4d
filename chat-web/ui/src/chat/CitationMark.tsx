import { Popover } from 'antd';
import type { Citation } from '../api/types';
import { useLanguage } from '../i18n/language';
import { citationDetails, titled } from './citation-text';

/** A numbered pill: pointing at it previews the passage, pressing it opens the original there. */
export function CitationMark({ citation, onOpen }: { citation: Citation; onOpen: (citation: Citation) => void }) {
  const { t } = useLanguage();
  const preview = (
    <div className="cite-preview">
      <strong>{titled(citation.title)}</strong>
      <p className="quiet">{citationDetails(citation, t)}</p>
      <blockquote>{citation.quote}</blockquote>
      <p className="quiet">{t('cite.open')}</p>
    </div>
  );
  return (
    <Popover content={preview} mouseEnterDelay={0.2} trigger={['hover', 'focus']} destroyOnHidden>
      <button
        type="button"
        className="cite-mark"
        data-testid="citation-mark"
        data-n={citation.n}
        aria-label={t('cite.mark', { n: citation.n, title: citation.title, clause: citation.clause })}
        onClick={() => onOpen(citation)}
      >
        {citation.n}
      </button>
    </Popover>
  );
}
