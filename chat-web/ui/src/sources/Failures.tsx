import { useEffect, useState } from 'react';
import { api } from '../api/client';
import type { SourceFailure, SourceRun } from '../api/types';
import { ErrorNote } from '../app/ErrorNote';
import { useLanguage } from '../i18n/language';

/** Which addresses a run did not take, and why; asked for when they are opened, and again as more come. */
export function Failures({ sourceId, run }: { sourceId: string; run: SourceRun }) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  const [items, setItems] = useState<SourceFailure[]>([]);
  const [failure, setFailure] = useState<unknown>(null);

  useEffect(() => {
    if (!open) return;
    let gone = false;
    api.sourceRun(sourceId, run.id).then(
      (detail) => !gone && setItems(detail.failures),
      (error: unknown) => !gone && setFailure(error),
    );
    return () => {
      gone = true;
    };
  }, [open, sourceId, run.id, run.failed]);

  return (
    <details className="source-failures" data-testid="source-failures" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('sources.failures')}</summary>
      {failure !== null && <ErrorNote error={failure} />}
      <ul>
        {items.map((item) => (
          <li key={item.url}>
            <a href={item.url} target="_blank" rel="noreferrer noopener">
              {item.url}
            </a>
            <p className="quiet">
              {item.detail} <span className="code">{t('error.code', { code: item.code })}</span>
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
