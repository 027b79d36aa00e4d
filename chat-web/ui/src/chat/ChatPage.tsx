import './chat.css';
import './answer.css';
import './composer.css';
import './narrow.css';
import './print.css';
import { DownOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { ApiError } from '../api/http';
import type { Agent, Citation } from '../api/types';
import { ErrorNote } from '../app/ErrorNote';
import { navigate, paths } from '../app/route';
import { useLanguage } from '../i18n/language';
import { spoken } from './citation-marks';
import { ManageButton } from '../knowledge/ManageButton';
import { placeOfCitation, placeOfFile } from '../source/place';
import type { Place } from '../source/place';
import { attachmentsOf } from './attachments';
import { Composer } from './Composer';
import { DropZone } from './DropZone';
import { StartPage } from './StartPage';
import { TurnItem } from './TurnItem';
import type { AnswerActions } from './TurnItem';
import { isOpen } from './turn-view';
import { useStickToEnd } from './useStickToEnd';
import { useAttachments } from './useAttachments';
import { useTurns } from './useTurns';

const SourcePanel = lazy(() => import('../source/SourcePanel'));

interface Props {
  session: string | null;
  fresh: number;
  agents: Agent[] | null;
  /** The agent that is asked directly, by name. */
  agent: string | null;
  onAgent: (agent: string | null) => void;
  onSessionChanged: () => void;
}

/** An address that names no chat of the reader's; whether it is another's is nobody's business. */
function Gone() {
  const { t } = useLanguage();
  return (
    <section className="gone" data-testid="session-gone">
      <h1>{t('error.sessionGone')}</h1>
      <p>{t('error.sessionGoneWhy')}</p>
      <Button type="primary" onClick={() => navigate(paths.start)}>
        {t('nav.newChat')}
      </Button>
    </section>
  );
}

/** A citation that is open beside the answer, and the others of that answer. */
interface Reading {
  citations: Citation[];
  index: number;
  place: Place;
}

function readingAt(citations: Citation[], index: number, session: string | null): Reading | null {
  const citation = citations[index];
  return citation ? { citations, index, place: placeOfCitation(citation, session) } : null;
}

export default function ChatPage({ session, fresh, agents, agent, onAgent, onSessionChanged }: Props) {
  const { t, language } = useLanguage();
  const { turns, loading, failure, ask, retry, stop, resume } = useTurns(session, fresh, onSessionChanged);
  const { scroller, content, atEnd, toEnd } = useStickToEnd();
  const [asOf, setAsOf] = useState<string | null>(null);
  const [reading, setReading] = useState<Reading | null>(null);
  const [revision, setRevision] = useState(0);
  const attachments = useAttachments(fresh);
  const { files, sent } = attachments;
  const running = turns.find(isOpen) ?? null;
  const last = turns.at(-1) ?? null;
  const chosen = agents?.find((candidate) => candidate.name === agent) ?? null;

  const close = useCallback(() => setReading(null), []);

  useEffect(close, [fresh, session, close]);
  useLayoutEffect(() => {
    if (!loading) toEnd();
  }, [loading, toEnd]);

  const put = useCallback(
    (text: string, to: string | null) => {
      ask(text, to, asOf);
      requestAnimationFrame(toEnd);
    },
    [ask, asOf, toEnd],
  );
  const putWithFiles = (text: string) => {
    ask(text, agent, asOf, attachmentsOf(files));
    sent();
    requestAnimationFrame(toEnd);
  };
  const actions = useMemo<AnswerActions>(
    () => ({
      ask: put,
      retry,
      resume,
      open: (turn, citation) => setReading(readingAt(turn.citations, turn.citations.indexOf(citation), session)),
      openFile: (file) => setReading({ citations: [], index: 0, place: placeOfFile(file, session) }),
    }),
    [put, retry, resume, session],
  );

  const gone = failure instanceof ApiError && failure.status === 404;
  const blank = turns.length === 0 && !loading && failure === null;
  return (
    <div className="chat">
      <main className={`conversation${blank ? ' blank' : ''}`}>
        <div className="conversation-scroll" ref={scroller}>
          <div className="column" ref={content}>
            {loading && <div className="waiting">{t('app.loading')}</div>}
            {failure !== null && (gone ? <Gone /> : <ErrorNote error={failure} retry={() => location.reload()} />)}
            {blank && <StartPage agents={agents} agent={chosen} onAsk={(question) => put(question, agent)} />}
            {turns.map((turn) => (
              <TurnItem key={turn.key} turn={turn} agents={agents ?? []} last={turn === last} busy={running !== null} actions={actions} />
            ))}
          </div>
        </div>
        <div className="unseen" aria-live="polite">
          {last && isOpen(last) ? spoken(last.heard) : ''}
        </div>
        {!gone && <DropZone onFiles={attachments.add} />}
        {!gone && (
          <div className="column foot">
            {!atEnd && (
              <button type="button" className="to-end" onClick={toEnd}>
                <DownOutlined /> {t('ask.toEnd')}
              </button>
            )}
            <Composer
              agent={chosen?.title[language] ?? null}
              onAgentClear={() => onAgent(null)}
              asOf={asOf}
              onAsOf={setAsOf}
              running={running !== null}
              stopping={running?.stopping ?? false}
              lastQuestion={last?.question ?? null}
              attachments={attachments}
              onAsk={putWithFiles}
              onStop={() => running && stop(running)}
            />
          </div>
        )}
      </main>
      {reading && (
        <Suspense fallback={null}>
          <SourcePanel
            place={reading.place}
            revision={revision}
            actions={(document) => document.sessionId !== null && <ManageButton document={document} onChanged={() => setRevision((n) => n + 1)} />}
            pager={{ index: reading.index, of: reading.citations.length, go: (index) => setReading(readingAt(reading.citations, index, session)) }}
            onClose={close}
          />
        </Suspense>
      )}
    </div>
  );
}
