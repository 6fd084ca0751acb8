// The quickstart's page on an address of its own: the front end of a checkout, unchanged, or a page of ours that
// uses react-plaid-link in the same way.
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { VENDOR_SCRIPT } from '../support/app-server.js';
import { bundle } from '../support/bundle.js';
import { backend } from './backend.js';

/** How long the front end's own server may take to start. */
const START_LIMIT = 60_000;

/** @typedef {{origin: string, stop: () => Promise<void>}} Site */

/**
 * A page of ours.
 * @param {import('../support/api.js').Api} api
 * @returns {Promise<Site>}
 */
export async function ownSite(api) {
  const answer = backend(api);
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Quickstart</title>
<link rel="icon" href="data:,"></head><body><div id="root"></div><script src="/code.js"></script></body></html>`;
  return serve(async (request, response) => {
    if (await answer(request, response)) return;
    const code = request.url === '/code.js';
    response.writeHead(200, { 'Content-Type': code ? 'text/javascript' : 'text/html; charset=utf-8' });
    response.end(code ? await bundle('quickstart') : page);
  });
}

/**
 * The front end of a checkout of the quickstart, with its dependencies installed.
 * @param {string} checkout
 * @param {import('../support/api.js').Api} api
 * @returns {Promise<Site>}
 */
export async function checkoutSite(checkout, api) {
  const answer = backend(api);
  const back = await serve(async (request, response) => {
    if (!(await answer(request, response))) response.writeHead(404).end();
  });
  const folder = join(checkout, 'frontend');
  const port = await freePort();
  const vite = join(folder, 'node_modules', 'vite', 'bin', 'vite.js');
  const child = spawn(process.execPath, [vite, '--host', 'localhost', '--port', String(port), '--strictPort'], {
    cwd: folder,
    env: { ...process.env, API_HOST: back.origin },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    await back.stop();
  };
  try {
    await new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error('the front end did not start')), START_LIMIT).unref();
      child.once('exit', (code) => reject(new Error(`the front end ended with ${code}`)));
      createInterface({ input: child.stdout }).on('line', (line) => line.includes('localhost:') && resolve(undefined));
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return { origin: `http://localhost:${port}`, stop };
}

/** Where the page would load the vendor's script from. */
export const SCRIPT = VENDOR_SCRIPT;

/**
 * @param {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => Promise<void>} handle
 * @returns {Promise<Site>}
 */
async function serve(handle) {
  const server = createServer((request, response) => {
    handle(request, response).catch((error) => response.writeHead(500).end(String(error)));
  });
  await new Promise((resolve) => server.listen(0, 'localhost', () => resolve(undefined)));
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { origin: `http://localhost:${portOf(server)}`, stop };
}

/** A port that was free a moment ago. */
async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, 'localhost', () => resolve(undefined)));
  const port = portOf(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** @param {import('node:http').Server} server */
function portOf(server) {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}
