import { DownOutlined } from '@ant-design/icons';
import { useEffect, useState } from 'react';
import type { Agent } from '../api/types';
import { useLanguage } from '../i18n/language';
import type { Translate } from '../i18n/language';
import { duration } from '../i18n/time';
import { agentTitle } from './agent-title';
import { Timeline } from './Timeline';
import { isOpen } from './turn-view';
import type { TurnView } from './turn-view';

/** What a running turn is doing, or null where the text itself shows it. */
export function doing(turn: TurnView, t: Translate): string | null {
  if (turn.stopping) return t('ask.stopping');
  if (turn.status === 'sending') return t('turn.sending');
  if (turn.status !== 'running') return null;
  if (turn.parts.length === 0) return t('turn.routing');
  if (turn.text) return t('turn.writing');
  if (turn.searched) return t('turn.searchedNow', { n: turn.searched.documents });
  return t(turn.tools.some((tool) => tool.status === 'running') ? 'turn.working' : 'turn.searching');
}

/** The quiet line of what happened, which opens into the timeline. */
export function Progress({ turn, agents }: { turn: TurnView; agents: Agent[] }) {
  const { t, language } = useLanguage();
  const [open, setOpen] = useState(false);
  const running = isOpen(turn);
  const elapsed = useElapsed(turn.startedAt, running);
  const now = doing(turn, t);
  const names = [...new Set(turn.parts.map((part) => agentTitle(agents, part.agent, language)))];
  const rest = running
    ? [now, elapsed >= 3000 ? t('time.seconds', { n: Math.floor(elapsed / 1000) }) : null]
    : [
        turn.searched ? t('turn.searched', { n: turn.searched.documents }) : null,
        turn.tookMs === null ? null : duration(turn.tookMs, t),
        turn.mode === null ? null : t(turn.mode === 'grounded' ? 'turn.modeGrounded' : 'turn.modeModel'),
        turn.status === 'waiting' ? t('turn.waiting') : null,
      ];
  const line = rest.filter(Boolean).join(' · ');
  if (names.length === 0 && !line) return null;
  return (
    <div className="progress">
      <button
        type="button"
        className={`plain progress-line${running ? ' running' : ''}`}
        aria-expanded={open}
        title={t(open ? 'timeline.hide' : 'timeline.show')}
        onClick={() => setOpen(!open)}
        disabled={turn.parts.length === 0}
      >
        {running && <span className="pulse" aria-hidden />}
        {names.length > 0 && <span data-testid="routed-agent">{names.join(language === 'en' ? ', ' : '、')}</span>}
        {names.length > 0 && line && ' · '}
        {line}
        {turn.parts.length > 0 && <DownOutlined className="chevron" rotate={open ? 180 : 0} aria-hidden />}
      </button>
      {open && <Timeline turn={turn} agents={agents} />}
    </div>
  );
}

function useElapsed(since: string, running: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [running]);
  return Math.max(0, now - Date.parse(since));
}
