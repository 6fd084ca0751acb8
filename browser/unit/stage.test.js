// What happens to the page around an open Link: scrolling, focus, Escape, and pages that tidy up.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, test } from 'node:test';
import { FakeFrame, listener, openPage, opened, until } from './support/page.js';
import { part } from './support/script.js';

/** @type {import('./support/page.js').Page} */
let page;
afterEach(() => page.close());

const overflow = () => page.document.documentElement.style.overflow;

test('the page does not scroll while Link is open, and does as before afterwards', async () => {
  page = await openPage();
  page.document.documentElement.style.setProperty('overflow', 'auto');
  const handler = page.window.Plaid.create(listener().config);
  assert.equal(overflow(), 'auto', 'a handler that is not open holds nothing');
  handler.open();
  assert.equal(overflow(), 'hidden');
  handler.destroy();
  assert.equal(overflow(), 'auto');
  assert.equal(page.document.documentElement.style.getPropertyPriority('overflow'), '');
});

test('a page without styles has none afterwards', async () => {
  page = await openPage();
  const handler = page.window.Plaid.create(listener().config);
  handler.open();
  handler.destroy();
  assert.equal(page.document.documentElement.hasAttribute('style'), false);
});

test('where the body decides about scrolling, the body is held', async () => {
  page = await openPage();
  const { style } = page.document.body;
  // jsdom computes no longhands
  page.document.documentElement.style.overflowY = 'visible';
  style.overflowY = 'scroll';
  style.overflow = 'scroll';
  const handler = page.window.Plaid.create(listener().config);
  handler.open();
  assert.deepEqual([overflow(), style.overflow], ['', 'hidden']);
  handler.destroy();
  assert.equal(style.overflow, 'scroll');
});

test('what another dialog does to scrolling meanwhile is left alone', async () => {
  page = await openPage();
  const handler = page.window.Plaid.create(listener().config);
  handler.open();
  page.document.documentElement.style.setProperty('overflow', 'clip');
  handler.destroy();
  assert.equal(overflow(), 'clip');
});

test('with two handlers open, the page is held until both are closed', async () => {
  page = await openPage();
  const [one, two] = [page.window.Plaid.create(listener().config), page.window.Plaid.create(listener().config)];
  one.open();
  two.open();
  one.destroy();
  one.destroy();
  assert.equal(overflow(), 'hidden');
  two.exit({ force: true });
  assert.equal(overflow(), '');
  two.destroy();
  assert.equal(overflow(), '');
});

test('room is kept for a scrollbar that goes away, and only then', async () => {
  page = await openPage();
  const gutter = () => page.document.documentElement.style.getPropertyValue('scrollbar-gutter');
  Object.defineProperty(page.document.documentElement, 'clientWidth', { value: 1009, configurable: true });
  const handler = page.window.Plaid.create(listener().config);
  handler.open();
  assert.equal(gutter(), 'stable');
  handler.destroy();
  assert.equal(gutter(), '');
  Object.defineProperty(page.document.documentElement, 'clientWidth', { value: 1024 });
  page.window.Plaid.create(listener().config).open();
  assert.equal(gutter(), '');
});

test('until the frame is there, what it shows is out of sight and out of reach, and the focus is in the page', async () => {
  page = await openPage();
  const { config } = listener();
  page.window.Plaid.create(config).open();
  const [element] = page.frames();
  assert.equal(element.style.opacity, '0');
  assert.ok(element.hasAttribute('inert'));
  assert.equal(page.document.activeElement, page.document.querySelector('[role=dialog]'));
  new FakeFrame(page, element).hello();
  assert.equal(element.style.opacity, '');
  assert.ok(!element.hasAttribute('inert'));
  assert.equal(page.document.activeElement, element);
});

test('a frame that lets people wait can be closed: by a button with a name, in the language of the page', async () => {
  page = await openPage();
  page.document.documentElement.lang = 'de-CH';
  const { config, named } = listener();
  page.window.Plaid.create(config).open();
  assert.equal(page.document.querySelector('[role=dialog] button'), null, 'who waits for a moment sees nothing of it');
  const button = await until(() => page.document.querySelector('[role=dialog] button'), 'there is a way out');
  assert.equal(button.getAttribute('aria-label'), 'Schließen');
  /** @type {HTMLElement} */ (button).click();
  assert.equal(named('onExit').length, 1);
  assert.equal(named('onExit')[0][1], null);
  assert.equal(page.document.querySelector('iframe, [role=dialog]'), null);
});

