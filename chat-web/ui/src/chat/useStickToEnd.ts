import { useCallback, useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

const NEAR = 64;

/** Keeps a growing page at its end, but only while the reader is there. */
export function useStickToEnd(): {
  scroller: RefObject<HTMLDivElement | null>;
  content: RefObject<HTMLDivElement | null>;
  atEnd: boolean;
  toEnd: () => void;
} {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const sticking = useRef(true);
  const [atEnd, setAtEnd] = useState(true);

  const toEnd = useCallback(() => {
    sticking.current = true;
    setAtEnd(true);
    const box = scroller.current;
    if (box) box.scrollTop = box.scrollHeight;
  }, []);

  useEffect(() => {
    const box = scroller.current;
    const inside = content.current;
    if (!box || !inside) return;
    const scrolled = () => {
      sticking.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
      setAtEnd(sticking.current);
    };
    const grown = new ResizeObserver(() => {
      if (sticking.current) box.scrollTop = box.scrollHeight;
      else scrolled();
    });
    box.addEventListener('scroll', scrolled, { passive: true });
    grown.observe(inside);
    return () => {
      box.removeEventListener('scroll', scrolled);
      grown.disconnect();
    };
  }, []);
  return { scroller, content, atEnd, toEnd };
}
