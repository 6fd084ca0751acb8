// `Plaid.create` and its handler.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { afterEach, test } from 'node:test';
import { FakeFrame, LINK, listener, openPage, opened, stamp, until } from './support/page.js';

/** @type {import('./support/page.js').Page} */
let page;
afterEach(() => page.close());

const STANDING = {
  t: 'standing',
  error: { error_type: 'ITEM_ERROR', error_code: 'INVALID_CREDENTIALS', error_message: 'no', display_message: null },
  metadata: {
    institution: { name: 'First Platypus Bank', institution_id: 'ins_109508' },
    status: 'requires_credentials', link_session_id: 'the-session', request_id: 'the-request',
  },
};

test('a handler that was never opened leaves no trace in the page', async () => {
  page = await openPage();
  const before = page.document.documentElement.outerHTML;
  const handler = page.window.Plaid.create(listener().config);
  assert.equal(page.document.documentElement.outerHTML, before);
  handler.destroy();
  handler.destroy();
  assert.equal(page.document.documentElement.outerHTML, before);
});

test('the only exception is for a configuration that names no session', async () => {
  page = await openPage();
  const { create, createEmbedded } = page.window.Plaid;
  const message = 'Missing Link parameter. Link requires a key or token to be provided.';
  for (const config of [undefined, null, {}, { token: null }, { token: '', key: undefined }]) {
    assert.throws(() => create(config), { message });
    assert.throws(() => createEmbedded(config, page.document.body), { message });
  }
  for (const config of [{ token: 't' }, { key: 'k' }, { publicKey: 'k' }, { token: null, receivedRedirectUri: 'x' },
    { token: 5 }, { token: 't', env: 'sandbox', product: ['auth'], forceIframe: true }]) {
    create(config).destroy();
  }
});

test('every handler tells that it is loaded, after `create` has returned', async () => {
  page = await openPage();
  const [first, second, third] = [listener(), listener(), listener()];
  page.window.Plaid.create(first.config);
  page.window.Plaid.create(second.config);
  page.window.Plaid.create(third.config).destroy();
  assert.deepEqual([first.calls, second.calls], [[], []]);
  await until(() => second.calls.length, 'the second is loaded');
  assert.deepEqual([first.calls, second.calls, third.calls], [[['onLoad']], [['onLoad']], []]);
});

test('a handler opened in the tick of its making opens', async () => {
  page = await openPage();
  const create = page.window.Plaid.create;
  create(listener().config).open();
  assert.equal(page.frames().length, 1);
});

test('a handler opened before there is a body opens once there is one', async () => {
  page = await openPage();
  const { document } = page;
  Object.defineProperty(document, 'body', { configurable: true, get: () => null });
  page.window.Plaid.create(listener().config).open();
  assert.equal(page.frames().length, 0);
  delete (/** @type {any} */ (document).body);
  document.dispatchEvent(new page.window.Event('DOMContentLoaded'));
  assert.equal(page.frames().length, 1);
});

test('the frame is the one that existing test suites look for, and may do what it needs', async () => {
  page = await openPage();
  page.window.Plaid.create(listener().config).open();
  const frame = page.frames()[0];
  assert.equal(frame.id, 'plaid-link-iframe-1');
  assert.equal(frame.title, 'Plaid Link');
  assert.equal(frame.getAttribute('sandbox'),
    'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox');
  const name = createHash('sha256').update('selvedge frame link-sandbox-7a2c').digest('hex').slice(0, 32);
  assert.match(frame.src, new RegExp(`^${LINK}/link/frame/${name}#n=[0-9a-f]{32}&v=1$`));
  assert.ok(!frame.src.includes('7a2c'), 'the token is not in the address');
});

test('a second frame has the next number, and a number is used again', async () => {
  page = await openPage();
  const first = page.window.Plaid.create(listener().config);
  const second = page.window.Plaid.create(listener().config);
  first.open();
  second.open();
  assert.deepEqual(page.frames().map(({ id }) => id), ['plaid-link-iframe-1', 'plaid-link-iframe-2']);
  first.destroy();
  page.window.Plaid.create(listener().config).open();
  assert.deepEqual(page.frames().map(({ id }) => id), ['plaid-link-iframe-2', 'plaid-link-iframe-1']);
});

