import { Button } from 'antd';
import type { Document } from '../api/types';
import { inForce, versionText } from '../chat/citation-text';
import { paths, useFollow } from '../app/route';
import { useLanguage } from '../i18n/language';

interface Props {
  items: Document[];
  current: string | null;
  hasMore: boolean;
  onMore: () => void;
}

/** A line or two a document; the whole line is a link to its address. */
export function DocumentList({ items, current, hasMore, onMore }: Props) {
  const { t } = useLanguage();
  const follow = useFollow();
  return (
    <>
      <p className="list-count">{t(hasMore ? 'knowledge.countMore' : 'knowledge.count', { n: items.length })}</p>
      <ul className="documents">
        {items.map((document) => (
          <li key={document.id}>
            <a
              href={paths.document(document.id)}
              onClick={follow}
              data-testid="document-row"
              data-id={document.id}
              aria-current={document.id === current ? 'true' : undefined}
            >
              <span className="document-title">
                {document.title}
                <span className="quiet">{versionText(document.version, t)}</span>
              </span>
              <span className="document-facts">
                {document.sharedWithMe && <span className="shared">{t('knowledge.sharedMark')}</span>}
                <span className="tier">{t(`doc.tier.${document.tier}`)}</span>
                <span>{document.org}</span>
                {document.domain && <span>{document.domain}</span>}
                <span className={document.clearance === '秘密' || document.clearance === '机密' ? 'secret' : undefined}>
                  {t(`doc.clearance.${document.clearance}`)}
                </span>
                {(document.effectiveFrom || document.effectiveTo) && <span>{inForce(document, t)}</span>}
                <span>{t(`doc.format.${document.format}`)}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
      {hasMore && (
        <Button block onClick={onMore}>
          {t('knowledge.more')}
        </Button>
      )}
    </>
  );
}
