import { useCallback, useEffect, useState } from 'react';
import { api } from '../api/client';
import type { Document } from '../api/types';

const TYPING_MS = 250;

/** The documents whose title or file name contains `q`, or those of them that are shared with the reader, as far as they have been asked for. */
export function useDocuments(q: string, shared: boolean) {
  const [items, setItems] = useState<Document[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [again, setAgain] = useState(0);

  useEffect(() => {
    const abort = new AbortController();
    const timer = setTimeout(
      () => {
        api.documents(q.trim(), shared, null, abort.signal).then(
          (page) => {
            setItems(page.items);
            setNext(page.next);
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
  const more = useCallback(() => {
    if (next === null) return;
    api.documents(q.trim(), shared, next).then(
      (page) => {
        setItems((old) => [...(old ?? []), ...page.items]);
        setNext(page.next);
      },
      setFailure,
    );
  }, [q, shared, next]);
  return { items, hasMore: next !== null, more, refresh, failure };
}
