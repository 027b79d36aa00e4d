import { once } from 'node:events';
import { createServer } from 'node:http';

/**
 * A web site of these pages on this machine, by path; any other path is not there.
 *
 * @returns {Promise<{url: string, pages: Record<string, string>, stop: () => Promise<void>}>}
 */
export async function startSite(pages) {
  const server = createServer((request, response) => {
    const page = pages[request.url];
    response.writeHead(page === undefined ? 404 : 200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(page ?? '');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
  return { url: `http://127.0.0.1:${server.address().port}`, pages, stop };
}
