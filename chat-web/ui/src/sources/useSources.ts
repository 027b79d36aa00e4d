import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../api/client';
import type { Source } from '../api/types';

const POLL_MS = 1000;
const UNDO_MS = 6000;

export interface Sources {
  items: Source[] | null;
  failure: unknown;
  refresh: () => void;
  /** Puts the state that the server told in the list's place. */
  put: (source: Source) => void;
  /** Deletes the source alone when the time to undo is over. Gives back the undo. */
  removeLater: (id: string, whenFailed: (error: unknown) => void) => () => void;
}

async function all(): Promise<Source[]> {
  const items: Source[] = [];
  let next: string | null = null;
  do {
    const page = await api.sources(next);
    items.push(...page.items);
    next = page.next;
  } while (next !== null);
  return items;
}

/** The sources that the caller may keep, the newest first; read again and again while one of them runs. */
export function useSources(): Sources {
  const [items, setItems] = useState<Source[] | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const leaving = useRef(new Map<string, ReturnType<typeof setTimeout>>());

  const refresh = useCallback(() => {
    all().then(
      (found) => {
        setItems(found);
        setFailure(null);
      },
      (error: unknown) => setFailure(error),
    );
  }, []);
  useEffect(refresh, [refresh]);

  const running = items?.some((source) => source.lastRun?.status === 'running') ?? false;
  useEffect(() => {
    if (!running) return;
    const timer = setTimeout(refresh, POLL_MS);
    return () => clearTimeout(timer);
  }, [running, items, failure, refresh]);

  useEffect(() => {
    const pending = leaving.current;
    const flush = () => {
      for (const [id, timer] of pending) {
        clearTimeout(timer);
        void api.deleteSource(id, false, true).catch(() => {});
      }
      pending.clear();
    };
    window.addEventListener('pagehide', flush);
    return () => window.removeEventListener('pagehide', flush);
  }, []);

  const put = useCallback((source: Source) => {
    setItems((old) => {
      const others = old ?? [];
      return others.some((each) => each.id === source.id)
        ? others.map((each) => (each.id === source.id ? source : each))
        : [source, ...others];
    });
  }, []);

  const show = useCallback((id: string) => {
    setHidden((old) => new Set([...old].filter((other) => other !== id)));
  }, []);

  const removeLater = useCallback(
    (id: string, whenFailed: (error: unknown) => void) => {
      setHidden((old) => new Set(old).add(id));
      const timer = setTimeout(() => {
        leaving.current.delete(id);
        api.deleteSource(id, false).then(refresh, (error: unknown) => {
          show(id);
          whenFailed(error);
        });
      }, UNDO_MS);
      leaving.current.set(id, timer);
      return () => {
        clearTimeout(timer);
        leaving.current.delete(id);
        show(id);
      };
    },
    [refresh, show],
  );

  return { items: items?.filter((source) => !hidden.has(source.id)) ?? null, failure, refresh, put, removeLater };
}
