import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { api } from '../api/client';
import { ApiError, newKey } from '../api/http';
import { readTurnEvents } from '../api/turn-events';
import type { Attachment, Turn } from '../api/types';
import { navigate, paths } from '../app/route';
import { turnsReducer } from './turns-state';
import { newTurn, viewOf } from './turn-view';
import type { TurnView } from './turn-view';

export interface Turns {
  turns: TurnView[];
  loading: boolean;
  failure: unknown;
  ask: (question: string, agent: string | null, asOf: string | null, attachments?: Attachment[]) => void;
  /** Sends an undelivered question again, under the same key; asks any other one anew, of the same agent and as of the same day. */
  retry: (turn: TurnView) => void;
  stop: (turn: TurnView) => void;
  resume: (turn: TurnView) => void;
}

/**
 * The turns of a session: loaded, asked, and followed while they run. A new session is made by its first question,
 * which then stands in the address.
 *
 * @param fresh changes when a new chat begins, even where the last one had no address yet
 */
export function useTurns(session: string | null, fresh: number, onSessionChanged: () => void): Turns {
  const [turns, dispatch] = useReducer(turnsReducer, []);
  const [loading, setLoading] = useState(session !== null);
  const [failure, setFailure] = useState<unknown>(null);
  const shown = useRef<string | null | undefined>(undefined);
  const life = useRef(new AbortController());
  /** Keys of questions that were stopped before the server took them. */
  const withdrawn = useRef(new Set<string>());

  const follow = useCallback(
    async (key: string, turnId: string, signal: AbortSignal) => {
      try {
        const events = readTurnEvents(turnId, {
          signal,
          onConnection: (state) => dispatch({ do: 'change', key, change: { connection: state === 'lost' ? 'lost' : 'ok' } }),
        });
        for await (const next of events) {
          if (signal.aborted) return;
          dispatch({ do: 'event', key, next });
        }
        onSessionChanged();
      } catch (error) {
        if (signal.aborted) return;
        const refused = error instanceof ApiError && error.status >= 400;
        dispatch({
          do: 'change',
          key,
          change: refused
            ? { status: 'failed', error: { code: error.code, message: error.detail } }
            : { connection: 'broken' },
        });
      }
    },
    [onSessionChanged],
  );

  /** The server took a question that was stopped meanwhile: it is stopped there, too. */
  const endWithdrawn = useCallback(async (key: string, turnId: string) => {
    await api.stop(turnId);
    dispatch({ do: 'change', key, change: { id: turnId } });
    onSessionChanged();
  }, [onSessionChanged]);

  const deliver = useCallback(
    async (turn: TurnView, signal: AbortSignal) => {
      try {
        let into = shown.current ?? null;
        if (into === null) {
          into = (await api.addSession()).id;
          if (signal.aborted) return;
          shown.current = into;
          navigate(paths.session(into), 'replace');
        }
        if (withdrawn.current.has(turn.key)) return;
        const files = turn.attachments.map((file) => file.fileId);
        const body = {
          text: turn.question,
          ...(turn.agent ? { agent: turn.agent } : {}),
          ...(turn.asOf ? { asOf: turn.asOf } : {}),
          ...(files.length > 0 ? { attachments: files } : {}),
        };
        const { turnId } = await api.addTurn(into, body, turn.key);
        if (withdrawn.current.has(turn.key)) {
          await endWithdrawn(turn.key, turnId);
          return;
        }
        if (signal.aborted) return;
        onSessionChanged();
        dispatch({ do: 'change', key: turn.key, change: { id: turnId, status: 'running' } });
        await follow(turn.key, turnId, signal);
      } catch (error) {
        if (signal.aborted || withdrawn.current.has(turn.key)) return;
        const known = error instanceof ApiError ? error : new ApiError(0, 'unreachable', '');
        dispatch({ do: 'change', key: turn.key, change: { status: 'unsent', error: { code: known.code, message: known.detail } } });
      }
    },
    [endWithdrawn, follow, onSessionChanged],
  );

  useEffect(() => {
    if (session !== null && shown.current === session) return;
    life.current.abort();
    life.current = new AbortController();
    const { signal } = life.current;
    shown.current = session;
    dispatch({ do: 'show', turns: [] });
    setFailure(null);
    setLoading(session !== null);
    if (session === null) return;
    allTurns(session, signal).then(
      (loaded) => {
        if (signal.aborted) return;
        const views = loaded.map(viewOf);
        dispatch({ do: 'show', turns: views });
        setLoading(false);
        for (const view of views) if (view.status === 'running' && view.id) void follow(view.key, view.id, signal);
      },
      (error: unknown) => {
        if (signal.aborted) return;
        setFailure(error);
        setLoading(false);
      },
    );
  }, [session, fresh, follow]);

  useEffect(
    () => () => {
      life.current.abort();
      shown.current = undefined;
    },
    [],
  );

  const ask = useCallback(
    (question: string, agent: string | null, asOf: string | null, attachments: Attachment[] = []) => {
      const turn = newTurn(newKey(), question, agent, asOf, new Date(), attachments);
      dispatch({ do: 'ask', turn });
      void deliver(turn, life.current.signal);
    },
    [deliver],
  );
  const retry = useCallback(
    (turn: TurnView) => {
      if (turn.status === 'unsent') {
        dispatch({ do: 'change', key: turn.key, change: { status: 'sending', error: null } });
        void deliver(turn, life.current.signal);
      } else {
        ask(turn.question, turn.agent, turn.asOf, turn.attachments);
      }
    },
    [ask, deliver],
  );
  const stop = useCallback((turn: TurnView) => {
    if (!turn.id) {
      // Breaking the request off would not tell whether the server took it; its answer does, and then the turn is stopped there.
      withdrawn.current.add(turn.key);
      dispatch({ do: 'change', key: turn.key, change: { status: 'stopped' } });
      return;
    }
    dispatch({ do: 'change', key: turn.key, change: { stopping: true } });
    api.stop(turn.id).catch(() => dispatch({ do: 'change', key: turn.key, change: { stopping: false } }));
  }, []);
  const resume = useCallback(
    (turn: TurnView) => {
      if (!turn.id) return;
      dispatch({ do: 'change', key: turn.key, change: { connection: 'lost' } });
      void follow(turn.key, turn.id, life.current.signal);
    },
    [follow],
  );
  return { turns, loading, failure, ask, retry, stop, resume };
}

async function allTurns(session: string, signal: AbortSignal): Promise<Turn[]> {
  const turns: Turn[] = [];
  let after: string | null = null;
  do {
    const page = await api.turns(session, after, signal);
    turns.push(...page.items);
    after = page.next;
  } while (after !== null);
  return turns;
}
