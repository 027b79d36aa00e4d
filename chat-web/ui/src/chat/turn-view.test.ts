import { describe, expect, it } from 'vitest';
import type { AgUiEvent, Turn } from '../api/types';
import { applyEvent, isUnsourced, newTurn, viewOf } from './turn-view';
import type { TurnView } from './turn-view';
import { turnsReducer } from './turns-state';

const start = () => newTurn('k', '问', null, null, new Date('2026-11-23T06:00:00Z'));
type Loose = { type: string } & Record<string, unknown>;
const play = (events: Loose[], view: TurnView = start()) =>
  events.reduce((at, event, index) => applyEvent(at, index, { timestamp: Date.parse('2026-11-23T06:00:01Z'), ...event } as AgUiEvent), view);
const custom = (name: string, value: unknown): Loose => ({ type: 'CUSTOM', name, value });
const text = (messageId: string, delta: string): Loose => ({ type: 'TEXT_MESSAGE_CHUNK', messageId, delta });
const citation = (n: number) => ({ n, documentId: 'd', file: 'f', title: 't', version: null, page: null, clause: '第一条', start: 0, end: 1, quote: 'q' });
const part = (agent: string) => ({ agent, request: 'r', dependsOn: [], status: 'pending' });

const finished: Turn = {
  id: 't1', sessionId: 's', question: '问', attachments: [], status: 'finished', mode: 'grounded', language: 'zh', text: '全文[1]', refused: false, clarification: null,
  parts: [{ agent: 'policy', request: '问', dependsOn: [], status: 'finished' }], citations: [citation(1)], tools: [], tables: [], charts: [], files: [],
  notices: [], support: { rate: 1, struck: 0, unsourced: 0 }, searched: { documents: 26, passages: 8 }, suggestions: ['一', '二', '三', '四'],
  startedAt: '2026-11-23T06:00:00Z', tookMs: 420,
};

describe('applyEvent', () => {
  it('shows the routed agent before anything else is known', () => {
    const view = play([{ type: 'RUN_STARTED', threadId: 's', runId: 't' }, custom('route', { parts: [part('policy')], confidence: 0.9 })]);
    expect(view).toMatchObject({ status: 'running', confidence: 0.9, parts: [{ agent: 'policy' }], text: '' });
  });

  it('joins the sentences of a message and keeps messages apart', () => {
    expect(play([text('t:0', '甲。'), text('t:1', '丙。'), text('t:0', '乙。')]).text).toBe('甲。乙。\n\n丙。');
  });

  it('empties only the part that is composed again', () => {
    const view = play([text('t:0', '甲。'), text('t:1', '乙。'), custom('text-reset', { part: 0 }), text('t:0', '新甲。')]);
    expect(view.segments.map((segment) => segment.text)).toEqual(['乙。', '新甲。']);
  });

  it('takes the part from the open step where the message does not name it', () => {
    const view = play([
      { type: 'STEP_STARTED', stepName: '1:policy' }, text('message', '甲。'), custom('text-reset', { part: 0 }),
    ]);
    expect(view.text).toBe('甲。');
  });

  it('follows the steps of the parts', () => {
    const route = custom('route', { parts: [part('data'), part('policy')], confidence: 1 });
    const view = play([route, { type: 'STEP_STARTED', stepName: '0:data' }, { type: 'STEP_FINISHED', stepName: '0:data' }, { type: 'STEP_STARTED', stepName: '1:policy' }]);
    expect(view.parts.map((each) => each.status)).toEqual(['finished', 'running']);
  });

  it('keeps citations in order, each once', () => {
    const view = play([custom('citation', citation(2)), custom('citation', citation(1)), custom('citation', citation(2))]);
    expect(view.citations.map((each) => each.n)).toEqual([1, 2]);
  });

  it('does nothing for an event that it holds already', () => {
    const view = play([text('m', '甲。')]);
    expect(applyEvent(view, 0, { type: 'TEXT_MESSAGE_CHUNK', messageId: 'm', delta: '甲。', timestamp: 0 })).toBe(view);
  });

  it('ends with the finished turn as the server holds it', () => {
    const view = play([text('m', '半'), { type: 'RUN_FINISHED', threadId: 's', runId: 't1', result: finished }]);
    expect(view).toMatchObject({ status: 'finished', text: '全文[1]', tookMs: 420, suggestions: ['一', '二', '三'] });
  });

  it('keeps what was answered when the turn fails', () => {
    const view = play([text('m', '半句。'), { type: 'RUN_ERROR', code: 'timeout', message: '超时' }]);
    expect(view).toMatchObject({ status: 'failed', text: '半句。', error: { code: 'timeout' }, tookMs: 1000 });
  });
});

describe('isUnsourced', () => {
  const unsourced: Turn = { ...finished, mode: 'model', support: { rate: 0, struck: 0, unsourced: 2 } };

  it('is known from the first words of a model on and at the end', () => {
    const writing = play([custom('mode', 'model'), text('t:0', '炖一小时。')]);
    expect([start(), writing].map(isUnsourced)).toEqual([false, true]);
    expect(isUnsourced(viewOf(unsourced))).toBe(true);
    expect(isUnsourced(viewOf({ ...unsourced, status: 'failed', support: { rate: 1, struck: 0, unsourced: 0 } }))).toBe(true);
  });

  it('does not hold for a turn whose every sentence has its source', () => {
    expect(isUnsourced(viewOf(finished))).toBe(false);
    expect(isUnsourced(viewOf({ ...unsourced, support: { rate: 1, struck: 0, unsourced: 0 } }))).toBe(false);
  });
});

describe('viewOf', () => {
  it('starts a running turn empty, for its events are read from the first', () => {
    expect(viewOf({ ...finished, status: 'running' })).toMatchObject({ id: 't1', status: 'running', text: '', sequence: -1 });
  });
});

describe('turnsReducer', () => {
  it('gives events to the turn they belong to', () => {
    const turns = [start(), { ...start(), key: 'other' }];
    const event: AgUiEvent = { type: 'TEXT_MESSAGE_CHUNK', messageId: 'm', delta: '甲', timestamp: 0 };
    expect(turnsReducer(turns, { do: 'event', key: 'other', next: { sequence: 0, event } }).map((turn) => turn.text)).toEqual(['', '甲']);
  });
});
