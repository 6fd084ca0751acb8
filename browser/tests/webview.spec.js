// link.html in an app's webview, driven as the vendor's iOS and Android samples drive it.
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bank } from '../support/bank.js';
import { Link } from '../support/link.js';
import { checkEvents, EVENT_KEYS } from '../support/events.js';
import { withPreferences } from '../support/profile.js';
import { expect, test as base } from '../support/test.js';

/** What the Android sample reads with `!!`, so that a missing key ends the app. */
const CONNECTED_KEYS = ['public_token', 'account_id', 'account_name', 'institution_id', 'institution_name'];
const EXIT_KEYS = ['status', 'link_request_id', 'plaid_api_request_id'];

const ANDROID =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/UP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36';

// An app's webview takes `plaidlink:` addresses for itself. Here Chromium hands them to the system, unasked, and the
// system's handler is one that does nothing.
const test = base.extend({
  context: async ({ playwright, launchOptions, server }, use) => {
    const handlers = await mkdtemp(join(tmpdir(), 'selvedge-browser-handlers-'));
    await symlink('/bin/true', join(handlers, 'xdg-open'));
    const allowed = { [server.url]: { plaidlink: true } };
    const options = {
      ...launchOptions,
      env: { ...process.env, PATH: `${handlers}:${process.env['PATH']}` },
      userAgent: ANDROID,
      viewport: { width: 390, height: 844 },
      locale: 'en-US',
    };
    await withPreferences(playwright, options, { protocol_handler: { allowed_origin_protocol_pairs: allowed } }, use);
    await rm(handlers, { recursive: true });
  },
  page: async ({ context, guard }, use) => {
    // It hands over one address for each touch; a webview takes all.
    guard.allow(/^console: Not allowed to launch 'plaidlink:/);
    const page = context.pages()[0] ?? (await context.newPage());
    page.setDefaultTimeout(10_000);
    await use(page);
  },
});

/**
 * Collects the navigations that the app's webview would take for itself.
 * @param {import('@playwright/test').Page} page
 */
async function listen(page) {
  const client = await page.context().newCDPSession(page);
  /** @type {URL[]} */
  const calls = [];
  await client.send('Page.enable');
  client.on('Page.frameRequestedNavigation', ({ url }) => {
    if (url.startsWith('plaidlink://')) calls.push(new URL(url));
  });
  return calls;
}

/**
 * The parameters as both samples read them: the iOS one ends the app when a key is there twice.
 * @param {URL} url
 */
function parameters(url) {
  const pairs = [...url.searchParams];
  expect(new Set(pairs.map(([key]) => key)).size, `each key once in ${url}`).toBe(pairs.length);
  return Object.fromEntries(pairs);
}

/** @param {URL[]} calls @param {string} host */
function said(calls, host) {
  return calls.filter((url) => url.host === host).map(parameters);
}

/** @param {string} server @param {string} token @param {string} more */
const address = (server, token, more = '') =>
  `${server}/link/v2/stable/link.html?isWebview=true&isMobile=true&token=${encodeURIComponent(token)}${more}`;

test('the page answers at once, without sending the webview elsewhere', async ({ api, server }) => {
  const answer = await fetch(address(server.url, await api.token()), { redirect: 'manual' });
  expect(answer.status).toBe(200);
});

test('a bank is linked, and the app is told by navigations', async ({ page, api, server }) => {
  const calls = await listen(page);
  await page.goto(address(server.url, await api.token()));
  const link = new Link(page, page);
  const before = page.url();
  await link.complete();
  await expect.poll(() => said(calls, 'connected').length).toBe(1);
  expect(page.url().split('#')[0]).toBe(before.split('#')[0]);

  const [connected] = said(calls, 'connected');
  for (const key of CONNECTED_KEYS) expect(Object.keys(connected ?? {})).toContain(key);
  expect(connected).toMatchObject({ institution_id: 'ins_109508', institution_name: 'First Platypus Bank' });
  const accounts = JSON.parse(connected?.['accounts'] ?? '');
  expect(accounts).toHaveLength(1);
  expect(accounts[0]).toMatchObject({
    meta: { name: 'Plaid Checking', number: '0000' },
    type: 'depository',
    subtype: 'checking',
  });
  expect(accounts[0]._id).toBe(connected?.['account_id']);
  await api.exchange(connected?.['public_token'] ?? '');

  const events = said(calls, 'event');
  for (const event of events) expect(Object.keys(event).sort()).toEqual(['event_name', ...EVENT_KEYS].sort());
  checkEvents(
    events.map(({ event_name, ...metadata }) => ({
      name: event_name ?? '',
      // In an address an empty text stands for null.
      metadata: Object.fromEntries(Object.entries(metadata).map(([key, text]) => [key, text === '' ? null : text])),
    })),
    'HANDOFF',
  );
  expect(calls.map((url) => url.protocol).every((protocol) => protocol === 'plaidlink:')).toBe(true);
});

test('leaving is told with every key that the samples read', async ({ page, api, server }) => {
  const calls = await listen(page);
  await page.goto(address(server.url, await api.token()));
  const link = new Link(page, page);
  await link.toBank();
  await link.signIn('user_good', 'wrong');
  await expect(page.getByTestId('pane-error')).toBeVisible();
  await link.leave();
  await expect.poll(() => said(calls, 'exit').length).toBe(1);
  const [exit] = said(calls, 'exit');
  for (const key of EXIT_KEYS) expect(Object.keys(exit ?? {})).toContain(key);
  expect(exit).toMatchObject({
    status: 'requires_credentials',
    error_type: 'ITEM_ERROR',
    error_code: 'INVALID_CREDENTIALS',
    institution_id: 'ins_109508',
  });
  expect(exit?.['display_message']).toBe(exit?.['error_display_message']);
  expect(exit?.['link_session_id']).toMatch(/-/);
});

test('a token that is not good is told as an exit', async ({ page, server, guard }) => {
  guard.allow(/status of 400/);
  const calls = await listen(page);
  await page.goto(address(server.url, 'link-sandbox-00000000-0000-4000-8000-000000000000'));
  await expect.poll(() => said(calls, 'exit').length).toBe(1);
  expect(said(calls, 'exit')[0]).toMatchObject({ error_code: 'INVALID_LINK_TOKEN' });
});

test('the address may spell the flag in either way', async ({ page, api, server }) => {
  const token = await api.token();
  await page.goto(`${server.url}/link/v2/stable/link.html?isWebView=true&token=${token}`);
  await new Link(page, page).pane('CONSENT');
});

test('the bridge of React Native is told the same', async ({ page, api, server }) => {
  await page.addInitScript(() => {
    /** @type {string[]} */
    const bridged = [];
    Object.assign(window, {
      bridged,
      ReactNativeWebView: { postMessage: (/** @type {string} */ text) => void bridged.push(text) },
    });
  });
  await page.goto(address(server.url, await api.token()));
  const link = new Link(page, page);
  await link.pane('CONSENT');
  await link.byId('link-close').click();
  await expect
    .poll(() => page.evaluate(() => /** @type {any} */ (window).bridged.map((/** @type {string} */ text) => JSON.parse(text).action)))
    .toContainEqual(expect.stringMatching(/::exit$/));
});

test('the bank’s own pages are visited in Link’s place, and the same token goes on afterwards', async ({ page, api, server, appServer }) => {
  const calls = await listen(page);
  const token = await api.token({ redirect_uri: `${appServer.origin}/` });
  await page.goto(address(server.url, token));
  const link = new Link(page, page);
  await link.toBank('ins_127287');
  await link.pane('OAUTH');
  await link.byId('oauth-continue').click();
  await new Bank(page).share();
  await page.waitForURL(/oauth_state_id=/);
  const back = page.url();
  expect(back).toMatch(new RegExp(`^${appServer.origin}/\\?oauth_state_id=[0-9a-f-]{36}$`));
  // The Android sample takes the first address, adds this one, and loads it again.
  await page.goto(address(server.url, token, `&receivedRedirectUri=${encodeURIComponent(back)}`));
  await link.finish();
  await expect.poll(() => said(calls, 'connected').length).toBe(1);
});
