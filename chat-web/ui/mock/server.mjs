/**
 * The HTTP contract on made-up data, to look at the built interface without the back end: `npm run build && npm run mock`.
 * MOCK_PDF names a PDF that stands for the scanned regulation; MOCK_SLOW multiplies every wait.
 */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { agents, answerTo, blocks, documents, PASSWORD, users } from './data.mjs';

const DIST = join(import.meta.dirname, '../dist');
const PORT = Number(process.env.PORT ?? 8090);
const SLOW = Number(process.env.MOCK_SLOW ?? 1);
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.json': 'application/json' };
const POLICY = "default-src 'self'; script-src 'self'; worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

const sessions = [];
const turns = new Map();
const keys = new Map();
const jobs = new Map();
let counter = 0;
const newId = (kind) => `${kind}${++counter}`;
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms * SLOW));

const day = 86_400_000;
for (const [title, ago] of [['出差补助怎么算', day], ['子公司限额如何备案', 3 * day], ['档案保管期限', 12 * day]]) {
  const at = new Date(Date.now() - ago).toISOString();
  sessions.push({ id: newId('s'), title, createdAt: at, updatedAt: at, turns: [] });
}

function turnOf(run) {
  const { answer, session, body, id, startedAt, status, tookMs, text } = run;
  return {
    id, sessionId: session.id, question: body.text, asOf: body.asOf ?? null, attachments: [], status, mode: 'grounded', language: 'zh', text,
    refused: answer.refused ?? false, clarification: status === 'running' ? null : (answer.clarification ?? null),
    parts: [{ agent: answer.agent, request: body.text, dependsOn: [], status: status === 'running' ? 'running' : 'finished' }],
    citations: run.cited, tools: [{ name: 'knowledge.search', effect: 'READ', status: 'done' }], tables: [], charts: [], files: [],
    notices: answer.notices, support: { rate: 1, struck: 0, unsourced: 0 }, searched: { documents: 26, passages: 8 },
    suggestions: answer.suggestions, error: run.error ?? null, startedAt, tookMs, agent: body.agent ?? null, feedback: run.feedback ?? null,
  };
}

function emit(run, event) {
  run.events.push({ timestamp: Date.now(), ...event });
  for (const wake of run.readers) wake();
}

async function play(run) {
  const { answer, id, session, body } = run;
  const begun = Date.now();
  const custom = (name, value) => emit(run, { type: 'CUSTOM', name, value });
  emit(run, { type: 'RUN_STARTED', threadId: session.id, runId: id });
  await wait(250);
  custom('route', { parts: [{ agent: answer.agent, request: body.text, dependsOn: [], status: 'pending' }], confidence: 0.94 });
  emit(run, { type: 'STEP_STARTED', stepName: `0:${answer.agent}` });
  emit(run, { type: 'TOOL_CALL_START', toolCallId: 'c1', toolCallName: 'knowledge.search' });
  await wait(250);
  emit(run, { type: 'TOOL_CALL_END', toolCallId: 'c1' });
  custom('passages', { documents: 26, passages: 8 });
  for (const citation of answer.citations) {
    run.cited.push(citation);
    custom('citation', citation);
  }
  for (const delta of answer.sentences) {
    await wait(450);
    if (run.stopped) break;
    run.text += delta;
    emit(run, { type: 'TEXT_MESSAGE_CHUNK', messageId: `${id}:0`, role: 'assistant', delta });
  }
  for (const notice of answer.notices) custom('notice', notice);
  if (answer.clarification) custom('clarification', answer.clarification);
  emit(run, { type: 'STEP_FINISHED', stepName: `0:${answer.agent}` });
  run.tookMs = Date.now() - begun;
  if (answer.fails) {
    run.status = 'failed';
    run.error = { code: 'model-timeout', message: '回答超时。' };
    return emit(run, { type: 'RUN_ERROR', ...run.error });
  }
  run.status = run.stopped ? 'stopped' : answer.clarification ? 'waiting' : 'finished';
  emit(run, { type: 'RUN_FINISHED', threadId: session.id, runId: id, result: turnOf(run) });
}

async function stream(run, request, response) {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  let next = Number(request.headers['last-event-id'] ?? -1) + 1;
  let gone = false;
  request.on('close', () => (gone = true));
  while (!gone) {
    while (next < run.events.length) {
      const event = run.events[next];
      response.write(`id:${next}\ndata:${JSON.stringify(event)}\n\n`);
      next += 1;
      if (event.type === 'RUN_FINISHED' || event.type === 'RUN_ERROR') return response.end();
      if (run.answer.cuts && next === 8 && !run.cut) {
        run.cut = true;
        return response.destroy();
      }
    }
    await new Promise((resolve) => run.readers.push(resolve));
  }
}

function problem(response, status, code, detail) {
  response.writeHead(status, { 'Content-Type': 'application/problem+json' });
  response.end(JSON.stringify({ type: 'about:blank', title: code, status, code, detail }));
}

function json(response, value, status = 200) {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(status === 204 ? undefined : JSON.stringify(value));
}

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const list = (items) => ({ items, next: null });

