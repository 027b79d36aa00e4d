import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../api/client';
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

/** The caller's sessions, the latest first, with those about to be deleted left out. */
export function useSessions(): Sessions {
  const [items, setItems] = useState<Session[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
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

  const loadMore = useCallback(() => {
    if (next === null) return;
    void api.sessions(next).then((page) => {
      setItems((old) => [...(old ?? []), ...page.items]);
      setNext(page.next);
    });
  }, [next]);

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