test('to open twice, or after destruction, does nothing', async () => {
  page = await openPage();
  const handler = page.window.Plaid.create(listener().config);
  handler.open();
  handler.open();
  assert.equal(page.frames().length, 1);
  handler.destroy();
  handler.open();
  assert.equal(page.frames().length, 0);
});

test('to exit what is not open warns, and calls back', async () => {
  page = await openPage();
  const { config, calls } = listener();
  const handler = page.window.Plaid.create(config);
  let left = false;
  handler.exit({ force: true }, () => { left = true; });
  assert.ok(left);
  assert.match(page.printed[0].text, /attempted to exit Link when it was not open/);
  assert.deepEqual(calls.filter(([name]) => name === 'onExit'), []);
});

test('a page that only has the address of a return is told that its token is missing', async () => {
  page = await openPage();
  const { config, calls, named } = listener();
  page.window.Plaid.create({ ...config, token: null, receivedRedirectUri: 'https://app.example.com/?x' }).open();
  assert.deepEqual(calls, []);
  await until(() => named('onExit').length, 'onExit is called');
  assert.deepEqual(named('onExit'), [['onExit', {
    error_type: 'INVALID_INPUT', error_code: 'INVALID_LINK_TOKEN', error_message: 'invalid link_token provided',
    display_message: null,
  }, { institution: null, status: null, link_session_id: '', request_id: '' }]]);
  assert.equal(page.frames().length, 0);
});

test('a public key of old is refused through onExit', async () => {
  page = await openPage();
  const { config, named } = listener();
  page.window.Plaid.create({ ...config, token: undefined, key: 'abc', env: 'sandbox' }).open();
  await until(() => named('onExit').length, 'onExit is called');
  assert.equal(named('onExit')[0][1].error_code, 'PUBLIC_KEY_NOT_ENABLED');
});

test('l4: the link token goes to the origin of Link and nowhere else', async () => {
  page = await openPage();
  const { config } = listener();
  page.window.Plaid.create({ ...config, receivedRedirectUri: 'https://app.example.com/?oauth_state_id=1' }).open();
  const frame = new FakeFrame(page, page.frames()[0]);
  const { message, target, ports } = frame.hello();
  assert.equal(target, LINK);
  assert.equal(ports.length, 1);
  assert.deepEqual({ ...message }, {
    t: 'init', n: frame.nonce, v: 1, token: 'link-sandbox-7a2c', way: 'overlay',
    receivedRedirectUri: 'https://app.example.com/?oauth_state_id=1', webview: false,
  });
});

test('an institution of old code is handed on, and anything else that `open` is given is not', async () => {
  page = await openPage();
  for (const [given, told] of [['ins_3', 'ins_3'], [null, undefined], ['ins_<b>', undefined], [{}, undefined]]) {
    const handler = page.window.Plaid.create(listener().config);
    handler.open(given);
    assert.equal(new FakeFrame(page, page.frames()[0]).hello().message.institution, told);
    handler.destroy();
  }
});

test('events are told as they happen, then the success, once', async () => {
  page = await openPage();
  const { app, frame, handler } = await opened(page);
  frame.event('TRANSITION_VIEW', { view_name: 'SELECT_INSTITUTION' });
  await until(() => app.named('onEvent').length === 2, 'the second event is told while Link is open');
  frame.event('HANDOFF');
  frame.say({ t: 'success', public_token: 'public-sandbox-1', metadata: { accounts: [], link_session_id: 's' } });
  frame.say({ t: 'success', public_token: 'public-sandbox-2', metadata: {} });
  await until(() => app.named('onSuccess').length, 'the success is told');
  assert.deepEqual(app.calls.map(([name, first]) => [name, first]), [
    ['onLoad', undefined], ['onEvent', 'OPEN'], ['onEvent', 'TRANSITION_VIEW'], ['onEvent', 'HANDOFF'],
    ['onSuccess', 'public-sandbox-1'],
  ]);
  assert.equal(page.document.querySelector('iframe'), null);
  handler.exit({ force: true });
  assert.deepEqual(app.named('onExit'), []);
});

