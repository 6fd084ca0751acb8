// Back, reload, two tabs, blocked storage, broken networks: what people and browsers do (L18, L19, L20, L21).
import { documentOf } from '../support/app.js';
import { Link } from '../support/link.js';
import { expect, test } from '../support/test.js';

test('Link has its own way back', async ({ app, link, api }) => {
  await app.open(await api.token());
  await expect(link.byId('link-back')).toBeHidden();
  await link.toBank();
  await link.pane('CREDENTIAL');
  await link.byId('link-back').click();
  await link.pane('SELECT_INSTITUTION');
  await link.byId('link-back').click();
  await link.pane('CONSENT');
  await link.complete();
  await app.succeeded();
});

test('a reload of the frame shows the same pane again', async ({ app, link, api, page }) => {
  await app.open(await api.token());
  await link.toBank();
  await link.pane('CREDENTIAL');
  const frame = await documentOf(page);
  await frame.evaluate(() => location.reload());
  await link.pane('CREDENTIAL');
  await link.signIn();
  await link.pickAccounts();
  await link.finish();
  await app.ended('success');
});

test('a reload of a hosted page shows the same pane again', async ({ page, api }) => {
  const { hosted_link_url, link_token } = await api.linkToken({ hosted_link: {} });
  await page.goto(hosted_link_url ?? '');
  const link = new Link(page, page);
  await link.toBank();
  await link.pane('CREDENTIAL');
  await page.reload();
  await link.pane('CREDENTIAL');
  await link.signIn();
  await link.pickAccounts();
  await link.finish();
  await link.pane('DONE');
  expect(await api.sessions(link_token)).toHaveLength(1);
});

test('Back on a hosted page is one pane back', async ({ page, api }) => {
  const { hosted_link_url } = await api.linkToken({ hosted_link: {} });
  await page.goto(hosted_link_url ?? '');
  const link = new Link(page, page);
  await link.toBank();
  await link.pane('CREDENTIAL');
  await page.goBack();
  await link.pane('SELECT_INSTITUTION');
});

test('l18_nothing_that_was_typed_is_shown_after_back', async ({ page, api, appServer }) => {
  const { hosted_link_url } = await api.linkToken({ hosted_link: { completion_redirect_uri: `${appServer.origin}/` } });
  await page.goto(hosted_link_url ?? '');
  const link = new Link(page, page);
  await link.toBank();
  await link.pane('CREDENTIAL');
  await link.byId('credential-username').fill('canary-name');
  await link.byId('credential-password').fill('canary-word');
  // Away in the middle, and back.
  await page.goto(appServer.origin);
  await page.goBack();
  await page.waitForURL(/\/link\/lp/);
  await link.pane('CREDENTIAL');
  const values = await page.locator('input').evaluateAll((inputs) =>
    inputs.map((input) => /** @type {HTMLInputElement} */ (input).value),
  );
  expect(values.join(' ')).not.toContain('canary');
});

test('l18_back_after_the_end_shows_no_credentials', async ({ page, api, appServer }) => {
  const { hosted_link_url } = await api.linkToken({ hosted_link: { completion_redirect_uri: `${appServer.origin}/` } });
  await page.goto(hosted_link_url ?? '');
  await new Link(page, page).complete();
  await page.waitForURL(`${appServer.origin}/`);
  await page.goBack();
  await page.waitForLoadState();
  expect(await page.content()).not.toContain('user_good');
  expect(await page.locator('input[type=password]').count()).toBe(0);
});

test('l19_what_is_typed_never_leaves_its_field', async ({ app, link, api, page, guard, server }) => {
  const name = 'canary_4711_name';
  const word = 'canary_4711_word';
  await app.open(await api.token());
  await link.toBank();
  await link.signIn(name, word);
  await expect(link.byId('pane-error')).toBeVisible();
  await link.signIn('user_good', word);
  await expect(link.byId('pane-error')).toBeVisible();
  await link.signIn('user_custom', JSON.stringify({ override_accounts: [{ type: 'depository', subtype: 'checking', starting_balance: 1, meta: { name: 'Canary' }, numbers: { account: '4711471147114711' } }] }));
  await link.pane('SELECT_ACCOUNT');
  const frame = await documentOf(page);
  const kept = await frame.evaluate(async () => {
    /** What a browser that keeps frames of other sites apart refuses holds nothing. @param {() => unknown} look */
    const read = async (look) => {
      try {
        return JSON.stringify(await look());
      } catch {
        return '';
      }
    };
    return Promise.all([
      read(() => ({ ...localStorage })),
      read(() => ({ ...sessionStorage })),
      read(() => indexedDB.databases()),
      read(() => caches.keys()),
      read(() => [history.state, document.cookie, location.href]),
      read(() => document.documentElement.outerHTML),
    ]);
  });
  const outside = await page.evaluate(() => [
    JSON.stringify({ ...localStorage, ...sessionStorage }),
    JSON.stringify(history.state),
    document.cookie,
    location.href,
    JSON.stringify(window.app.log),
    document.documentElement.outerHTML,
  ]);
  const everything = [
    ...(kept ?? []),
    ...outside,
    ...guard.urls,
    ...guard.console,
    ...app.server.requests.map((request) => `${request.url} ${request.referrer}`),
    server.log(),
  ].join('\n');
  expect(everything).not.toContain('canary_4711');
  expect(everything).not.toContain('4711471147114711');
  await link.leave();
  await app.exited();
});

