// `Plaid.createEmbedded`.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { FakeFrame, LINK, listener, openPage, until } from './support/page.js';

/** @type {import('./support/page.js').Page} */
let page;
afterEach(() => page.close());

const BODY = '<div id="bank"></div>';
const container = () => /** @type {HTMLElement} */ (page.document.getElementById('bank'));

/** Shows tiles. */
function embedded() {
  const app = listener();
  const { createEmbedded } = page.window.Plaid;
  const handler = createEmbedded(app.config, container());
  const tiles = new FakeFrame(page, container().querySelector('iframe'));
  return { app, handler, tiles };
}

test('the tiles fill their container, and are no overlay', async () => {
  page = await openPage({ body: BODY });
  const { app, tiles } = embedded();
  assert.equal(tiles.address.origin + tiles.address.pathname.replace(/[0-9a-f]{32}$/, ''), `${LINK}/link/tiles/`);
  assert.equal(tiles.element.style.width, '100%');
  assert.equal(tiles.element.style.height, '100%');
  const { message, target } = tiles.hello();
  assert.deepEqual([message.way, message.token, target], ['embedded', 'link-sandbox-7a2c', LINK]);
  assert.deepEqual(page.frames(), []);
  assert.equal(page.document.documentElement.style.overflow, '');
  await until(() => app.named('onLoad').length === 1, 'the app is told');
});

test('a tile opens Link past the choice of a bank, and the same callbacks are called', async () => {
  page = await openPage({ body: BODY });
  const { app, tiles } = embedded();
  tiles.hello();
  tiles.say({ t: 'choose', institution: 'ins_<' });
  tiles.say({ t: 'choose', institution: 'ins_109508' });
  tiles.say({ t: 'choose', institution: 'ins_109509' });
  const element = await until(() => page.frames()[0], 'Link is open');
  const frame = new FakeFrame(page, element);
  const { message } = frame.hello();
  assert.deepEqual([message.way, message.institution], ['embedded', 'ins_109508']);
  frame.event('OPEN', { view_name: 'CONSENT' });
  frame.event('SELECT_INSTITUTION');
  frame.say({ t: 'exit', error: null, metadata: { institution: null, status: null, link_session_id: '', request_id: '' } });
  await until(() => app.named('onExit').length, 'Link is left');
  assert.deepEqual(app.named('onEvent').map(([, name]) => name), ['OPEN', 'SELECT_INSTITUTION']);
  assert.deepEqual(page.frames(), []);
  assert.equal(container().children.length, 1, 'the tiles are still there');
  tiles.say({ t: 'choose', institution: 'ins_3' });
  await until(() => page.frames()[0], 'Link is open again');
});

test('destruction takes away tiles and overlay, and says nothing', async () => {
  page = await openPage({ body: BODY });
  const { app, handler, tiles } = embedded();
  tiles.hello();
  tiles.say({ t: 'choose', institution: 'ins_3' });
  await until(() => page.frames()[0], 'Link is open');
  handler.destroy();
  handler.destroy();
  assert.equal(page.document.querySelector('iframe'), null);
  assert.deepEqual(app.calls.filter(([name]) => name !== 'onLoad'), []);
});

test('tiles whose token is refused go away and say so', async () => {
  page = await openPage({ body: BODY });
  const { app, tiles } = embedded();
  tiles.hello();
  const error = { error_type: 'INVALID_INPUT', error_code: 'INVALID_LINK_TOKEN', error_message: 'm', display_message: null };
  tiles.say({ t: 'exit', error, metadata: { institution: null, status: null, link_session_id: '', request_id: 'r' } });
  await until(() => app.named('onExit').length, 'the app is told');
  assert.equal(app.named('onExit')[0][1].error_code, 'INVALID_LINK_TOKEN');
  assert.equal(container().children.length, 0);
});

test('without an element, in a webview or in a frame of another origin, tiles warn and do nothing', async () => {
  page = await openPage({ body: BODY });
  for (const element of [null, undefined, 'bank', {}]) {
    page.window.Plaid.createEmbedded(listener().config, element).destroy();
  }
  assert.equal(page.printed.filter(({ text }) => text.includes('not an element')).length, 4);
  page.close();
  page = await openPage({ body: BODY, before: (window) => { window.ReactNativeWebView = {}; } });
  page.window.Plaid.createEmbedded(listener().config, container()).destroy();
  assert.equal(page.document.querySelector('iframe'), null);
  assert.ok(page.printed.some(({ text }) => text.includes('webview')));
});
