import { useEffect } from 'react';
import { navigate, paths } from './route';

export const FOCUS_QUESTION = 'bangban:focus-question';

function writing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

/** `/` focuses the question; `g` then `c` or `k`, within a second, moves between pages. */
export function useShortcuts(): void {
  useEffect(() => {
    let went = 0;
    const pressed = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || writing(event.target)) return;
      const after = event.timeStamp - went < 1000;
      went = 0;
      if (event.key === '/') {
        event.preventDefault();
        window.dispatchEvent(new Event(FOCUS_QUESTION));
      } else if (event.key === 'g') {
        went = event.timeStamp;
      } else if (after && event.key === 'c') {
        navigate(paths.start);
      } else if (after && event.key === 'k') {
        navigate(paths.knowledge);
      }
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
}
