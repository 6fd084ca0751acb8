// Banks with pages of their own: in a window, or in Link's place; what the person allows there is what the app gets.
import { Bank } from '../support/bank.js';
import { outline } from '../support/events.js';
import { expect, test } from '../support/test.js';

/** A bank with pages of its own. */
const BANK = 'ins_127287';

/**
 * From the app's button into the bank's window.
 * @param {import('../support/app.js').App} app
 * @param {import('../support/api.js').Api} api
 * @param {string} bank
 */
async function toWindow(app, api, bank = BANK) {
  await app.open(await api.token());
  await app.link.toBank(bank);
  return app.link.bankWindow();
}

/**
 * Opens Link where a bank has sent the person back.
 * @param {import('../support/app.js').App} app
 * @param {string} token
 * @param {string} back
 */
async function openAgain(app, token, back) {
  await app.page.evaluate(({ token, back }) => window.app.create({ token, receivedRedirectUri: back }).open(), { token, back });
}

test('a bank is linked in its own window', async ({ app, link, api }) => {
  const { page, bank } = await toWindow(app, api);
  await bank.signIn();
  const closed = page.waitForEvent('close');
  await bank.allow();
  await closed;
  await link.pane('CONNECTED');
  await link.finish();
  const { publicToken, events, metadata } = await app.succeeded();
  expect(outline(events)).toEqual([
    'OPEN CONSENT',
    'TRANSITION_VIEW SELECT_INSTITUTION',
    'SELECT_INSTITUTION',
    'TRANSITION_VIEW OAUTH',
    'OPEN_OAUTH',
    'TRANSITION_VIEW CONNECTED',
    'HANDOFF',
  ]);
  expect(metadata.institution).toEqual({ institution_id: 'ins_127287', name: 'Platypus OAuth Bank' });
  const { access_token } = await api.exchange(publicToken);
  expect((await api.auth(access_token)).numbers.ach.length).toBeGreaterThan(0);
});

test('only the accounts that were ticked at the bank reach the app', async ({ app, link, api }) => {
  const { bank } = await toWindow(app, api);
  await bank.signIn();
  await bank.tick(['1111']);
  await bank.allow();
  await link.pane('CONNECTED');
  await link.finish();
  const { publicToken, metadata } = await app.succeeded();
  expect(metadata.accounts.map((/** @type {any} */ account) => account.mask)).toEqual(['1111']);
  const { access_token } = await api.exchange(publicToken);
  const { accounts, numbers } = await api.auth(access_token);
  expect(accounts.map((account) => account.mask)).toEqual(['1111']);
  expect(numbers.ach).toHaveLength(1);
  expect((await api.post('/accounts/get', { access_token })).accounts).toHaveLength(1);
});

test('ticking only accounts that the app cannot use fails and offers another try', async ({ app, link, api }) => {
  const { bank } = await toWindow(app, api);
  await bank.signIn();
  await bank.tick(['3333']);
  await bank.allow();
  await link.pane('ERROR');
  await link.byId('error-retry').click();
  await link.pane('OAUTH');
  await link.leave();
  const { error, metadata } = await app.exited();
  expect(error.error_code).toBe('NO_AUTH_ACCOUNTS');
  expect(metadata.status).toBe('requires_oauth');
});

test('whoever denies at the bank is told so, and can try again', async ({ app, link, api }) => {
  const { bank } = await toWindow(app, api);
  await bank.signIn();
  await bank.deny();
  await link.pane('ERROR');
  await link.byId('error-retry').click();
  const { bank: second } = await link.bankWindow();
  await second.share();
  await link.pane('CONNECTED');
  await link.finish();
  const { events } = await app.succeeded();
  expect(outline(events)).toContain('ERROR ACCESS_NOT_GRANTED');
});

/** What a tester can have the bank do, and what the person and the app are told. @type {[string, string][]} */
const ENDINGS = [
  ['access_denied', 'ACCESS_NOT_GRANTED'],
  ['INSUFFICIENT_CREDENTIALS', 'INSUFFICIENT_CREDENTIALS'],
  ['ACCESS_NOT_GRANTED', 'ACCESS_NOT_GRANTED'],
  ['NO_AUTH_ACCOUNTS', 'NO_AUTH_ACCOUNTS'],
  ['server_error', 'INSTITUTION_NOT_RESPONDING'],
  ['temporarily_unavailable', 'INSTITUTION_DOWN'],
];

