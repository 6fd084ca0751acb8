// The frame that has Link ready before it is opened for the first time.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { listener, openPage } from './support/page.js';

/** @type {import('./support/page.js').Page} */
let page;
afterEach(() => page.close());

/** A page whose idle moments come when they are asked for. */
async function idlePage() {
  page = await openPage();
  /** @type {(() => void)[]} */
  const waiting = [];
  Object.assign(page.window, { requestIdleCallback: (/** @type {() => void} */ callback) => waiting.push(callback) });
  return () => waiting.splice(0).forEach((callback) => callback());
}

function frames() {
  return [...page.document.querySelectorAll('iframe')];
}

test('an idle page with a handler holds one frame, which is nobody’s to see or to find', async () => {
  const idle = await idlePage();
  const { create } = page.window.Plaid;
  const handlers = [create(listener().config), create(listener().config)];
  assert.equal(frames().length, 0);
  idle();
  const [frame, ...others] = frames();
  assert.equal(others.length, 0);
  assert.match(frame.src, /\/link\/frame\/[0-9a-f]{32}$/);
  assert.equal(frame.getAttribute('aria-hidden'), 'true');
  assert.ok(frame.hasAttribute('inert'));
  for (const name of ['id', 'class', 'title']) assert.ok(!frame.hasAttribute(name), name);
  handlers[0].destroy();
  assert.equal(frames().length, 1);
  handlers[1].destroy();
  assert.equal(frames().length, 0);
});

test('a handler that is destroyed before the page is idle leaves nothing', async () => {
  const idle = await idlePage();
  page.window.Plaid.create(listener().config).destroy();
  idle();
  assert.equal(frames().length, 0);
});

test('a person who saves data is not sent anything before they ask for it', async () => {
  const idle = await idlePage();
  Object.defineProperty(page.window.navigator, 'connection', { value: { saveData: true } });
  page.window.Plaid.create(listener().config);
  idle();
  assert.equal(frames().length, 0);
});

test('Link that is left before its page is there takes the other frame with it', async () => {
  const idle = await idlePage();
  const handler = page.window.Plaid.create(listener().config);
  idle();
  handler.open();
  assert.equal(frames().length, 2);
  handler.exit({ force: true });
  assert.equal(frames().length, 0);
});
