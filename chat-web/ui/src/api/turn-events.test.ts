import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from './http';
import { readTurnEvents } from './turn-events';
import type { TurnEvent } from './turn-events';

const chunk = (n: number) => `id:${n}\ndata:${JSON.stringify({ type: 'TEXT_MESSAGE_CHUNK', messageId: 'm', delta: String(n), timestamp: n })}\n\n`;
const end = (n: number) => `id:${n}\ndata:${JSON.stringify({ type: 'RUN_ERROR', message: '', code: 'x', timestamp: n })}\n\n`;

/** A server that answers each connection with the next of these; records from where each began. */
function server(...answers: (string | number | Error)[]) {
  const from: (string | null)[] = [];
  vi.stubGlobal('fetch', (_path: string, options: RequestInit) => {
    from.push(new Headers(options.headers).get('Last-Event-ID'));
    const answer = answers.shift();
    if (answer instanceof Error) return Promise.reject(answer);
    if (typeof answer === 'number') return Promise.resolve(new Response('{"code":"gone","detail":"没有"}', { status: answer }));
    return Promise.resolve(new Response(answer ?? ''));
  });
  return from;
}

async function read(maxFailures = 3): Promise<number[]> {
  const read: TurnEvent[] = [];
  const options = { signal: new AbortController().signal, backoff: () => 0, maxFailures };
  for await (const next of readTurnEvents('t', options)) read.push(next);
  return read.map((next) => next.sequence);
}

describe('readTurnEvents', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('resumes after the last event that arrived', async () => {
    const from = server(chunk(0) + chunk(1), new TypeError('network'), chunk(2) + end(3));
    expect(await read()).toEqual([0, 1, 2, 3]);
    expect(from).toEqual([null, '1', '1']);
  });

  it('gives no event twice where the server begins too early', async () => {
    server(chunk(0) + chunk(1), chunk(0) + chunk(1) + chunk(2) + end(3));
    expect(await read()).toEqual([0, 1, 2, 3]);
  });

  it('stops at the end although the connection stays open', async () => {
    server(end(0) + chunk(1));
    expect(await read()).toEqual([0]);
  });

  it('gives up after too many failures in a row, but counts anew after progress', async () => {
    const broken = new TypeError('network');
    const from = server(broken, broken, chunk(0), broken, chunk(1), broken, broken);
    await expect(read(2)).rejects.toMatchObject({ code: 'connection-lost' });
    expect(from.length).toBe(7);
  });

  it('does not try again what the server refuses', async () => {
    const from = server(404);
    await expect(read()).rejects.toBeInstanceOf(ApiError);
    expect(from.length).toBe(1);
  });

  it('tries again after a fault of the server', async () => {
    server(503, end(0));
    expect(await read()).toEqual([0]);
  });
});