for (const [ending, code] of ENDINGS) {
  test(`a visit that the bank ends with ${ending} is ${code}`, async ({ app, link, api }) => {
    const { page, bank } = await toWindow(app, api);
    const closed = page.waitForEvent('close');
    await bank.end(ending);
    await closed;
    await link.pane('ERROR');
    await expect(link.current).toHaveAttribute('data-code', code);
    await link.leave();
    const { error, metadata, events } = await app.exited();
    expect(error.error_code).toBe(code);
    expect(metadata.status).toBe('requires_oauth');
    expect(metadata.institution.institution_id).toBe('ins_127287');
    expect(outline(events)).not.toContain('SUBMIT_CREDENTIALS');
  });
}

for (const [ending, code] of /** @type {[string, string][]} */ ([
  ['no_answer', 'INSTITUTION_NOT_RESPONDING'],
  ['web_page', 'UNSUPPORTED_RESPONSE'],
])) {
  test(`l14_a_bank_that_gives_${ending}_to_our_server_is_${code}`, async ({ app, link, api }) => {
    const { bank } = await toWindow(app, api);
    await bank.signIn();
    await bank.allow(ending);
    await link.pane('ERROR');
    await expect(link.current).toHaveAttribute('data-code', code);
  });
}

for (const ending of ['wrong_issuer', 'wrong_state']) {
  test(`l13_an_answer_with_a_${ending}_is_refused_and_the_flow_is_not_fooled`, async ({ app, link, api, guard }) => {
    guard.allow(/status of 4\d\d/);
    const token = await api.token();
    await app.open(token);
    await link.toBank(BANK);
    const { page, bank } = await link.bankWindow();
    await bank.signIn();
    await bank.allow(ending);
    await page.waitForURL(/\/link\/oauth\/return/);
    await expect(page.getByRole('heading')).toBeVisible();
    expect(await app.eventNames()).not.toContain('HANDOFF');
    expect((await link.current.getAttribute('data-pane')) ?? '').toMatch(/^(OAUTH|ERROR)$/);
    const [session] = await api.sessions(token);
    expect(session.results?.item_add_results ?? []).toEqual([]);
  });
}

test('a window that is closed halfway can be opened again', async ({ app, link, api }) => {
  const { page } = await toWindow(app, api);
  await page.close();
  await expect.poll(() => app.eventNames(), { timeout: 20_000 }).toContain('CLOSE_OAUTH');
  const { bank } = await link.bankWindow();
  await bank.share();
  await link.finish();
  const { events } = await app.succeeded();
  expect(outline(events).filter((line) => line === 'OPEN_OAUTH')).toHaveLength(2);
});

test('where windows are blocked Link offers another way to open it', async ({ app, link, api, page }) => {
  // A browser that blocks windows gives none.
  await page.addInitScript(() => {
    if (location.hostname === '127.0.0.1') window.open = () => null;
  });
  await app.open(await api.token());
  await link.toBank(BANK);
  await link.pane('OAUTH');
  await link.byId('oauth-continue').click();
  await expect(link.byId('oauth-blocked')).toBeVisible();
  // The link itself is left to the browser, as a click on any link is.
  const popup = page.context().waitForEvent('page');
  await link.byId('oauth-continue').click();
  const bank = new Bank(await popup);
  await bank.share();
  await link.finish();
  await app.succeeded();
});

test('a bank that cuts its window off from Link is linked all the same', async ({ app, link, api }) => {
  const { page, bank } = await toWindow(app, api, 'ins_132241');
  await page.getByTestId('bank-username').waitFor();
  // From here the window seems closed to Link, although it is not.
  await bank.signIn();
  const closed = page.waitForEvent('close');
  await bank.allow();
  await closed;
  await link.finish();
  const { events } = await app.succeeded();
  expect(outline(events)).not.toContain('CLOSE_OAUTH');
});