async function serve(request, response) {
  const url = new URL(request.url, 'http://mock');
  const path = url.pathname;
  if (!path.startsWith('/api/')) return asset(path, response);
  const route = `${request.method} ${path}`;
  if (route === 'GET /api/status') return json(response, { name: '帮办', version: '0.1', mode: 'grounded', demo: true, loading: null });
  const raw = request.method === 'GET' ? Buffer.alloc(0) : await bodyOf(request);
  const body = request.headers['content-type']?.startsWith('application/json') ? JSON.parse(raw.toString()) : {};
  if (route === 'POST /api/login') {
    const user = users.find((each) => each.username === body.username && body.password === PASSWORD && !each.disabled);
    if (!user) return problem(response, 401, 'login-failed', '用户名或密码不对。请检查后再试，连续 5 次不对会锁定 10 分钟。');
    return json(response, { token: user.username, expiresAt: new Date(Date.now() + day).toISOString(), user });
  }
  const me = users.find((each) => `Bearer ${each.username}` === request.headers.authorization);
  if (!me) return problem(response, 401, 'token-invalid', '登录已过期，请重新登录。');
  const [, , kind, id, part] = path.split('/').map(decodeURIComponent);
  const run = kind === 'turns' ? turns.get(id) : null;
  const session = kind === 'sessions' && id ? sessions.find((each) => each.id === id) : null;
  if (kind === 'turns' && !run) return problem(response, 404, 'turn-not-found', '没有这次问答。');
  if (kind === 'sessions' && id && !session) return problem(response, 404, 'session-not-found', '没有这个对话。');
  if (route === 'POST /api/logout' || route === 'POST /api/me/password') return json(response, null, 204);
  if (route === 'GET /api/me') return json(response, me);
  if (route === 'GET /api/users') return json(response, list(users));
  if (route === 'POST /api/users') {
    const user = { id: newId('u'), displayName: body.username, roles: [], clearance: '内部', locale: 'zh-CN', disabled: false, ...body };
    users.unshift(user);
    return json(response, user, 201);
  }
  if (kind === 'users' && part === 'password') return json(response, { password: 'mock23passw0rd45' });
  if (route === 'GET /api/audit') {
    const at = new Date().toISOString();
    const items = users.map((user, index) => ({ id: `${users.length - index}`, at, user: user.username, action: 'login', object: user.username, detail: '' }));
    const named = url.searchParams.get('user');
    return json(response, { ...list(items.filter((entry) => !named || entry.user === named)), intact: true });
  }
  if (kind === 'users' && request.method === 'PATCH') return json(response, Object.assign(users.find((each) => each.id === id), body));
  if (route === 'GET /api/agents') return json(response, { items: agents });
  if (route === 'GET /api/sessions') return json(response, list([...sessions].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt)).map(({ turns: _, ...rest }) => rest)));
  if (route === 'POST /api/sessions') {
    const at = new Date().toISOString();
    const made = { id: newId('s'), title: '', createdAt: at, updatedAt: at, turns: [] };
    sessions.push(made);
    return json(response, made, 201);
  }
  if (session && part === 'turns' && request.method === 'GET') return json(response, list(session.turns.map((turn) => turnOf(turns.get(turn)))));
  if (session && part === 'turns') {
    const key = request.headers['idempotency-key'];
    if (key && keys.has(key)) return json(response, { turnId: keys.get(key) }, 202);
    const made = { id: newId('t'), session, body, answer: answerTo(body.text), startedAt: new Date().toISOString(), status: 'running', text: '', cited: [], tookMs: 0, events: [], readers: [], stopped: false };
    turns.set(made.id, made);
    keys.set(key, made.id);
    session.turns.push(made.id);
    session.title ||= body.text.slice(0, 30);
    session.updatedAt = made.startedAt;
    void play(made);
    return json(response, { turnId: made.id }, 202);
  }
  if (session && request.method === 'PATCH') return json(response, Object.assign(session, body));
  if (session && request.method === 'DELETE') return sessions.splice(sessions.indexOf(session), 1), json(response, null, 204);
  if (run && part === 'events') return stream(run, request, response);
  if (run && part === 'feedback' && request.method === 'DELETE') return (run.feedback = null), json(response, null, 204);
  if (run && part === 'feedback') return json(response, (run.feedback = { reason: null, comment: null, ...body, givenAt: new Date().toISOString() }));
  if (run && part === 'stop') return (run.stopped = true), json(response, null, 204);
  if (run) return json(response, turnOf(run));
  const [action, page] = path.split('/').slice(5);
  return knowledge({ route, url, id: part, raw, action, page, method: request.method }, response);
}

