import { call, newKey, send } from './http';
import type {
  Agent, AuditPage, BroughtFile, Document, DocumentChange, Feedback, Grantee, Job, JobFile, LoggedIn, NewFeedback, NewShare, NewSource, NewTurn, NewUser, Page, Paged,
  SearchResult, Session, Share, Source, SourceChange, SourceRun, SourceRunDetail, Status, Turn, User,
} from './types';

const id = encodeURIComponent;

function query(values: Record<string, string | number | null | undefined>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined && value !== '') parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text ? `?${text}` : '';
}

/** One function per operation of the OpenAPI document; the event stream and the upload stand in files of their own. */
export const api = {
  status: () => call<Status>('/api/status'),
  login: (username: string, password: string) =>
    call<LoggedIn>('/api/login', { method: 'POST', body: { username, password } }),
  logout: () => call<void>('/api/logout', { method: 'POST' }),
  me: () => call<User>('/api/me'),
  changePassword: (current: string, next: string) =>
    call<void>('/api/me/password', { method: 'POST', body: { current, next } }),

  users: (after?: string | null) => call<Paged<User>>(`/api/users${query({ limit: 200, after })}`),
  addUser: (user: NewUser) => call<User>('/api/users', { method: 'POST', body: user }),
  setDisabled: (userId: string, disabled: boolean) =>
    call<User>(`/api/users/${id(userId)}`, { method: 'PATCH', body: { disabled } }),
  resetPassword: (userId: string) => call<{ password: string }>(`/api/users/${id(userId)}/password`, { method: 'POST' }),
  audit: (user: string, after: string | null, signal?: AbortSignal) =>
    call<AuditPage>(`/api/audit${query({ user, limit: 100, after })}`, signal ? { signal } : {}),

  agents: () => call<{ items: Agent[] }>('/api/agents'),
  sessions: (after?: string | null) => call<Paged<Session>>(`/api/sessions${query({ limit: 50, after })}`),
  addSession: () => call<Session>('/api/sessions', { method: 'POST' }),
  renameSession: (sessionId: string, title: string) =>
    call<Session>(`/api/sessions/${id(sessionId)}`, { method: 'PATCH', body: { title } }),
  deleteSession: (sessionId: string, keepalive = false) =>
    call<void>(`/api/sessions/${id(sessionId)}`, { method: 'DELETE', keepalive }),
  turns: (sessionId: string, after: string | null, signal?: AbortSignal) =>
    call<Paged<Turn>>(`/api/sessions/${id(sessionId)}/turns${query({ limit: 200, after })}`, signal ? { signal } : {}),
  addTurn: (sessionId: string, turn: NewTurn, key: string = newKey()) =>
    call<{ turnId: string }>(`/api/sessions/${id(sessionId)}/turns`, {
      method: 'POST',
      body: turn,
      headers: { 'Idempotency-Key': key },
    }),
  file: (fileId: string, signal: AbortSignal) => call<BroughtFile>(`/api/files/${id(fileId)}`, { signal }),
  takeBackFile: (fileId: string) => call<void>(`/api/files/${id(fileId)}`, { method: 'DELETE' }),
  turn: (turnId: string) => call<Turn>(`/api/turns/${id(turnId)}`),
  stop: (turnId: string) => call<void>(`/api/turns/${id(turnId)}/stop`, { method: 'POST' }),
  giveFeedback: (turnId: string, feedback: NewFeedback) =>
    call<Feedback>(`/api/turns/${id(turnId)}/feedback`, { method: 'POST', body: feedback }),
  withdrawFeedback: (turnId: string) => call<void>(`/api/turns/${id(turnId)}/feedback`, { method: 'DELETE' }),

  documents: (q: string, shared: boolean, after?: string | null, signal?: AbortSignal) =>
    call<Paged<Document>>(`/api/knowledge/documents${query({ q, shared: shared ? 'true' : null, limit: 100, after })}`, signal ? { signal } : {}),
  /** Of a document that is for one session, that session is named; the same for what is read and changed of it. */
  document: (documentId: string, session: string | null = null) =>
    call<Document>(`/api/knowledge/documents/${id(documentId)}${query({ session })}`),
  deleteDocument: (documentId: string) =>
    call<void>(`/api/knowledge/documents/${id(documentId)}`, { method: 'DELETE' }),
  changeDocument: (documentId: string, change: DocumentChange, session: string | null = null) =>
    call<Document>(`/api/knowledge/documents/${id(documentId)}${query({ session })}`, { method: 'PATCH', body: change }),
  shares: (documentId: string) => call<{ items: Share[] }>(`/api/knowledge/documents/${id(documentId)}/shares`),
  addShare: (documentId: string, share: NewShare) =>
    call<Share>(`/api/knowledge/documents/${id(documentId)}/shares`, { method: 'POST', body: share }),
  deleteShare: (documentId: string, shareId: string) =>
    call<void>(`/api/knowledge/documents/${id(documentId)}/shares/${id(shareId)}`, { method: 'DELETE' }),
  grantees: (q: string) => call<{ items: Grantee[] }>(`/api/knowledge/grantees?q=${id(q)}`),
  page: (documentId: string, n: number, session: string | null = null) =>
    call<Page>(`/api/knowledge/documents/${id(documentId)}/pages/${n}${query({ session })}`),
  original: async (documentId: string, session: string | null, signal: AbortSignal): Promise<ArrayBuffer> =>
    (await send(`/api/knowledge/documents/${id(documentId)}/original${query({ session })}`, { signal })).arrayBuffer(),
  job: (jobId: string) => call<Job>(`/api/knowledge/jobs/${id(jobId)}`),
  jobs: (signal?: AbortSignal) => call<Paged<Job>>(`/api/knowledge/jobs${query({ limit: 20 })}`, signal ? { signal } : {}),
  failedFiles: (jobId: string, after?: string | null) =>
    call<Paged<JobFile>>(`/api/knowledge/jobs/${id(jobId)}/files${query({ status: 'failed', limit: 50, after })}`),
  /** Ends a job that goes on; forgets one that has ended. */
  cancelJob: (jobId: string) => call<void>(`/api/knowledge/jobs/${id(jobId)}`, { method: 'DELETE' }),
  retryJob: (jobId: string, file: string | null) =>
    call<Job>(`/api/knowledge/jobs/${id(jobId)}/retry`, { method: 'POST', body: { file } }),
  search: (q: string, asOf?: string | null) =>
    call<SearchResult>(`/api/knowledge/search${query({ q, k: 10, asOf })}`),

  sources: (after?: string | null) => call<Paged<Source>>(`/api/knowledge/sources${query({ limit: 100, after })}`),
  addSource: (source: NewSource) => call<Source>('/api/knowledge/sources', { method: 'POST', body: source }),
  changeSource: (sourceId: string, change: SourceChange) =>
    call<Source>(`/api/knowledge/sources/${id(sourceId)}`, { method: 'PATCH', body: change }),
  deleteSource: (sourceId: string, documents: boolean, keepalive = false) =>
    call<void>(`/api/knowledge/sources/${id(sourceId)}?documents=${documents}`, { method: 'DELETE', keepalive }),
  runSource: (sourceId: string) => call<SourceRun>(`/api/knowledge/sources/${id(sourceId)}/runs`, { method: 'POST' }),
  sourceRun: (sourceId: string, runId: string) =>
    call<SourceRunDetail>(`/api/knowledge/sources/${id(sourceId)}/runs/${id(runId)}`),
  stopSourceRun: (sourceId: string, runId: string) =>
    call<void>(`/api/knowledge/sources/${id(sourceId)}/runs/${id(runId)}/stop`, { method: 'POST' }),
};
