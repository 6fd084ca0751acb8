// What Link costs in a browser and at the server: bytes, the first pane on a slow processor, the swap of panes.
// Run by `cargo xtask bench --link`; prints a table and fails on nothing but a broken product.
import { performance } from 'node:perf_hooks';
import { chromium } from '@playwright/test';
import { AppServer } from '../support/app-server.js';
import { startServer } from '../support/server.js';

/** How many sessions are opened in a browser, and how many are turned without one. */
const OPENINGS = Number(process.env['OPENINGS'] ?? 15);
const SESSIONS = Number(process.env['SESSIONS'] ?? 400);
/** How much slower the browser's processor is made. */
const SLOWDOWN = 4;
/** How long a person looks at a page before pressing its button. */
const READ_MILLISECONDS = 3_000;

/** @type {[string, string, string][]} */
const rows = [];

const server = await startServer();
const app = new AppServer(server.url);
await app.start();
try {
  await openings();
  await turns();
} finally {
  await app.stop();
  await server.stop();
}
for (const [what, figure, target] of rows) console.log(`${what.padEnd(58)} ${figure.padStart(26)}   ${target}`);

/** Bytes until the first pane, and how long after `open()` it is painted. */
async function openings() {
  const path = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath: path, chromiumSandbox: process.getuid?.() !== 0, args: ['--disable-gpu'] });
  /** @type {number[]} */
  const cold = [];
  /** @type {number[]} */
  const unprepared = [];
  /** @type {number[]} */
  const again = [];
  let bytes = 0;
  for (let round = 0; round < OPENINGS; round += 1) {
    const context = await browser.newContext();
    await context.addInitScript(markFirstPane);
    const page = await context.newPage();
    bytes = await count(page, async () => {
      await page.goto(app.origin);
      cold.push(await open(page, true));
    });
    again.push(await open(page, false));
    await context.close();
    const other = await browser.newContext();
    await other.addInitScript(markFirstPane);
    const fresh = await other.newPage();
    await fresh.goto(app.origin);
    unprepared.push(await open(fresh, false));
    await other.close();
  }
  await browser.close();
  rows.push(['script, frame and first pane, bytes on the wire', String(bytes), '<= 61,440']);
  rows.push([`open() to first pane painted, ${SLOWDOWN}x slower, first visit, ms`, spread(cold), '<= 200']);
  rows.push(['the same, second opening of a page, ms', spread(again), '<= 200']);
  rows.push(['the same, first visit, handler made at the click, ms', spread(unprepared), '']);
}

/**
 * Opens Link on the page that is there; the milliseconds until its first pane is on the screen.
 * @param {import('@playwright/test').Page} page
 * @param {boolean} early whether the handler is made when the page loads, as react-plaid-link does, or at the click
 */
async function open(page, early) {
  const { link_token: token } = await server.api.linkToken();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await page.evaluate(({ token, early }) => {
    const handler = early ? window.app.create({ token }) : null;
    if (!handler) window.app.arm({ token });
    else document.getElementById('launch')?.addEventListener('click', () => handler.open(), { once: true });
  }, { token, early });
  if (early) await page.waitForTimeout(READ_MILLISECONDS);
  const began = await page.evaluate(() => {
    const now = performance.timeOrigin + performance.now();
    document.getElementById('launch')?.click();
    return now;
  });
  const pane = page.frameLocator('iframe.plaid-link-iframe').locator('[data-pane="CONSENT"]');
  await pane.waitFor();
  const painted = await pane.evaluate(async () => {
    while (!('firstPane' in window)) await new Promise((resolve) => setTimeout(resolve, 5));
    return /** @type {number} */ (window['firstPane']);
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await page.evaluate(() => window.app.handlers.at(-1).exit({ force: true }));
  await page.locator('iframe.plaid-link-iframe').waitFor({ state: 'detached' });
  return painted - began;
}

/** Runs in every document: notes when the first pane has been painted. */
function markFirstPane() {
  const watch = new MutationObserver(() => {
    if (document.querySelector('[data-pane="CONSENT"]') === null) return;
    watch.disconnect();
    // The frame after the one in which it was laid out.
    requestAnimationFrame(() => requestAnimationFrame(() => Object.assign(window, { firstPane: performance.timeOrigin + performance.now() })));
  });
  watch.observe(document, { childList: true, subtree: true });
}

/**
 * The bytes that came from Selvedge while `work` ran.
 * @param {import('@playwright/test').Page} page
 * @param {() => Promise<void>} work
 */
async function count(page, work) {
  /** @type {Promise<number>[]} */
  const sizes = [];
  /** @param {import('@playwright/test').Request} request */
  const note = (request) => {
    if (!request.url().startsWith(server.url)) return;
    sizes.push(request.sizes().then(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize));
  };
  page.on('requestfinished', note);
  await work();
  page.off('requestfinished', note);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** How long the server takes for a turn, as a client on the same machine sees it. */
async function turns() {
  /** @type {number[]} */
  const took = [];
  const steps = [
    { kind: 'agree' },
    { kind: 'choose', institution: 'ins_109508' },
    { kind: 'credentials', fields: [['username', 'user_good'], ['password', 'mfa_device']] },
    { kind: 'answers', answers: ['Phone ending in 3333'] },
    { kind: 'answers', answers: ['1234'] },
    { kind: 'accounts', keys: ['0'] },
    { kind: 'finish' },
  ];
  for (let round = 0; round < SESSIONS; round += 1) {
    const { link_token: token } = await server.api.linkToken();
    const opened = await post('/link/session', { token, way: 'overlay', origin: app.origin, webview: false });
    let { session, step } = opened.body;
    took.push(opened.took);
    for (const input of steps) {
      const turned = await post('/link/session/turn', { session, step, input });
      if (turned.body.step === step) throw new Error(`${input.kind} changed nothing: ${JSON.stringify(turned.body).slice(0, 300)}`);
      step = turned.body.step;
      took.push(turned.took);
    }
  }
  took.sort((one, other) => one - other);
  rows.push([`pane swap, ${took.length} turns one after the other, p50 / p99 ms`, `${at(took, 0.5)} / ${at(took, 0.99)}`, 'p99 <= 30']);
}

/**
 * @param {string} path
 * @param {unknown} body
 */
async function post(path, body) {
  const began = performance.now();
  const response = await fetch(server.url + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' },
    body: JSON.stringify(body),
  });
  const read = await response.json();
  const took = performance.now() - began;
  if (!response.ok) throw new Error(`${path}: ${JSON.stringify(read)}`);
  return { body: read, took };
}

/** @param {number[]} sample */
function spread(sample) {
  const sorted = [...sample].sort((one, other) => one - other);
  return `min ${at(sorted, 0)} med ${at(sorted, 0.5)} max ${at(sorted, 1)}`;
}

/**
 * @param {number[]} sorted
 * @param {number} share
 */
function at(sorted, share) {
  return (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN).toFixed(1);
}