function knowledge({ route, url, id, action, page, method, raw }, response) {
  const q = url.searchParams.get('q') ?? '';
  if (route === 'GET /api/knowledge/documents') return json(response, list(documents.filter((each) => each.title.includes(q) || each.file.includes(q))));
  if (route === 'POST /api/knowledge/documents') {
    const file = /filename="([^"]*)"/.exec(raw.toString('utf8'))?.[1] ?? 'file';
    const job = { id: newId('j'), begun: Date.now(), file };
    jobs.set(job.id, job);
    return json(response, { jobId: job.id }, 202);
  }
  if (route === 'GET /api/knowledge/jobs') return json(response, list([folderJob(), ...[...jobs.values()].map(jobState)].filter((job) => !gone.has(job.id))));
  if (route.startsWith('DELETE /api/knowledge/jobs/')) return gone.add(id), json(response, null, 204);
  if (route.startsWith('POST /api/knowledge/jobs/')) return json(response, folderJob(), 202);
  if (route.startsWith('GET /api/knowledge/jobs/') && action === 'files') return json(response, list(failedFiles));
  if (route.startsWith('GET /api/knowledge/jobs/')) return json(response, id === 'folder' ? folderJob() : jobState(jobs.get(id)));
  if (route === 'GET /api/knowledge/search') {
    const items = blocks.filter((block) => block.kind !== 'heading').slice(4, 9).map((block, index) => ({
      documentId: 'd1', file: documents[0].file, title: documents[0].title, version: '2024', page: null, clause: block.label ?? '', path: [],
      start: block.start, end: block.end, text: block.text, score: 1 - index / 10,
    }));
    return json(response, { items: q.includes('无') ? [] : items, searched: { documents: 26, passages: 8 }, tookMs: 38 });
  }
  if (route === 'GET /api/knowledge/grantees') return json(response, { items: [] });
  const document = documents.find((each) => each.id === id);
  if (!document) return problem(response, 404, 'document-not-found', '没有这份文件，或您没有查看它的权限。');
  if (action === 'shares') return json(response, { items: [] });
  if (method === 'PATCH') return json(response, Object.assign(document, JSON.parse(raw.toString('utf8'))));
  if (method === 'DELETE') return documents.splice(documents.indexOf(document), 1), json(response, null, 204);
  if (action === 'pages') return json(response, { documentId: id, n: Number(page), of: 1, blocks });
  if (action === 'original') {
    const pdf = process.env.MOCK_PDF;
    if (!pdf) return problem(response, 404, 'original-not-found', '没有原文件。');
    response.writeHead(200, { 'Content-Type': 'application/octet-stream', 'Content-Length': statSync(pdf).size });
    return createReadStream(pdf).pipe(response);
  }
  return json(response, document);
}

const gone = new Set();
const begun = Date.now();
const failedFiles = [
  ['2019/盘点表.xls', 'file-unknown-format', '不支持这种文件格式，因此没有入库；其他文件不受影响。', false],
  ['设备/高炉点检标准.pdf', 'file-timeout', '读取文件超过了时间上限，因此没有入库；其他文件不受影响。请拆分后重新上传。', true],
].map(([file, code, detail, retryable], n) => ({
  id: `f${n}`, file, status: 'failed', stage: 'parsing', done: 0, total: 0, documentId: null, outcome: null, contents: null, retryable,
  error: { type: 'about:blank', title: code, status: 422, code, detail },
}));

/** A folder of 128 files on its way. */
function folderJob() {
  const at = Math.min(126, 41 + Math.floor((Date.now() - begun) / 1500 / SLOW));
  return {
    id: 'folder', name: '制度汇编', status: 'running', cancelled: false, retryable: true, startedAt: new Date(begun).toISOString(),
    files: { total: 128, done: at, failed: 2 }, file: '财务/差旅费管理办法（2025版）.docx', stage: 'encoding',
    done: Math.floor((Date.now() / 200) % 40), total: 40, documentId: null, outcome: null, contents: null, error: null,
  };
}

function jobState(job) {
  const at = (Date.now() - job.begun) / 1500 / SLOW;
  const failed = job.file.includes('坏') && at > 1;
  const stage = ['parsing', 'encoding', 'indexing', 'done'][Math.min(3, Math.floor(at))];
  const error = failed ? { type: 'about:blank', title: 'unreadable', status: 400, code: 'document-unreadable', detail: '文件打不开，可能已损坏或有密码。请换一份再传。' } : null;
  return {
    id: job.id, name: job.file, cancelled: gone.has(job.id), retryable: false, startedAt: new Date(job.begun).toISOString(), outcome: null, contents: null,
    files: { total: 1, done: stage === 'done' ? 1 : 0, failed: failed ? 1 : 0 }, status: failed ? 'failed' : stage === 'done' ? 'done' : 'running', file: job.file, stage: failed ? 'parsing' : stage,
    done: Math.floor((at % 1) * 40), total: 40, documentId: stage === 'done' ? 'd1' : null, error,
  };
}

function asset(path, response) {
  const file = join(DIST, normalize(path));
  const found = file.startsWith(DIST) && existsSync(file) && statSync(file).isFile() ? file : join(DIST, 'index.html');
  response.writeHead(200, { 'Content-Type': TYPES[extname(found)] ?? 'application/octet-stream', 'Content-Security-Policy': POLICY });
  response.end(readFileSync(found));
}

createServer((request, response) => {
  serve(request, response).catch((error) => problem(response, 500, 'mock-failed', String(error)));
}).listen(PORT, '127.0.0.1', () => console.log(`http://127.0.0.1:${PORT}  (${users.map((user) => user.username).join(', ')} / ${PASSWORD})`));
