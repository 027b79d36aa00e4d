import { Drawer } from 'antd';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { useLanguage } from '../i18n/language';
import { useMedia } from '../theme/useMedia';

const STORED = 'bangban.source-width';
const NARROWEST = 25;
const WIDEST = 65;

/** Beside the page on a desktop, a sheet over half of it on a tablet, the whole screen on a phone. */
export function Frame({ label, onClose, children }: { label: string; onClose: () => void; children: ReactNode }) {
  const narrow = useMedia('(max-width: 1199px)');
  const phone = useMedia('(max-width: 767px)');
  if (narrow) {
    return (
      <Drawer
        open
        placement="right"
        size={phone ? '100%' : '56%'}
        closable={false}
        onClose={onClose}
        styles={{ body: { padding: 0, display: 'flex' } }}
      >
        <section className="source-panel sheet" data-testid="source-panel" aria-label={label}>
          {children}
        </section>
      </Drawer>
    );
  }
  return (
    <Docked label={label} onClose={onClose}>
      {children}
    </Docked>
  );
}

function Docked({ label, onClose, children }: { label: string; onClose: () => void; children: ReactNode }) {
  const { t } = useLanguage();
  const [width, setWidth] = useState(() => Number(localStorage.getItem(STORED)) || 40);

  useEffect(() => {
    const pressed = (event: globalThis.KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing) onClose();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [onClose]);

  const resize = (share: number) => {
    const next = Math.round(Math.min(WIDEST, Math.max(NARROWEST, share)));
    localStorage.setItem(STORED, String(next));
    setWidth(next);
  };
  const dragged = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) resize(((innerWidth - event.clientX) / innerWidth) * 100);
  };
  const keyed = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') resize(width + 2);
    if (event.key === 'ArrowRight') resize(width - 2);
  };
  return (
    <aside className="source-panel docked" data-testid="source-panel" aria-label={label} style={{ width: `${width}vw` }}>
      <div
        className="source-handle"
        role="separator"
        aria-orientation="vertical"
        aria-label={t('source.resize')}
        aria-valuenow={width}
        aria-valuemin={NARROWEST}
        aria-valuemax={WIDEST}
        tabIndex={0}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={dragged}
        onKeyDown={keyed}
      />
      {children}
    </aside>
  );
}
