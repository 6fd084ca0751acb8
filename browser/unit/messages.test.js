// Messages that are not from the frame, or not what they should be.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { FakeFrame, LINK, listener, openPage, opened, until } from './support/page.js';

/** @type {import('./support/page.js').Page} */
let page;
afterEach(() => page.close());

/** Opens Link and stops before the frame has said anything. */
async function waiting() {
  page = await openPage({ body: '<iframe name="child"></iframe>' });
  const app = listener();
  page.window.Plaid.create(app.config).open();
  return { app, frame: new FakeFrame(page, page.frames()[0]) };
}

test('l3: a hello from another window, another origin or with another number is not answered', async () => {
  const { frame } = await waiting();
  const hello = { t: 'hello', n: frame.nonce, v: 1 };
  const child = /** @type {HTMLIFrameElement} */ (page.document.querySelector('iframe[name=child]')).contentWindow;
  for (const forged of [
    { source: page.window }, { source: child }, { source: null },
    { origin: 'https://evil.example' }, { origin: `${LINK}.evil.example` }, { origin: 'null' }, { origin: '' },
    { origin: 'https://app.example.com' }, { source: child, origin: LINK },
    { data: { ...hello, n: '0'.repeat(32) } }, { data: { ...hello, n: undefined } }, { data: { ...hello, v: 2 } },
    { data: { ...hello, t: 'init' } }, { data: JSON.stringify(hello) }, { data: [hello] }, { data: null },
  ]) {
    frame.post(forged);
    assert.deepEqual(frame.posted, [], JSON.stringify(forged.data ?? forged.origin));
  }
  frame.post({});
  assert.equal(frame.posted.length, 1, 'the true one is answered');
  assert.deepEqual(page.thrown, []);
});

/** A reproducible source of numbers from 0 to 1. */
function numbers() {
  let state = 20261122;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const next = numbers();
const pick = (/** @type {readonly any[]} */ list) => list[Math.floor(next() * list.length)];
const WORDS = ['ready', 'standing', 'exit', 'event', 'success', 'leave', 'choose', 'hello', 'init', '__proto__',
  'constructor', 'toString', '', 'ins_1', 'OPEN', '<img src=x onerror=alert(1)>', 'javascript:alert(1)'];
const KEYS = ['t', 'name', 'metadata', 'error', 'public_token', 'url', 'institution', 'n', 'v', '__proto__'];

/**
 * Something.
 * @param {number} [depth]
 * @returns {any}
 */
function something(depth = 0) {
  const kind = Math.floor(next() * (depth > 3 ? 6 : 10));
  if (kind < 2) return pick(WORDS);
  if (kind < 6) return pick([null, undefined, 0, -1, NaN, Infinity, true, false, 10n ** 30n, new Date(NaN)]);
  if (kind === 6) return Array.from({ length: Math.floor(next() * 4) }, () => something(depth + 1));
  if (kind === 7) return new Map([[something(depth + 1), something(depth + 1)]]);
  const entries = KEYS.filter(() => next() < 0.5).map((key) => [key, something(depth + 1)]);
  return Object.fromEntries(entries);
}

test('l3: 5,000 random messages to the window raise no exception and reach no callback', async () => {
  const { app, frame } = await waiting();
  for (let count = 0; count < 5_000; count++) {
    frame.post({
      data: something(), origin: pick([LINK, LINK, 'https://evil.example', '']),
      source: pick([frame.inside, frame.inside, page.window, null]),
    });
  }
  assert.deepEqual(frame.posted, []);
  assert.deepEqual(page.thrown, []);
  assert.deepEqual(app.calls.filter(([name]) => name !== 'onLoad'), []);
});

test('l3: 5,000 random messages on the port raise no exception and reach no callback in a wrong shape', async () => {
  page = await openPage();
  const { app, frame } = await opened(page);
  const wrong = () => {
    const message = something();
    // a well-formed end would rightly end the run
    return message && ['exit', 'success', 'leave'].includes(message.t) ? { ...message, metadata: 1, url: 1 } : message;
  };
  for (let count = 0; count < 5_000; count++) frame.say(wrong());
  frame.event('LAST');
  await until(() => app.calls.some(([, name]) => name === 'LAST'), 'all were heard');
  assert.deepEqual(page.thrown, []);
  for (const [called, name, metadata] of app.named('onEvent')) {
    assert.equal(called, 'onEvent');
    assert.match(name, /^[A-Z0-9_]+$/);
    assert.equal(typeof metadata, 'object');
  }
  assert.deepEqual([app.named('onExit'), app.named('onSuccess')], [[], []]);
});

test('l3: ends of a wrong shape, and huge ones, are not ends', async () => {
  page = await openPage();
  const { app, frame } = await opened(page);
  const huge = 'x'.repeat(2_000_000);
  /** @type {any} */
  const circle = {};
  circle.circle = circle;
  for (const wrong of [
    { t: 'success' }, { t: 'success', public_token: 5, metadata: {} }, { t: 'success', public_token: 'p', metadata: [] },
    { t: 'success', public_token: huge, metadata: {} }, { t: 'success', public_token: 'p', metadata: circle },
    { t: 'exit' }, { t: 'exit', error: undefined, metadata: {} }, { t: 'exit', error: {}, metadata: {} },
    { t: 'exit', error: null, metadata: null }, { t: 'exit', error: null, metadata: { huge } },
    { t: 'event', name: 'lower', metadata: {} }, { t: 'event', name: 'A'.repeat(65), metadata: {} },
    { t: 'event', name: 'OPEN' }, { t: 'choose', institution: 'ins_1' },
  ]) frame.say(wrong);
  frame.event('LAST');
  await until(() => app.calls.some(([, name]) => name === 'LAST'), 'all were heard');
  assert.deepEqual(app.named('onEvent').map(([, name]) => name), ['OPEN', 'LAST']);
  assert.deepEqual([app.named('onExit'), app.named('onSuccess'), page.thrown], [[], [], []]);
  assert.equal(page.frames().length, 1);
});

test('a frame that was reloaded gets a new port, and the old one is deaf', async () => {
  page = await openPage();
  const { app, frame } = await opened(page);
  const old = frame.port;
  frame.hello();
  assert.equal(frame.posted.length, 2);
  old.postMessage({ t: 'success', public_token: 'stale', metadata: {} });
  frame.event('AGAIN');
  await until(() => app.calls.some(([, name]) => name === 'AGAIN'), 'the new port is heard');
  assert.deepEqual(app.named('onSuccess'), []);
});