test('the bank never learns which page the person came from', async ({ app, api }) => {
  const { page } = await toWindow(app, api);
  await page.getByTestId('bank-username').waitFor();
  expect(await page.evaluate(() => [document.referrer, window.opener])).toEqual(['', null]);
});

test('a bank asks for its second factor on its own pages', async ({ app, link, api }) => {
  const { page, bank } = await toWindow(app, api);
  await bank.signIn('user_good', 'mfa_questions_1_1');
  await page.getByTestId('bank-answer-0').fill('wrong');
  await page.getByTestId('bank-answer-submit').click();
  await expect(page.getByTestId('bank-error')).toBeVisible();
  await page.getByTestId('bank-answer-0').fill('answer_0_0');
  await page.getByTestId('bank-answer-submit').click();
  await bank.allow();
  await link.finish();
  const { events } = await app.succeeded();
  expect(outline(events).join()).not.toContain('MFA');
});

test('a wrong password at the bank stays at the bank', async ({ app, link, api }) => {
  const { page, bank } = await toWindow(app, api);
  await bank.signIn('user_good', 'wrong');
  await expect(page.getByTestId('bank-error')).toBeVisible();
  await bank.share();
  await link.finish();
  const { events } = await app.succeeded();
  expect(events.map((event) => event.name)).not.toContain('ERROR');
});

test('an account of a custom user is shared by way of the bank', async ({ app, link, api }) => {
  const { bank } = await toWindow(app, api);
  const account = { type: 'depository', subtype: 'checking', starting_balance: 7, meta: { name: 'Everyday', mask: '4321' } };
  await bank.signIn('user_custom', JSON.stringify({ override_accounts: [account] }));
  await bank.allow();
  await link.finish();
  const { metadata } = await app.succeeded();
  expect(metadata.accounts).toMatchObject([{ name: 'Everyday', mask: '4321' }]);
});

test('update mode at the bank keeps ids and tokens', async ({ app, link, api }) => {
  const first = await toWindow(app, api);
  await first.bank.signIn();
  await first.bank.tick(['0000', '1111']);
  await first.bank.allow();
  await link.finish();
  const { publicToken } = await app.succeeded();
  const { access_token } = await api.exchange(publicToken);
  const before = await api.auth(access_token);
  await api.post('/sandbox/item/reset_login', { access_token });

  await app.open(await api.updateToken(access_token), { pane: 'OAUTH' });
  const { bank } = await link.bankWindow();
  await bank.share();
  await link.finish();
  await app.succeeded();
  const after = await api.auth(access_token);
  expect(after.accounts.map((account) => account.account_id)).toEqual(
    before.accounts.map((account) => account.account_id),
  );
});

