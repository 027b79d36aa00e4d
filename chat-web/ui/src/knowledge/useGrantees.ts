import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../api/client';
import type { Grantee } from '../api/types';

const TYPING_MS = 200;

/** Accounts and units of one's own group whose name contains what is typed; a suggestion that fails is none. */
export function useGrantees(kind?: Grantee['kind']) {
  const [items, setItems] = useState<Grantee[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  const search = useCallback(
    (q: string) => {
      clearTimeout(timer.current);
      const mine = ++asked.current;
      const show = (found: Grantee[]) => mine === asked.current && setItems(found);
      timer.current = setTimeout(() => {
        api.grantees(q).then(
          (page) => show(page.items.filter((grantee) => kind === undefined || grantee.kind === kind)),
          () => show([]),
        );
      }, TYPING_MS);
    },
    [kind],
  );
  return { items, search };
}