test('l19_no_token_stands_in_an_address_or_a_referrer', async ({ app, link, api, guard }) => {
  const token = await api.token();
  await app.open(token);
  await link.complete();
  const { publicToken } = await app.succeeded();
  const everything = [...guard.urls, ...guard.console, ...app.server.requests.map((request) => String(request.referrer))].join('\n');
  expect(everything).not.toContain(token);
  expect(everything).not.toContain(publicToken);
  expect(everything).not.toMatch(/(link|public|access)-sandbox-/);
});

test('l20_two_tabs_of_one_session_link_one_bank', async ({ page, api, context }) => {
  const { hosted_link_url, link_token } = await api.linkToken({ hosted_link: {} });
  await page.goto(hosted_link_url ?? '');
  const first = new Link(page, page);
  await first.toAccounts();
  // A tab that a browser duplicates has the same storage.
  const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage }));
  const twin = await context.newPage();
  await twin.addInitScript((kept) => {
    for (const [key, value] of Object.entries(JSON.parse(kept))) sessionStorage.setItem(key, String(value));
  }, kept);
  await twin.goto(hosted_link_url ?? '');
  const second = new Link(twin, twin);
  await second.pane('SELECT_ACCOUNT');
  await first.byId('account-0').check();
  await second.byId('account-1').check();
  await Promise.all([first.byId('accounts-continue').click(), second.byId('accounts-continue').click()]);
  await first.pane('CONNECTED');
  await second.pane('CONNECTED');
  await first.finish();
  await first.pane('DONE');
  const sessions = await api.sessions(link_token);
  const results = sessions.flatMap((session) => session.results?.item_add_results ?? []);
  expect(results).toHaveLength(1);
});

test('l21_link_works_where_storage_and_cookies_of_others_are_blocked', async ({ app, link, api, page }) => {
  await page.addInitScript(() => {
    if (location.hostname !== '127.0.0.1') return;
    const refuse = {
      get() {
        throw new DOMException('blocked', 'SecurityError');
      },
    };
    Object.defineProperty(window, 'localStorage', refuse);
    Object.defineProperty(window, 'sessionStorage', refuse);
    Object.defineProperty(window, 'indexedDB', refuse);
    Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set: () => {} });
  });
  await app.open(await api.token());
  await link.complete();
  await app.succeeded();
});

test('l21_a_network_that_fails_once_is_not_noticed', async ({ app, link, api, page, guard }) => {
  guard.allow(/ERR_(FAILED|CONNECTION)/);
  await app.open(await api.token());
  let failures = 0;
  await page.route(/\/link\/session\/turn$/, (route) => {
    failures += 1;
    return failures === 1 ? route.abort('failed') : route.continue();
  });
  await link.complete();
  const { events } = await app.succeeded();
  expect(failures).toBeGreaterThan(1);
  expect(events.filter((event) => event.name === 'SELECT_INSTITUTION')).toHaveLength(1);
});

test('l21_an_answer_that_gets_lost_is_not_done_twice', async ({ app, link, api, page, guard }) => {
  guard.allow(/ERR_(FAILED|CONNECTION)/);
  await app.open(await api.token());
  await link.toAccounts();
  await link.byId('account-0').check();
  let lost = 0;
  await page.route(/\/link\/session\/turn$/, async (route) => {
    lost += 1;
    if (lost > 1) return route.continue();
    // The server does it, but the answer never arrives.
    await route.fetch();
    return route.abort('failed');
  });
  await link.byId('accounts-continue').click();
  await link.finish();
  const { events } = await app.succeeded();
  expect(events.filter((event) => event.name === 'HANDOFF')).toHaveLength(1);
  expect(lost).toBeGreaterThan(1);
});

test('l21_a_network_that_stays_away_is_said_and_link_can_be_left', async ({ app, link, api, page, guard }) => {
  guard.allow(/ERR_(FAILED|CONNECTION|INTERNET)/);
  await app.open(await api.token());
  await page.route(/\/link\/session\//, (route) => route.abort('failed'));
  await link.byId('consent-continue').click();
  await expect(link.byId('offline-retry')).toBeVisible();
  await page.unroute(/\/link\/session\//);
  await link.byId('offline-retry').click();
  await link.pane('SELECT_INSTITUTION');
  await link.close();
  await app.exited();
});

test('l21_an_error_in_the_page_of_the_app_does_not_stop_link', async ({ app, link, api, page, guard }) => {
  guard.allow(/the page broke/);
  await app.open(await api.token());
  await page.evaluate(() => void setTimeout(() => {
    throw new Error('the page broke');
  }));
  await link.complete();
  await app.succeeded();
});
