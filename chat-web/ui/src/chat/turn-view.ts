import type { AgUiEvent, Attachment, Citation, Clarification, Feedback, Notice, Part, Searched, ToolCall, Turn } from '../api/types';

/** Text that one message of one part has brought so far. */
interface Segment {
  message: string;
  part: number | null;
  text: string;
}

/** A turn as the page shows it, whether it is loaded whole or grows from events. */
export interface TurnView {
  /** Stable on this page; also the idempotency key under which the question is sent. */
  key: string;
  id: string | null;
  question: string;
  agent: string | null;
  asOf: string | null;
  /** The files that came with the question. */
  attachments: Attachment[];
  status: Turn['status'] | 'sending' | 'unsent';
  mode: Turn['mode'] | null;
  text: string;
  segments: Segment[];
  openStep: number | null;
  refused: boolean;
  clarification: Clarification | null;
  parts: Part[];
  confidence: number | null;
  citations: Citation[];
  tools: (ToolCall & { id?: string })[];
  notices: Notice[];
  support: Turn['support'] | null;
  searched: Searched | null;
  suggestions: string[];
  error: { code: string; message: string } | null;
  /** What the reader said of it before this page was opened. */
  feedback: Feedback | null;
  startedAt: string;
  tookMs: number | null;
  /** The last sentence that arrived, for readers who listen. */
  heard: string;
  connection: 'ok' | 'lost' | 'broken';
  stopping: boolean;
  /** The last event's sequence number that this view holds. */
  sequence: number;
}

export function newTurn(key: string, question: string, agent: string | null, asOf: string | null, now: Date, attachments: Attachment[] = []): TurnView {
  return {
    key, id: null, question, agent, asOf, attachments, status: 'sending', mode: null, text: '', segments: [], openStep: null, refused: false,
    clarification: null, parts: [], confidence: null, citations: [], tools: [], notices: [], support: null, searched: null,
    suggestions: [], error: null, feedback: null, startedAt: now.toISOString(), tookMs: null, heard: '', connection: 'ok', stopping: false, sequence: -1,
  };
}

/** A turn from a list. One that still runs starts empty, since its events are read from the first. */
export function viewOf(turn: Turn): TurnView {
  const base = { ...newTurn(turn.id, turn.question, turn.agent ?? null, turn.asOf ?? null, new Date(turn.startedAt), turn.attachments), id: turn.id };
  return turn.status === 'running' ? { ...base, status: 'running' } : withResult(base, turn);
}

function withResult(view: TurnView, turn: Turn): TurnView {
  return {
    ...view,
    id: turn.id,
    question: turn.question || view.question,
    asOf: turn.asOf ?? view.asOf,
    status: turn.status,
    mode: turn.mode,
    text: turn.text,
    refused: turn.refused,
    clarification: turn.clarification,
    parts: turn.parts,
    citations: turn.citations,
    tools: turn.tools,
    notices: turn.notices,
    support: turn.support,
    searched: turn.searched ?? view.searched,
    suggestions: (turn.suggestions ?? []).slice(0, 3),
    error: turn.error ?? null,
    feedback: turn.feedback ?? view.feedback,
    startedAt: turn.startedAt,
    tookMs: turn.tookMs,
    connection: 'ok',
    stopping: false,
  };
}

/** Whether something in it has no source; where that was not counted to the end, whether it may be so. */
export const isUnsourced = (view: TurnView): boolean =>
  view.mode === 'model' && (view.support === null || view.support.unsourced > 0 || view.status === 'failed');

export const isOpen = (view: TurnView): boolean => view.status === 'sending' || view.status === 'running';

/** What one event does to a turn. An event that is known already, as after a resumed stream, changes nothing. */
export function applyEvent(view: TurnView, sequence: number, event: AgUiEvent): TurnView {
  if (sequence <= view.sequence) return view;
  const next = { ...view, sequence, connection: 'ok' as const };
  switch (event.type) {
    case 'RUN_STARTED':
      return { ...next, status: 'running' };
    case 'STEP_STARTED':
      return step(next, event.stepName, 'running');
    case 'STEP_FINISHED':
      return step(next, event.stepName, 'finished');
    case 'TEXT_MESSAGE_CHUNK':
      return withText(next, event.messageId, event.delta);
    case 'TOOL_CALL_START':
      return {
        ...next,
        tools: [...next.tools, { id: event.toolCallId, name: event.toolCallName ?? event.toolCallId, effect: 'READ', status: 'running' }],
      };
    case 'TOOL_CALL_END':
      return { ...next, tools: next.tools.map((tool) => (tool.id === event.toolCallId ? { ...tool, status: 'done' } : tool)) };
    case 'CUSTOM':
      return custom(next, event.name, event.value);
    case 'RUN_FINISHED':
      return withResult(next, event.result);
    case 'RUN_ERROR':
      return {
        ...next,
        status: 'failed',
        error: { code: event.code, message: event.message },
        tookMs: Math.max(0, event.timestamp - Date.parse(view.startedAt)),
        stopping: false,
      };
    default:
      return next;
  }
}

/** A step's name is the part's index and agent, as in `0:policy`. */
function step(view: TurnView, name: unknown, status: Part['status']): TurnView {
  const index = Number.parseInt(String(name), 10);
  if (Number.isNaN(index)) return view;
  return {
    ...view,
    openStep: status === 'running' ? index : view.openStep === index ? null : view.openStep,
    parts: view.parts.map((part, at) => (at === index ? { ...part, status } : part)),
  };
}

function withText(view: TurnView, message: string, delta: string): TurnView {
  const known = view.segments.some((segment) => segment.message === message);
  const segments = known
    ? view.segments.map((segment) => (segment.message === message ? { ...segment, text: segment.text + delta } : segment))
    : [...view.segments, { message, part: partOf(message) ?? view.openStep, text: delta }];
  return { ...view, segments, text: joined(segments), heard: delta };
}

function partOf(message: string): number | null {
  const end = /[:/#.](\d{1,2})$/.exec(message)?.[1];
  return end === undefined ? null : Number(end);
}

function joined(segments: Segment[]): string {
  return segments.map((segment) => segment.text).join('\n\n');
}

function custom(view: TurnView, name: string, value: unknown): TurnView {
  switch (name) {
    case 'route': {
      const route = value as { parts: Part[]; confidence: number };
      return { ...view, parts: route.parts, confidence: route.confidence };
    }
    case 'passages':
      return { ...view, searched: value as Searched };
    case 'citation': {
      const citation = value as Citation;
      return { ...view, citations: [...view.citations.filter((other) => other.n !== citation.n), citation].sort((a, b) => a.n - b.n) };
    }
    case 'clarification':
      return { ...view, clarification: value as Clarification };
    case 'notice':
      return { ...view, notices: [...view.notices, value as Notice] };
    case 'mode':
      return { ...view, mode: value as Turn['mode'] };
    case 'text-reset': {
      const { part } = value as { part: number };
      const segments = view.segments.filter((segment) => segment.part !== null && segment.part !== part);
      return { ...view, segments, text: joined(segments) };
    }
    default:
      return view;
  }
}