test('an exit of the frame closes Link, and it can be opened again', async () => {
  page = await openPage();
  const { app, frame, handler } = await opened(page);
  frame.event('EXIT');
  frame.say({ ...STANDING, t: 'exit', error: null });
  await until(() => app.named('onExit').length, 'onExit is called');
  assert.deepEqual(app.named('onExit'), [['onExit', null, STANDING.metadata]]);
  assert.equal(page.document.querySelector('iframe, dialog, [role=dialog]'), null);
  handler.open();
  assert.equal(page.frames().length, 1);
});

for (const options of [{ force: true }, true]) {
  test(`a forced exit (${JSON.stringify(options)}) closes Link at once, and ends as the frame says`, async () => {
    page = await openPage();
    const { app, frame, handler } = await opened(page);
    let left = 0;
    handler.exit(options, () => { left += 1; });
    handler.exit(options);
    assert.deepEqual(page.frames(), [], 'for the page, the frame is gone');
    assert.equal(page.document.documentElement.style.overflow, '');
    await until(() => frame.heard.length, 'the frame is told');
    assert.deepEqual(frame.heard.map((message) => ({ ...message })), [{ t: 'force' }]);
    frame.event('EXIT', { exit_status: 'institution_not_found' });
    frame.say({ ...STANDING, t: 'exit' });
    await until(() => left, 'the callback of exit is called');
    assert.deepEqual(app.named('onExit'), [['onExit', STANDING.error, STANDING.metadata]]);
    assert.deepEqual(app.named('onEvent').map(([, name]) => name), ['OPEN', 'EXIT']);
    assert.equal(page.document.querySelector('iframe'), null);
    assert.equal(left, 1);
  });
}

test('a forced exit that the frame does not answer ends with what it stood at, after an EXIT of our own', async () => {
  page = await openPage();
  const { app, frame, handler } = await opened(page);
  const late = new Date(Date.now() + 60_000).toISOString();
  frame.event('ERROR', { timestamp: late });
  frame.say(STANDING);
  frame.event('TRANSITION_VIEW', { timestamp: stamp() });
  await until(() => app.named('onEvent').length === 3, 'the frame has spoken');
  handler.exit({ force: true });
  assert.deepEqual(app.named('onExit'), []);
  assert.ok(page.document.querySelector('iframe'), 'the frame stays to tell the server');
  await until(() => app.named('onExit').length, 'onExit is called');
  assert.deepEqual(app.named('onExit'), [['onExit', STANDING.error, STANDING.metadata]]);
  const [, name, metadata] = app.named('onEvent')[3];
  assert.equal(name, 'EXIT');
  assert.equal(metadata.error_code, 'INVALID_CREDENTIALS');
  assert.equal(metadata.exit_status, 'requires_credentials');
  assert.equal(metadata.institution_id, 'ins_109508');
  assert.equal(metadata.link_session_id, 'the-session');
  assert.equal(Object.keys(metadata).length, 19);
  assert.ok(metadata.timestamp > late, 'no event is later than EXIT');
  assert.equal(page.document.querySelector('iframe'), null);
});

for (const [what, next] of /** @type {[string, (handler: any) => void][]} */ ([
  ['destroyed', (handler) => handler.destroy()], ['opened again', (handler) => handler.open()],
])) {
  test(`a handler that is ${what} right after a forced exit calls onExit first, once`, async () => {
    page = await openPage();
    const { app, frame, handler } = await opened(page);
    handler.exit({ force: true });
    next(handler);
    assert.equal(app.named('onExit').length, 1);
    assert.deepEqual(app.named('onEvent').map(([, name]) => name), ['OPEN', 'EXIT']);
    assert.equal(frame.element.isConnected, false);
    handler.destroy();
    handler.destroy();
    assert.equal(page.document.querySelector('iframe'), null);
    assert.equal(app.named('onExit').length, 1);
  });
}

