// What an app does with react-plaid-link, with the marker and our script in place of the vendor's.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { FakeFrame, until } from './page.js';
import { openReact } from './react.js';

const NOWHERE = { institution: null, status: null, link_session_id: '', request_id: 'r' };
const REFUSED = {
  error_type: 'INVALID_INPUT', error_code: 'INVALID_LINK_TOKEN', error_message: 'm', display_message: null,
};

/**
 * Declares the scenarios.
 * @param {string} name the package
 * @param {{onExitFollowsSuccess: boolean}} habits in what the version differs from the newest
 */
export function scenarios(name, { onExitFollowsSuccess }) {
  /** @type {Awaited<ReturnType<typeof openReact>>} */
  let it;
  afterEach(() => it.close());

  test(`${name}: the hook is ready at its first rendering, without a tag of the vendor's`, async () => {
    it = await openReact(name);
    await it.hook();
    assert.equal(it.link().ready, true);
    assert.equal(it.link().error, null);
    await until(() => it.app.named('onLoad').length, 'onLoad is passed on');
    assert.equal(it.page.document.querySelectorAll('script[src*="cdn.plaid.com"]').length, 1, 'the marker, and no other');
  });

  test(`${name}: open, events, success`, async () => {
    it = await openReact(name);
    await it.hook();
    const frame = await it.open();
    frame.event('HANDOFF');
    frame.say({ t: 'success', public_token: 'public-sandbox-1', metadata: { accounts: [], link_session_id: 's' } });
    await until(() => it.app.named('onSuccess').length, 'the success is told');
    assert.deepEqual(it.app.named('onEvent').map(([, event]) => event), ['OPEN', 'HANDOFF']);
    assert.equal(it.app.named('onSuccess')[0][1], 'public-sandbox-1');
    assert.equal(it.traces(), 0);
  });

  test(`${name}: an app that opens as soon as it is ready, before onLoad`, async () => {
    it = await openReact(name);
    await it.hook();
    it.link().open();
    assert.equal(it.page.frames().length, 1);
  });

  test(`${name}: unmounted without having been opened`, async () => {
    it = await openReact(name);
    await it.hook();
    await it.unmount();
    assert.equal(it.traces(), 0);
    assert.deepEqual(it.app.named('onExit'), []);
  });

  test(`${name}: unmounted while open`, async () => {
    it = await openReact(name);
    it.page.document.getElementById('launch')?.focus();
    await it.hook();
    await it.open();
    await it.unmount();
    assert.deepEqual(it.page.frames(), [], 'for the page, the frame is gone');
    assert.equal(it.page.document.activeElement?.id, 'launch');
    await until(() => it.app.named('onExit').length, 'onExit is called');
    assert.equal(it.app.named('onExit').length, 1);
    assert.equal(it.traces(), 0, 'nothing is left');
  });

  test(`${name}: another token while closed, and while open`, async () => {
    it = await openReact(name);
    await it.hook();
    await it.hook({ token: 'link-sandbox-second' });
    assert.deepEqual(it.app.named('onExit'), []);
    const second = await it.open();
    assert.equal(second.posted[0].message.token, 'link-sandbox-second');
    await it.hook({ token: 'link-sandbox-third' });
    assert.equal(it.app.named('onExit').length, 1);
    assert.equal(it.traces(), 0);
    const third = await it.open();
    assert.equal(third.posted[0].message.token, 'link-sandbox-third');
  });

  test(`${name}: React's strict mode makes two handlers, of which one lives`, async () => {
    it = await openReact(name);
    await it.strict();
    assert.equal(it.traces(), 0);
    const frame = await it.open();
    assert.equal(it.page.frames().length, 1);
    assert.equal(frame.element.id, 'plaid-link-iframe-1');
    frame.say({ t: 'exit', error: null, metadata: NOWHERE });
    await until(() => it.app.named('onExit').length, 'onExit is called');
    assert.equal(it.app.named('onExit').length, 1);
    await it.unmount();
    assert.equal(it.traces(), 0);
  });

  test(`${name}: unmounted after success`, async () => {
    it = await openReact(name);
    await it.hook();
    const frame = await it.open();
    frame.say({ t: 'success', public_token: 'public-sandbox-1', metadata: {} });
    await until(() => it.app.named('onSuccess').length, 'the success is told');
    await it.unmount();
    assert.deepEqual(it.app.named('onExit'), [], 'onExit does not follow onSuccess');
    assert.equal(it.traces(), 0);
    const warned = it.page.printed.some(({ text }) => text.includes('when it was not open'));
    assert.equal(warned, onExitFollowsSuccess, 'the wrapper itself exits what has succeeded');
  });

  test(`${name}: no token yet, and a return from a bank without one`, async () => {
    it = await openReact(name);
    await it.hook({ token: null });
    assert.equal(it.link().ready, false);
    const warn = console.warn;
    console.warn = () => {};
    it.link().open();
    console.warn = warn;
    assert.equal(it.traces(), 0);
    await it.hook({ token: null, receivedRedirectUri: 'https://app.example.com/?oauth_state_id=1' });
    assert.deepEqual(it.app.named('onExit'), []);
    await it.hook({ receivedRedirectUri: 'https://app.example.com/?oauth_state_id=1' });
    const frame = await it.open();
    assert.equal(frame.posted[0].message.receivedRedirectUri, 'https://app.example.com/?oauth_state_id=1');
  });

  test(`${name}: a refused token, left by exit, then a good one`, async () => {
    it = await openReact(name);
    await it.hook();
    await it.link().open();
    const frame = new FakeFrame(it.page, it.page.frames()[0]);
    frame.hello();
    frame.say({ t: 'exit', error: REFUSED, metadata: NOWHERE });
    await until(() => it.app.named('onExit').length, 'the app is told');
    assert.equal(it.app.named('onExit')[0][1].error_code, 'INVALID_LINK_TOKEN');
    await it.hook({ token: 'link-sandbox-good' });
    await it.open();
    let left = false;
    await it.link().exit({ force: true }, () => { left = true; });
    await until(() => left, 'the callback of exit is called');
    assert.equal(it.app.named('onExit').length, 2);
  });

  test(`${name}: the embedded component`, async () => {
    it = await openReact(name);
    const { PlaidEmbeddedLink } = it.wrapper;
    const element = (/** @type {any} */ more) => it.React.createElement(PlaidEmbeddedLink, { ...it.app.config, ...more });
    await it.render(element({}));
    const first = it.page.document.querySelector('#root iframe');
    assert.ok(first);
    await it.render(element({ onExit: () => {} }));
    const all = it.page.document.querySelectorAll('iframe');
    assert.equal(all.length, 1, 'another callback makes new tiles in place of the old');
    assert.notEqual(all[0], first);
    const tiles = new FakeFrame(it.page, all[0]);
    tiles.hello();
    tiles.say({ t: 'choose', institution: 'ins_109508' });
    await until(() => it.page.frames().length, 'Link is open');
    await it.unmount();
    assert.equal(it.traces(), 0);
  });

  test(`${name}: the marker written by hand, and a page without any of our scripts`, async () => {
    const vendor = 'https://cdn.plaid.com/link/v2/stable/link-initialize.js';
    it = await openReact(name, `<script src="https://link.example.org/link-initialize.js"></script>
      <script type="text/plain" src="${vendor}"></script>`);
    await it.hook();
    assert.equal(it.link().ready, true);
    await it.open();
    it.close();
    it = await openReact(name, '');
    await it.hook();
    await until(() => it.page.window.Plaid?.theirs, 'the wrapper has loaded the vendor\'s script, as it does without ours');
  });
}
