import { useCallback, useEffect, useState } from 'react';
import { api } from '../api/client';
import type { Document } from '../api/types';

const TYPING_MS = 250;

interface Listed {
  q: string;
  shared: boolean;
  items: Document[];
  next: string | null;
}

/**
 * The documents whose title or file name contains `q`, or those of them that are shared with the reader, as far as they have been asked
 * for. While one types, what was found before stays; of the other list nothing is ever shown.
 */
export function useDocuments(q: string, shared: boolean) {
  const [listed, setListed] = useState<Listed | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [again, setAgain] = useState(0);

  useEffect(() => {
    const abort = new AbortController();
    const timer = setTimeout(
      () => {
        api.documents(q.trim(), shared, null, abort.signal).then(
          (page) => {
            setListed({ q, shared, items: page.items, next: page.next });
            setFailure(null);
          },
          (error: unknown) => !abort.signal.aborted && setFailure(error),
        );
      },
      q ? TYPING_MS : 0,
    );
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [q, shared, again]);

  const refresh = useCallback(() => setAgain((n) => n + 1), []);
  const current = listed?.shared === shared ? listed : null;
  const more = useCallback(() => {
    if (current === null || current.next === null) return;
    api.documents(current.q.trim(), current.shared, current.next).then(
      (page) =>
        // another list may have come meanwhile
        setListed((now) => (now === current ? { ...current, items: [...current.items, ...page.items], next: page.next } : now)),
      setFailure,
    );
  }, [current]);
  return { items: current?.items ?? null, hasMore: (current?.next ?? null) !== null, more, refresh, failure };
}