test('Escape closes what is not there yet', async () => {
  page = await openPage();
  const { config, named } = listener();
  page.window.Plaid.create(config).open();
  const escape = new page.window.KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
  page.document.activeElement?.dispatchEvent(escape);
  assert.equal(named('onExit').length, 1);
});

test('the signs of waiting go when the frame comes, and do not come after it', async () => {
  page = await openPage();
  const { config } = listener();
  page.window.Plaid.create(config).open();
  await until(() => page.document.querySelector('[role=dialog] button'), 'there are signs of waiting');
  new FakeFrame(page, page.frames()[0]).hello();
  assert.equal(page.document.querySelector('[role=dialog] button'), null);
  const quick = page.window.Plaid.create(config);
  quick.open();
  new FakeFrame(page, page.frames()[1]).hello();
  await new Promise((later) => setTimeout(later, 600));
  assert.equal(page.document.querySelector('[role=dialog] button'), null);
});

test('the button is called as the one in Link, in every language', async () => {
  const stage = part('04-stage.js');
  const folder = new URL('../../crates/link/locales/', import.meta.url);
  for (const name of readdirSync(folder)) {
    const [, word] = /^a11y-close = (.*)$/m.exec(readFileSync(new URL(name, folder), 'utf8')) ?? [];
    const code = name.slice(0, 2);
    assert.ok(code === 'en' ? stage.includes(`?? '${word}'`) : stage.includes(`${code}: '${word}'`), name);
  }
});

test('focus goes into the frame and comes back to what opened it', async () => {
  page = await openPage();
  const button = /** @type {HTMLElement} */ (page.document.getElementById('launch'));
  button.focus();
  const { handler, app } = await opened(page);
  assert.equal(page.document.activeElement, page.frames()[0]);
  handler.exit({ force: true });
  assert.equal(page.document.activeElement, button);
  await until(() => app.named('onExit').length, 'onExit is called');
});

test('focus that the app moved while Link closed stays there', async () => {
  page = await openPage({ body: '<button id="launch"></button><input id="next">' });
  page.document.getElementById('launch')?.focus();
  const next = /** @type {HTMLElement} */ (page.document.getElementById('next'));
  const { handler } = await opened(page);
  next.focus();
  handler.destroy();
  assert.equal(page.document.activeElement, next);
});

test('Escape asks the frame', async () => {
  page = await openPage();
  const { frame } = await opened(page);
  let leaked = false;
  page.document.addEventListener('keydown', () => { leaked = true; });
  const dialog = page.document.querySelector('[role=dialog]');
  const escape = new page.window.KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
  dialog?.dispatchEvent(escape);
  await until(() => frame.heard.some(({ t }) => t === 'exit'), 'the frame is asked');
  assert.equal(escape.defaultPrevented, true);
  assert.equal(leaked, false, 'a dialog of the app does not close with it');
});

test('a page that empties its body ends Link as by force, once', async () => {
  page = await openPage();
  const { app, handler } = await opened(page);
  page.document.body.innerHTML = '';
  await until(() => app.named('onExit').length, 'onExit is called');
  assert.equal(overflow(), '');
  handler.exit({ force: true });
  handler.destroy();
  assert.equal(app.named('onExit').length, 1);
});

test('a page that replaces its body ends Link as well', async () => {
  page = await openPage();
  const { app } = await opened(page);
  page.document.documentElement.replaceChild(page.document.createElement('body'), page.document.body);
  await until(() => app.named('onExit').length, 'onExit is called');
});

test('a closed Link listens to nothing more', async () => {
  /** @type {Map<unknown, string>} */
  const listening = new Map();
  page = await openPage({
    before(window) {
      const { addEventListener, removeEventListener } = window;
      window.addEventListener = (/** @type {any[]} */ ...terms) => {
        if (terms[0] === 'message') listening.set(terms[1], terms[0]);
        addEventListener.apply(window, terms);
      };
      window.removeEventListener = (/** @type {any[]} */ ...terms) => {
        listening.delete(terms[1]);
        removeEventListener.apply(window, terms);
      };
    },
  });
  const { handler } = await opened(page);
  assert.equal(listening.size, 1);
  handler.destroy();
  assert.equal(listening.size, 0);
});
