import { ApiError, failure, headers } from './http';
import { EventStreamParser } from './sse';
import type { AgUiEvent } from './types';

/** An event with its sequence number in the turn. */
export interface TurnEvent {
  sequence: number;
  event: AgUiEvent;
}

export interface ReadOptions {
  signal: AbortSignal;
  /** Called when the connection broke and reading will be tried again, and when it is back. */
  onConnection?: (state: 'lost' | 'back') => void;
  /** Milliseconds before try n, n counted from 1 since the last event that arrived. */
  backoff?: (failures: number) => number;
  /** The server comments every 15 s; a stream silent for longer than this many milliseconds is dead. */
  silence?: number;
  maxFailures?: number;
}

const isEnd = (event: AgUiEvent): boolean => event.type === 'RUN_FINISHED' || event.type === 'RUN_ERROR';

/**
 * Reads a turn's events from the beginning to its end, each once and in order, resuming after the last one read
 * wherever the connection breaks.
 *
 * @throws ApiError where the server refuses (4xx), or with code `connection-lost` after too many failures in a row
 */
export async function* readTurnEvents(turnId: string, options: ReadOptions): AsyncGenerator<TurnEvent> {
  const { signal, onConnection, maxFailures = 8, silence = 45_000 } = options;
  const backoff = options.backoff ?? ((failures: number) => Math.min(5000, 300 * 2 ** (failures - 1)));
  let last = -1;
  let failures = 0;
  for (;;) {
    try {
      for await (const next of readOnce(turnId, last, signal, silence)) {
        if (next.sequence <= last) continue;
        last = next.sequence;
        if (failures > 0) onConnection?.('back');
        failures = 0;
        yield next;
        if (isEnd(next.event)) return;
      }
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof ApiError && error.status >= 400 && error.status < 500 && error.status !== 429) throw error;
    }
    if (signal.aborted) return;
    failures += 1;
    if (failures > maxFailures) throw new ApiError(0, 'connection-lost', '');
    onConnection?.('lost');
    await pause(backoff(failures), signal);
    if (signal.aborted) return;
  }
}

async function* readOnce(turnId: string, last: number, signal: AbortSignal, silence: number): AsyncGenerator<TurnEvent> {
  const connection = new AbortController();
  const abort = () => connection.abort();
  signal.addEventListener('abort', abort);
  let watchdog = setTimeout(abort, silence);
  try {
    const response = await fetch(`/api/turns/${encodeURIComponent(turnId)}/events`, {
      headers: headers({ Accept: 'text/event-stream', ...(last >= 0 ? { 'Last-Event-ID': String(last) } : {}) }),
      signal: connection.signal,
      cache: 'no-store',
    });
    if (!response.ok || !response.body) throw await failure(response);
    const parser = new EventStreamParser();
    const decoder = new TextDecoder();
    const reader = response.body.getReader();
    let sequence = last;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      clearTimeout(watchdog);
      watchdog = setTimeout(abort, silence);
      for (const { id, data } of parser.push(decoder.decode(value, { stream: true }))) {
        sequence = id !== null && /^\d+$/.test(id) ? Number(id) : sequence + 1;
        yield { sequence, event: JSON.parse(data) as AgUiEvent };
      }
    }
  } finally {
    clearTimeout(watchdog);
    signal.removeEventListener('abort', abort);
    connection.abort();
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
