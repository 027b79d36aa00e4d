import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../../..');
const READY_MS = 180_000;
const DEMO_DOCUMENTS = 40;
const STOP_MS = 10_000;

/** The password of every demo account of a server that is started here. */
export const PASSWORD = 'e2e-only-password';

/**
 * Starts the built server on a free port with an empty data folder, and waits until the demo's documents are in.
 *
 * @returns {Promise<{url: string, stop: () => Promise<void>}>}
 */
export async function startServer() {
  if (!process.env.JAVA_HOME) throw new Error('JAVA_HOME is not set; it has to name a JDK 25');
  const home = await mkdtemp(join(tmpdir(), 'bangban-e2e-'));
  const port = await freePort();
  const target = join(ROOT, 'chat-web/target');
  const child = spawn(
    join(process.env.JAVA_HOME, 'bin/java'),
    [
      '-XX:+UseSerialGC', '-Xmx512m', '--enable-native-access=ALL-UNNAMED', '--sun-misc-unsafe-memory-access=allow', '-Dfile.encoding=UTF-8',
      '-cp', [join(target, 'bangban-chat-web.jar'), join(target, 'lib/*')].join(delimiter), 'bangban.web.Bangban', 'run',
    ],
    {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        BANGBAN_HOME: home,
        BANGBAN_PORT: String(port),
        BANGBAN_CONFIG: join(ROOT, 'config'),
        BANGBAN_DEMO_PASSWORD: PASSWORD,
        BANGBAN_FETCH_ALLOW: '127.0.0.1:*',
        LC_ALL: 'C.UTF-8',
      },
    },
  );
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (log = (log + text).slice(-8000)));
  const exited = once(child, 'exit');
  const killNow = () => child.kill('SIGKILL');
  process.once('exit', killNow);

  const stop = async () => {
    const force = setTimeout(killNow, STOP_MS);
    child.kill('SIGTERM');
    if (child.exitCode === null && child.signalCode === null) await exited;
    clearTimeout(force);
    process.off('exit', killNow);
    await rm(home, { recursive: true, force: true });
  };

  const url = `http://127.0.0.1:${port}`;
  try {
    const gone = exited.then(([code]) => {
      throw new Error(`the server ended with ${code}`);
    });
    gone.catch(() => {});
    await Promise.race([ready(url), gone]);
  } catch (error) {
    await stop();
    throw new Error(`${error.message}\n${log}`);
  }
  return { url, stop };
}

async function ready(url) {
  const until = Date.now() + READY_MS;
  let state = 'not reached';
  while (Date.now() < until) {
    const answer = await fetch(`${url}/api/status`).catch(() => null);
    if (answer?.ok) {
      const { loading } = await answer.json();
      // The status says null for a moment before the first document, too.
      if (loading === null && (await documents(url)) >= DEMO_DOCUMENTS) return;
      state = loading === null ? 'nothing loaded' : `${loading.what} ${loading.done}/${loading.total}`;
    }
    await new Promise((again) => setTimeout(again, 250));
  }
  throw new Error(`the server was not ready after ${READY_MS / 1000} s: ${state}`);
}

/** How many documents the administrator sees, up to a page of them; 0 while there is no such account yet. */
async function documents(url) {
  const call = async (path, options) => {
    const answer = await fetch(url + path, options);
    return answer.ok ? answer.json() : null;
  };
  const body = JSON.stringify({ username: 'admin', password: PASSWORD });
  const login = await call('/api/login', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
  if (!login) return 0;
  const page = await call('/api/knowledge/documents?limit=100', { headers: { Authorization: `Bearer ${login.token}` } });
  return page?.items.length ?? 0;
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}
