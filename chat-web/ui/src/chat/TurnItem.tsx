import Bubble from '@ant-design/x/es/bubble';
import { Button } from 'antd';
import { memo } from 'react';
import type { Agent, Attachment, Citation } from '../api/types';
import { useLanguage } from '../i18n/language';
import { exactTime, spokenTime } from '../i18n/time';
import { SentFiles } from './FileChips';
import { Markdown } from './Markdown';
import { Progress } from './Progress';
import { Sources } from './Sources';
import { TurnActions } from './TurnActions';
import { isOpen, isUnsourced } from './turn-view';
import type { TurnView } from './turn-view';

export interface AnswerActions {
  ask: (text: string, agent: string | null) => void;
  retry: (turn: TurnView) => void;
  resume: (turn: TurnView) => void;
  open: (turn: TurnView, citation: Citation) => void;
  openFile: (file: Attachment) => void;
}

interface Props {
  turn: TurnView;
  agents: Agent[];
  last: boolean;
  busy: boolean;
  actions: AnswerActions;
}

/** One question and its answer, from top to bottom: what happened, the answer, what it rests on, what next. */
export const TurnItem = memo(function TurnItem({ turn, agents, last, busy, actions }: Props) {
  const { t, language } = useLanguage();
  const open = (citation: Citation) => actions.open(turn, citation);
  return (
    <article className={`turn ${turn.status}${turn.refused ? ' refused' : ''}`}>
      <h2 className="unseen">{t('turn.you')}</h2>
      <SentFiles files={turn.attachments} onOpen={actions.openFile} />
      <Bubble
        className="question"
        placement="end"
        content={turn.question || t('turn.filesOnly')}
        header={
          <span className="question-time">
            {turn.asOf && <span className="chip">{t('turn.asOf', { date: turn.asOf })}</span>}
            <time dateTime={turn.startedAt} title={exactTime(turn.startedAt, language)}>
              {spokenTime(turn.startedAt, new Date(), language, t)}
            </time>
          </span>
        }
      />
      <section className="answer" data-testid="answer" data-status={turn.status} aria-label={t('turn.answer')} aria-busy={isOpen(turn)}>
        <Progress turn={turn} agents={agents} />
        {isUnsourced(turn) && (
          <p className="unsourced" data-testid="unsourced">
            <span className="chip">{t('turn.unsourced')}</span>
          </p>
        )}
        {turn.text && (
          <div className="answer-text">
            <Markdown text={turn.text} citations={turn.citations} onCite={open} />
          </div>
        )}
        {turn.notices.map((notice, index) => (
          <p key={index} className={`notice ${notice.level}`}>
            {notice.text}
          </p>
        ))}
        <Outcome turn={turn} actions={actions} />
        {turn.clarification && <Choices turn={turn} last={last} busy={busy} actions={actions} />}
        {!isOpen(turn) && <Sources citations={turn.citations} onOpen={open} />}
        {turn.text && !isOpen(turn) && <p className="generated">{t(isUnsourced(turn) ? 'turn.labelUnsourced' : 'turn.label')}</p>}
        {!isOpen(turn) && <TurnActions turn={turn} busy={busy} onRetry={actions.retry} />}
        {last && turn.status === 'finished' && turn.suggestions.length > 0 && (
          <ul className="follow-ups" aria-label={t('turn.next')}>
            {turn.suggestions.map((suggestion) => (
              <li key={suggestion}>
                <button type="button" className="plain choice" disabled={busy} onClick={() => actions.ask(suggestion, null)}>
                  {suggestion}
                </button>
              </li>
            ))}
          </ul>
        )}
      </section>
    </article>
  );
});

/** How the turn ended where it did not simply finish: what happened, what is kept, what to do. */
function Outcome({ turn, actions }: { turn: TurnView; actions: AnswerActions }) {
  const { t } = useLanguage();
  if (turn.connection !== 'ok' && isOpen(turn)) {
    const broken = turn.connection === 'broken';
    return (
      <p className="notice warning" role="status">
        {t(broken ? 'turn.connectionLost' : 'turn.reconnecting')}{' '}
        {broken && (
          <Button size="small" onClick={() => actions.resume(turn)}>
            {t('turn.resume')}
          </Button>
        )}
      </p>
    );
  }
  if (turn.status === 'stopped') return <p className="notice">{t(turn.text ? 'turn.stopped' : 'turn.stoppedEmpty')}</p>;
  if (turn.status !== 'failed' && turn.status !== 'unsent') return null;
  const kept = turn.status === 'unsent' ? t('turn.unsent') : t(turn.text ? 'turn.partial' : 'turn.failed');
  return (
    <div className="error-note" role="alert">
      {turn.error?.message} {kept} {turn.error && <span className="code">{t('error.code', { code: turn.error.code })}</span>}
    </div>
  );
}

function Choices({ turn, last, busy, actions }: { turn: TurnView; last: boolean; busy: boolean; actions: AnswerActions }) {
  const { t } = useLanguage();
  const clarification = turn.clarification;
  if (!clarification) return null;
  return (
    <div className="clarification">
      {!turn.text.includes(clarification.question) && <p>{clarification.question}</p>}
      <div role="group" aria-label={t('turn.choose')}>
        {clarification.choices.map((choice) => (
          <button
            key={choice.label}
            type="button"
            className="plain choice"
            data-testid="clarification-choice"
            disabled={busy || !last}
            onClick={() => actions.ask(choice.text, choice.agent ?? null)}
          >
            {choice.label}
          </button>
        ))}
      </div>
    </div>
  );
}