test('a forced exit before the frame has answered calls onExit and tells no event', async () => {
  page = await openPage();
  const { config, named } = listener();
  const handler = page.window.Plaid.create(config);
  handler.open();
  let left = 0;
  handler.exit({ force: true }, () => { left += 1; });
  assert.deepEqual(named('onExit'), [['onExit', null, {
    institution: null, status: 'requires_credentials', link_session_id: '', request_id: '',
  }]]);
  assert.deepEqual(named('onEvent'), []);
  await until(() => left === 1, 'the callback of exit is called');
});

test('a forced exit after a bank was linked waits for what the app gets for it', async () => {
  page = await openPage();
  const { app, frame, handler } = await opened(page);
  frame.event('TRANSITION_VIEW', { view_name: 'CONNECTED' });
  await until(() => app.named('onEvent').length === 2, 'a bank is linked');
  handler.exit({ force: true });
  assert.deepEqual(page.frames(), [], 'for the page, the frame is gone');
  await until(() => frame.heard.some(({ t }) => t === 'force'), 'the frame is told');
  frame.event('HANDOFF');
  frame.say({ t: 'success', public_token: 'public-sandbox-1', metadata: {} });
  await until(() => app.named('onSuccess').length, 'the success is told');
  assert.deepEqual(app.named('onExit'), []);
  assert.equal(page.document.querySelector('iframe'), null);
});

test('a forced exit waits as long as the frame says that the server has not decided', async () => {
  page = await openPage();
  const { app, frame, handler } = await opened(page);
  handler.exit({ force: true });
  await until(() => frame.heard.some(({ t }) => t === 'force'), 'the frame is told');
  frame.say({ t: 'wait' });
  await new Promise((later) => setTimeout(later, 1200));
  assert.deepEqual(app.named('onExit'), [], 'half a second is over');
  frame.event('HANDOFF');
  frame.say({ t: 'success', public_token: 'public-sandbox-1', metadata: {} });
  await until(() => app.named('onSuccess').length, 'what the server recorded is told');
  assert.deepEqual(app.named('onExit'), []);
});

test('a frame that waits, and is not asked to close, changes nothing', async () => {
  page = await openPage();
  const { app, frame } = await opened(page);
  frame.say({ t: 'wait' });
  frame.event('MARK');
  await until(() => app.named('onEvent').length === 2, 'it was heard');
  assert.deepEqual(app.named('onExit'), []);
  assert.equal(page.frames().length, 1);
});

test('a session that was asked for and is not on screen yet is left by the frame', async () => {
  page = await openPage();
  const { config, named } = listener();
  const handler = page.window.Plaid.create(config);
  handler.open();
  const frame = new FakeFrame(page, page.frames()[0]);
  frame.hello();
  handler.exit();
  await until(() => frame.heard.some(({ t }) => t === 'force'), 'the frame is told');
  assert.deepEqual(page.frames(), [], 'for the page, the frame is gone');
  assert.deepEqual(named('onExit'), []);
  frame.event('OPEN');
  frame.say({ ...STANDING, t: 'exit' });
  await until(() => named('onExit').length, 'it ends as the frame says');
});

test('an exit without force asks the frame, or ends what is not on screen yet', async () => {
  page = await openPage();
  const { app, frame, handler } = await opened(page);
  handler.exit();
  await until(() => frame.heard.some(({ t }) => t === 'exit'), 'the frame is asked');
  assert.deepEqual(app.named('onExit'), []);
  const { config, named } = listener();
  const early = page.window.Plaid.create(config);
  early.open();
  early.exit();
  assert.equal(named('onExit').length, 1);
});

test('destruction removes everything and says nothing', async () => {
  page = await openPage();
  const { app, handler } = await opened(page);
  const said = app.calls.length;
  handler.destroy();
  handler.close();
  assert.equal(page.document.querySelector('iframe, dialog, [role=dialog]'), null);
  await new Promise((resolve) => page.window.setTimeout(resolve));
  assert.equal(app.calls.length, said);
});

test('two handlers that are open at once never hear of each other', async () => {
  page = await openPage();
  const one = await opened(page);
  const two = await opened(page, { token: 'link-sandbox-other' });
  two.frame.event('SELECT_INSTITUTION');
  two.frame.say({ t: 'success', public_token: 'public-two', metadata: {} });
  await until(() => two.app.named('onSuccess').length, 'the second succeeds');
  assert.deepEqual(one.app.named('onEvent').map(([, name]) => name), ['OPEN']);
  assert.deepEqual(one.app.named('onSuccess'), []);
  one.frame.say({ ...STANDING, t: 'exit' });
  await until(() => one.app.named('onExit').length, 'the first exits');
  assert.deepEqual(two.app.named('onExit'), []);
});

