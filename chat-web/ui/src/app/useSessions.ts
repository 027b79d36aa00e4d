import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../api/client';
import { ApiError } from '../api/http';
import type { Session } from '../api/types';

const UNDO_MS = 6000;

export interface Sessions {
  items: Session[] | null;
  more: boolean;
  refresh: () => void;
  loadMore: () => void;
  rename: (id: string, title: string) => void;
  /** Hides the session at once and deletes it when the time to undo is over. Gives back the undo. */
  remove: (id: string) => () => void;
}

function joined(old: Session[], more: Session[]): Session[] {
  const known = new Set(old.map((session) => session.id));
  return [...old, ...more.filter((session) => !known.has(session.id))];
}

/**
 * The caller's sessions, the latest first, with those about to be deleted left out.
 *
 * @param whenFailed hears why earlier sessions could not be loaded
 */
export function useSessions(whenFailed: (error: unknown) => void): Sessions {
  const [items, setItems] = useState<Session[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const onFailure = useRef(whenFailed);
  onFailure.current = whenFailed;
  const leaving = useRef(new Map<string, ReturnType<typeof setTimeout>>());

  const refresh = useCallback(() => {
    api.sessions().then(
      (page) => {
        setItems((old) => {
          const loaded = new Set(page.items.map((session) => session.id));
          return [...page.items, ...(old ?? []).filter((s) => !loaded.has(s.id) && page.next !== null)];
        });
        setNext((old) => old ?? page.next);
      },
      () => setItems((old) => old ?? []),
    );
  }, []);
  useEffect(refresh, [refresh]);

  useEffect(() => {
    const flush = () => {
      for (const [id, timer] of leaving.current) {
        clearTimeout(timer);
        void api.deleteSession(id, true).catch(() => {});
      }
      leaving.current.clear();
    };
    window.addEventListener('pagehide', flush);
    return () => window.removeEventListener('pagehide', flush);
  }, []);

  /** The last one listed was deleted elsewhere: what is listed is no longer so, and is read anew from the top. */
  const restart = useCallback(() => {
    api.sessions().then(
      (page) => {
        setItems(page.items);
        setNext(page.next);
      },
      (error: unknown) => onFailure.current(error),
    );
  }, []);

  const loadMore = useCallback(() => {
    if (next === null) return;
    // The last one that is still listed, since the one that `next` names may have been deleted.
    api.sessions(items?.at(-1)?.id ?? null).then(
      (page) => {
        setItems((old) => joined(old ?? [], page.items));
        setNext(page.next);
      },
      (error: unknown) => {
        if (error instanceof ApiError && error.status === 404) restart();
        else onFailure.current(error);
      },
    );
  }, [items, next, restart]);

  const rename = useCallback((id: string, title: string) => {
    setItems((old) => old?.map((session) => (session.id === id ? { ...session, title } : session)) ?? null);
    void api.renameSession(id, title).catch(refresh);
  }, [refresh]);

  const show = useCallback((id: string) => {
    setHidden((old) => new Set([...old].filter((other) => other !== id)));
  }, []);

  const remove = useCallback((id: string) => {
    setHidden((old) => new Set(old).add(id));
    const timer = setTimeout(() => {
      leaving.current.delete(id);
      api.deleteSession(id).then(
        () => setItems((old) => old?.filter((session) => session.id !== id) ?? null),
        () => show(id),
      );
    }, UNDO_MS);
    leaving.current.set(id, timer);
    return () => {
      clearTimeout(timer);
      leaving.current.delete(id);
      show(id);
    };
  }, [show]);

  return { items: items?.filter((session) => !hidden.has(session.id)) ?? null, more: next !== null, refresh, loadMore, rename, remove };
}
