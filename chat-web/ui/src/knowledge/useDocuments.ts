import { useCallback, useEffect, useState } from 'react';
import { api } from '../api/client';
import type { Document } from '../api/types';

const TYPING_MS = 250;

/** The documents whose title or file name contains `q`, as far as they have been asked for. */
export function useDocuments(q: string) {
  const [items, setItems] = useState<Document[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [again, setAgain] = useState(0);

  useEffect(() => {
    const abort = new AbortController();
    const timer = setTimeout(
      () => {
        api.documents(q.trim(), null, abort.signal).then(
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
  }, [q, again]);

  const refresh = useCallback(() => setAgain((n) => n + 1), []);
  const more = useCallback(() => {
    if (next === null) return;
    api.documents(q.trim(), next).then(
      (page) => {
        setItems((old) => [...(old ?? []), ...page.items]);
        setNext(page.next);
      },
      setFailure,
    );
  }, [q, next]);
  return { items, hasMore: next !== null, more, refresh, failure };
}