test('what a callback of the app throws is reported and stops nothing', async () => {
  page = await openPage();
  const error = new Error('of the app');
  const { app, frame } = await opened(page, {
    onSuccess: () => { throw error; }, onLoad: () => { throw error; },
  });
  frame.say({ t: 'success', public_token: 'public-sandbox-1', metadata: {} });
  await until(() => page.frames().length === 0, 'Link is closed');
  assert.deepEqual(page.thrown, [error, error]);
  assert.deepEqual(app.named('onExit'), []);
});

test('to ask for an answer by phone number is answered: there is none', async () => {
  page = await openPage();
  const { config, named } = listener();
  const handler = page.window.Plaid.create(config);
  handler.submit({ phone_number: '+14155550011' });
  handler.submit({ date_of_birth: '1990-01-01' });
  await until(() => named('onEvent').length === 2, 'both are answered');
  assert.deepEqual(named('onEvent').map(([, name]) => name), ['LAYER_NOT_AVAILABLE', 'LAYER_AUTOFILL_NOT_AVAILABLE']);
  assert.equal(Object.keys(named('onEvent')[0][2]).length, 19);
});

test('a frame that never says hello ends in an error that names likely causes', async () => {
  page = await openPage();
  /** @type {Map<number, () => void>} */
  const timers = new Map();
  page.window.setTimeout = (/** @type {() => void} */ callback, /** @type {number} */ wait = 0) => {
    timers.set(wait, callback);
    return wait;
  };
  const { config, named } = listener();
  page.window.Plaid.create(config).open();
  timers.get(30_000)?.();
  const [, error, metadata] = named('onExit')[0];
  assert.deepEqual([error.error_type, error.error_code], ['API_ERROR', 'INTERNAL_SERVER_ERROR']);
  assert.equal(metadata.status, null);
  const printed = page.printed.find(({ level }) => level === 'error')?.text ?? '';
  for (const cause of ['allowed origins', `frame-src ${LINK}`, 'content blocker']) assert.ok(printed.includes(cause), cause);
  assert.equal(page.document.querySelector('iframe'), null);
});

test('a frame that the browser has loaded, and that says nothing, is given up sooner', async () => {
  page = await openPage();
  /** @type {Map<number, () => void>} */
  const timers = new Map();
  page.window.setTimeout = (/** @type {() => void} */ callback, /** @type {number} */ wait = 0) => {
    timers.set(wait, callback);
    return wait;
  };
  page.window.clearTimeout = (/** @type {number} */ wait) => timers.delete(wait);
  const { config, named } = listener();
  page.window.Plaid.create(config).open();
  page.frames()[0].dispatchEvent(new page.window.Event('load'));
  assert.equal(timers.has(30_000), false);
  timers.get(5_000)?.();
  assert.equal(named('onExit')[0][1].error_code, 'INTERNAL_SERVER_ERROR');
  page.window.Plaid.create(config).open();
  const frame = new FakeFrame(page, page.frames()[0]);
  frame.hello();
  timers.delete(5_000);
  page.frames()[0].dispatchEvent(new page.window.Event('load'));
  assert.equal(timers.has(5_000), false, 'a frame that was there is given the time it needs');
});

test('a frame may send the page to Link, and to nowhere else', async () => {
  page = await openPage();
  const { app, frame } = await opened(page);
  const left = () => page.printed.filter(({ text }) => text.includes('navigation')).length;
  for (const url of ['https://evil.example/', 'javascript:alert(1)', `${LINK}.evil.example/`, '/link/oauth/x']) {
    frame.say({ t: 'leave', url });
  }
  frame.event('MARK');
  await until(() => app.named('onEvent').length === 2, 'all were heard');
  assert.equal(left(), 0);
  frame.say({ t: 'leave', url: `${LINK}/link/oauth/ticket` });
  await until(left, 'the page leaves');
});
