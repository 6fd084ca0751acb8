// Where the script finds Link, and the marker that other people's wrappers find.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { LINK, TAG, VENDOR, FakeFrame, listener, openPage, until } from './support/page.js';

/** @type {import('./support/page.js').Page} */
let page;
afterEach(() => page.close());

/** Where the frame of a new handler is from. */
function opensAt() {
  page.window.Plaid.create(listener().config).open();
  const frame = page.frames()[0];
  return frame && new URL(frame.src).origin;
}

/** What the wrappers look for. */
function marker() {
  return page.document.querySelector(`script[src="${VENDOR}"]`);
}

const OTHER = 'https://other.example.org';
const HOME = 'https://home.example.org';

test('Link is where the tag of the script is from', async () => {
  page = await openPage({ home: HOME });
  assert.equal(opensAt(), LINK);
});

test('a tag that names Link is believed before its own address', async () => {
  page = await openPage({
    head: `<script src="/copied/link-initialize.js" data-origin="${OTHER}/anything"></script>`, home: HOME,
  });
  assert.equal(opensAt(), OTHER);
});

test('a script served in place of the vendor\'s opens Link at the address that the server wrote into it', async () => {
  page = await openPage({ head: `<script src="${VENDOR}"></script>`, home: HOME });
  assert.equal(opensAt(), HOME);
  assert.equal(page.document.querySelectorAll('script').length, 1, 'there is no marker besides');
});

test('a script that a bundler moved finds the tag of another, and never the marker', async () => {
  page = await openPage({
    head: `<script type="text/plain" src="${VENDOR}"></script>
      <script type="text/plain" src="${OTHER}/link/v2/stable/link-initialize.js"></script>`,
  });
  const { script } = await import('./support/script.js');
  page.window.eval(script(''));
  assert.equal(opensAt(), OTHER);
});

test('a script that a bundler moved opens Link at the address that the server wrote into it', async () => {
  page = await openPage({ head: '' });
  const { script } = await import('./support/script.js');
  page.window.eval(script(HOME));
  assert.equal(opensAt(), HOME);
});

test('a script that cannot tell where it is from says so through onExit', async () => {
  page = await openPage({ head: '' });
  const { script } = await import('./support/script.js');
  page.window.eval(script(''));
  const { config, named } = listener();
  page.window.Plaid.create(config).open();
  await until(() => named('onExit').length, 'onExit is called');
  assert.equal(named('onExit')[0][1].error_code, 'INTERNAL_SERVER_ERROR');
  assert.ok(page.printed.some(({ text }) => text.includes('data-origin')));
});

test('the first of two scripts stays, and the second warns', async () => {
  page = await openPage({ head: `${TAG}<script>first = Plaid</script><script src="${OTHER}/link-initialize.js"></script>` });
  assert.equal(page.window.Plaid, page.window.first);
  assert.equal(opensAt(), LINK);
  assert.match(page.printed[0].text, /link-initialize.js script was embedded more than once/);
});

test('the vendor\'s script, loaded later, replaces nothing; an app\'s own stand-in does', async () => {
  page = await openPage({ head: `${TAG}<script src="${VENDOR}"></script>` });
  assert.equal(page.window.Plaid.version, '1.2.3');
  assert.ok(page.printed.some(({ text }) => text.includes('left aside')));
  page.window.eval('window.Plaid = { mine: true }');
  assert.deepEqual({ ...page.window.Plaid }, { mine: true });
});

test('one tag is enough for wrappers that look for the vendor\'s: they find a marker that loads nothing', async () => {
  page = await openPage({ head: TAG, home: HOME });
  const found = marker();
  assert.equal(found?.parentNode, page.document.head);
  assert.equal(found?.getAttribute('data-loaded'), 'true');
  assert.ok(!(found instanceof page.window.HTMLScriptElement), 'a browser would not even think of running it');
});

test('there is no marker where the tag says so, or where the page has a tag of its own', async () => {
  page = await openPage({ head: `<script src="${LINK}/link-initialize.js" data-marker="off"></script>` });
  assert.equal(marker(), null);
  page.close();
  page = await openPage({ head: `<script type="text/plain" src="${VENDOR}"></script>${TAG}` });
  assert.equal(page.document.querySelectorAll(`script[src="${VENDOR}"]`).length, 1);
  assert.equal(marker()?.getAttribute('data-loaded'), 'true');
});

test('whoever waits for the marker to load is told that it has, however late', async () => {
  page = await openPage();
  let loads = 0;
  await new Promise((resolve) => page.window.setTimeout(resolve));
  marker()?.addEventListener('load', () => { loads += 1; });
  marker()?.addEventListener('error', () => assert.fail());
  await until(() => loads === 1, 'the load is announced');
});

test('a marker that a wrapper takes away comes back, also when the whole body is replaced', async () => {
  page = await openPage();
  marker()?.remove();
  assert.equal(marker(), null);
  await until(marker, 'the marker is back');
  page.document.body.append(/** @type {Element} */ (marker()));
  await Promise.resolve();
  page.document.documentElement.replaceChild(page.document.createElement('body'), page.document.body);
  await until(marker, 'the marker is back again');
});

const AGENTS = /** @type {const} */ ([
  ['Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/AP2A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0 Mobile Safari/537.36', true],
  ['Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36', false],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148', true],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1', false],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/126.0 Mobile/15E148 Safari/604.1', false],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36', false],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:127.0) Gecko/20100101 Firefox/127.0', false],
]);

for (const [agent, webview] of AGENTS) {
  test(`${agent} is ${webview ? 'a webview' : 'a browser'}`, async () => {
    page = await openPage({ agent });
    page.window.Plaid.create(listener().config).open();
    assert.equal(new FakeFrame(page, page.frames()[0]).hello().message.webview, webview);
  });
}

test('a page in React Native\'s webview is in a webview, whatever the browser calls itself', async () => {
  page = await openPage({ before: (window) => { window.ReactNativeWebView = { postMessage() {} }; } });
  page.window.Plaid.create(listener().config).open();
  assert.equal(new FakeFrame(page, page.frames()[0]).hello().message.webview, true);
});
