import { useCallback, useSyncExternalStore } from 'react';

export type Route =
  | { page: 'chat'; session: string | null }
  | { page: 'knowledge'; document: string | null }
  | { page: 'sources' }
  | { page: 'users' }
  | { page: 'audit' };

export function parseRoute(path: string): Route {
  const [, first, second] = path.split('/');
  if (first === 's' && second) return { page: 'chat', session: decodeURIComponent(second) };
  if (first === 'knowledge' && second === 'sources') return { page: 'sources' };
  if (first === 'knowledge') return { page: 'knowledge', document: second ? decodeURIComponent(second) : null };
  if (first === 'users') return { page: 'users' };
  if (first === 'audit') return { page: 'audit' };
  return { page: 'chat', session: null };
}

export const paths = {
  start: '/',
  session: (id: string) => `/s/${encodeURIComponent(id)}`,
  knowledge: '/knowledge',
  document: (id: string) => `/knowledge/${encodeURIComponent(id)}`,
  sources: '/knowledge/sources',
  users: '/users',
  audit: '/audit',
};

const CHANGED = 'bangban:route';

export function navigate(path: string, how: 'push' | 'replace' = 'push'): void {
  if (path === location.pathname) return;
  if (how === 'push') history.pushState(null, '', path);
  else history.replaceState(null, '', path);
  window.dispatchEvent(new Event(CHANGED));
}

export function usePath(): string {
  return useSyncExternalStore(
    (changed) => {
      window.addEventListener('popstate', changed);
      window.addEventListener(CHANGED, changed);
      return () => {
        window.removeEventListener('popstate', changed);
        window.removeEventListener(CHANGED, changed);
      };
    },
    () => location.pathname,
  );
}

/** For the onClick of a link: a plain click stays in the page, a click with a modifier is the browser's. */
export function useFollow(after?: () => void) {
  return useCallback(
    (event: React.MouseEvent<HTMLAnchorElement>) => {
      if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      navigate(event.currentTarget.pathname);
      after?.();
    },
    [after],
  );
}