test.describe('in an app’s webview', () => {
  test.use({
    userAgent:
      'Mozilla/5.0 (Linux; Android 14; Pixel 8; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36',
  });

  /**
   * As far as the return from the bank.
   * @param {import('../support/app.js').App} app
   * @param {string} token
   * @param {(bank: Bank) => Promise<void>} end
   */
  async function thereAndBack(app, token, end) {
    const { link, page } = app;
    await app.open(token);
    await link.toBank(BANK);
    await link.pane('OAUTH');
    await link.byId('oauth-continue').click();
    const bank = new Bank(page);
    await bank.signIn();
    await end(bank);
    await page.waitForURL(/oauth_state_id=/);
    expect(page.context().pages()).toHaveLength(1);
    return page.url();
  }

  test('the page goes to the bank and back, and the same token goes on', async ({ app, link, api, appServer }) => {
    const token = await api.token({ redirect_uri: `${appServer.origin}/` });
    const back = await thereAndBack(app, token, (bank) => bank.allow());
    expect(back).toMatch(new RegExp(`^${appServer.origin}/\\?oauth_state_id=[0-9a-f]{8}-[0-9a-f-]{27}$`));
    await openAgain(app, token, back);
    await link.finish();
    const { data } = await app.ended('success');
    const { access_token } = await api.exchange(data[0]);
    expect((await api.auth(access_token)).numbers.ach.length).toBeGreaterThan(0);
    const events = await app.events();
    expect(outline(events)[0]).toBe('OPEN');
    expect(await api.sessions(token)).toHaveLength(1);
  });

  test('a denial is told on the way back', async ({ app, link, api, appServer }) => {
    const token = await api.token({ redirect_uri: `${appServer.origin}/` });
    const back = await thereAndBack(app, token, (bank) => bank.deny());
    await openAgain(app, token, back);
    await link.pane('ERROR');
    await link.leave();
    const { data } = await app.ended('exit');
    expect(data[0].error_code).toBe('ACCESS_NOT_GRANTED');
    expect(data[1].status).toBe('requires_oauth');
    expect(outline(await app.events())).toEqual([
      'OPEN',
      'ERROR ACCESS_NOT_GRANTED',
      'TRANSITION_VIEW ERROR',
      'TRANSITION_VIEW EXIT',
      'EXIT ACCESS_NOT_GRANTED requires_oauth',
    ]);
  });

  test('l12_the_way_back_is_good_once_for_one_token_and_exactly_as_it_came', async ({ app, link, api, appServer, page, guard }) => {
    guard.allow(/status of 4\d\d/);
    const token = await api.token({ redirect_uri: `${appServer.origin}/` });
    const back = await thereAndBack(app, token, (bank) => bank.allow());
    const other = await api.token({ redirect_uri: `${appServer.origin}/` });
    /** @param {string} token @param {string} uri */
    const refusal = async (token, uri) => {
      await page.goto(`${appServer.origin}/`);
      await openAgain(app, token, uri);
      return (await app.refused()).error.error_code;
    };
    expect(await refusal(other, back)).toBe('INCORRECT_LINK_TOKEN');
    expect(await refusal(token, back.replace(/[0-9a-f]{12}$/, '000000000000'))).toBe('OAUTH_STATE_ID_NOT_FOUND');
    for (const uri of [`${back}&x=1`, `${back}#x`, back.replace('localhost', '127.0.0.1'), `${appServer.origin}/`, 'nonsense']) {
      expect(await refusal(token, uri), uri).toMatch(/^(INVALID_FIELD|OAUTH_STATE_ID_NOT_FOUND|INCORRECT_LINK_TOKEN)$/);
    }
    // None of that used it up.
    await page.goto(`${appServer.origin}/`);
    await openAgain(app, token, back);
    await link.finish();
    await app.ended('success');
    expect(await refusal(token, back)).toBe('OAUTH_STATE_ID_ALREADY_PROCESSED');
  });
});

test('l12_the_bank_s_answer_in_another_browser_is_refused_and_ends_the_visit', async ({ app, link, api, browser, guard }) => {
  guard.allow(/status of 4\d\d/);
  const { page, bank } = await toWindow(app, api);
  await bank.signIn();
  // The answer is shown elsewhere first.
  const answer = await bank.allowAndHold();
  const elsewhere = await browser.newContext();
  const thief = await elsewhere.newPage();
  const stolen = await thief.goto(answer);
  expect(stolen?.status()).toBeGreaterThanOrEqual(400);
  await elsewhere.close();
  const late = await page.goto(answer);
  expect(late?.status()).toBe(208);
  await link.pane('ERROR');
  await link.leave();
  const { error } = await app.exited();
  expect(error.error_code).toBe('UNSUPPORTED_RESPONSE');
});

test('l12_a_way_to_the_bank_that_was_given_to_somebody_else_leads_nowhere', async ({ app, link, api, browser }) => {
  await app.open(await api.token());
  await link.toBank(BANK);
  await link.pane('OAUTH');
  const way = await link.byId('oauth-continue').evaluate((anchor) => /** @type {HTMLAnchorElement} */ (anchor).href);
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.clock.install();
  await other.goto(way);
  await expect(other.getByTestId('link-alone')).toContainText('Platypus OAuth Bank');
  await other.clock.runFor(60_000);
  expect(other.url()).toContain('/link/oauth/');
  await expect(other.locator('a, button')).toHaveCount(0);
  expect(await elsewhere.cookies()).toEqual([]);
  await elsewhere.close();
  // It is still good for the window that Link opens itself.
  const { bank } = await link.bankWindow();
  await bank.share();
  await link.finish();
  await app.succeeded();
});
