// Hosted Link: an address that an app hands out, and what the app's server learns.
import { Bank } from '../support/bank.js';
import { Link } from '../support/link.js';
import { expect, test } from '../support/test.js';

/**
 * Opens a hosted address.
 * @param {import('@playwright/test').Page} page
 * @param {import('../support/api.js').Api} api
 * @param {Record<string, unknown>} hosted
 * @param {Record<string, unknown>} more
 */
async function open(page, api, hosted = {}, more = {}) {
  const { link_token, hosted_link_url } = await api.linkToken({ hosted_link: hosted, ...more });
  expect(hosted_link_url).toMatch(/\/link\/lp[0-9a-f]{32}$/);
  await page.goto(hosted_link_url ?? '');
  return { token: link_token, url: hosted_link_url ?? '', link: new Link(page, page) };
}

test('a bank is linked at a hosted address, and the page says that it may be closed', async ({ page, api }) => {
  const { token, link } = await open(page, api);
  await link.complete();
  await expect(page.getByTestId('link-pane')).toHaveAttribute('data-pane', 'DONE');
  await expect(page.getByTestId('link-pane')).toContainText(/close this page/i);
  const linked = page.getByTestId('hosted-linked').getByRole('listitem');
  await expect(linked).toHaveText(['First Platypus Bank', /Plaid Checking.*••0000.*ending in 0000/s]);
  const [session] = await api.sessions(token);
  const [result] = session.results.item_add_results;
  expect(result.institution.institution_id).toBe('ins_109508');
  const { access_token } = await api.exchange(result.public_token);
  expect((await api.auth(access_token)).numbers.ach).toHaveLength(1);
  expect(Object.keys(session.results).sort()).toEqual([
    'bank_income_results',
    'cra_item_add_results',
    'cra_update_results',
    'document_income_results',
    'item_add_results',
    'payroll_income_results',
  ]);
});

test('a page that the server refuses says so, and does not leave its session open', async ({ page, api, guard }) => {
  guard.allow(/status of 413/);
  const { token, link } = await open(page, api);
  await link.agree();
  await link.pane('SELECT_INSTITUTION');
  await page.route('**/link/session/turn', async (route) => {
    if (route.request().postDataJSON().input.kind === 'choose') {
      await route.fulfill({ status: 413, json: { error_type: 'INVALID_REQUEST', error_code: 'INVALID_BODY' } });
    } else await route.continue();
  });
  await link.choose('ins_109508');
  await link.pane('FAILED');
  await expect(link.current).toContainText('Reload the page to start again');
  await expect(async () => {
    const [session] = await api.sessions(token);
    expect(session.finished_at).toBeTruthy();
  }).toPass();
  await page.unroute('**/link/session/turn');
  await page.reload();
  await link.pane('CONSENT');
});

for (const unsafe of ['javascript:alert(1)', 'java\nscript:alert(1)', 'data:text/html,x', 'blob:http://localhost/x', 'about:blank', 'view-source:x']) {
  test(`a hosted page never goes to ${JSON.stringify(unsafe)}, whoever says so`, async ({ page, api }) => {
    const { url, link } = await open(page, api);
    await link.pane('CONSENT');
    await page.route('**/link/session/turn', async (route) => {
      const answer = await route.fetch();
      const shown = await answer.json();
      await route.fulfill({ json: { ...shown, ended: { ...shown.ended, return_to: unsafe } } });
    });
    await link.close();
    await link.pane('LEFT');
    await expect(page.getByTestId('hosted-return')).toBeHidden();
    expect(page.url()).toBe(url);
  });
}

test('the end of a hosted page is in the language of the session', async ({ page, api }) => {
  const { link } = await open(page, api, {}, { language: 'de' });
  await link.complete();
  await link.pane('DONE');
  await expect(link.current.getByRole('heading')).toHaveText('Ihre Bank ist verbunden');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
});

test('leaving a hosted page says that no bank was linked', async ({ page, api }) => {
  const { token, link } = await open(page, api);
  await link.agree();
  await link.pane('SELECT_INSTITUTION');
  await link.close();
  await link.pane('LEFT');
  const [session] = await api.sessions(token);
  expect(session.exit.metadata.status).toBe('institution_not_found');
});

for (const [name, walk] of /** @type {[string, (link: Link) => Promise<void>][]} */ ([
  ['success', (link) => link.complete()],
  ['exit', (link) => link.byId('link-close').click()],
])) {
  test(`the completion address is visited on ${name}`, async ({ page, api, appServer }) => {
    const done = `${appServer.origin}/`;
    const { link } = await open(page, api, { completion_redirect_uri: done });
    await link.pane('CONSENT');
    await walk(link);
    await page.waitForURL(done);
    expect(appServer.requests.at(-1)?.referrer ?? '').not.toContain('/link/lp');
  });
}

test('an address that has run out says so', async ({ page, api, guard }) => {
  guard.allow(/status of 4(04|10)/);
  const { hosted_link_url } = await api.linkToken({ hosted_link: { url_lifetime_seconds: 1 } });
  await expect
    .poll(async () => (await fetch(hosted_link_url ?? '')).status, { timeout: 15_000 })
    .not.toBe(200);
  const answer = await page.goto(hosted_link_url ?? '');
  expect([404, 410]).toContain(answer?.status());
  await expect(page.getByRole('heading')).toBeVisible();
  await expect(page.locator('body')).not.toContainText('INVALID');
});

test('an unknown address is not found', async ({ page, server, guard }) => {
  guard.allow(/status of 404/);
  const answer = await page.goto(`${server.url}/link/lp${'0'.repeat(32)}`);
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading')).toBeVisible();
});

test('the bank’s own pages are visited in the same window and lead back', async ({ page, api }) => {
  const { token, link } = await open(page, api);
  await link.toBank('ins_127287');
  await link.pane('OAUTH');
  await link.byId('oauth-continue').click();
  await new Bank(page).share();
  await link.pane('CONNECTED');
  await link.finish();
  await link.pane('DONE');
  expect(page.context().pages()).toHaveLength(1);
  const sessions = await api.sessions(token);
  expect(sessions).toHaveLength(1);
  expect(sessions[0].results.item_add_results).toHaveLength(1);
});

test('a hosted token opens Link on a page as well', async ({ app, link, api }) => {
  await app.open(await api.token({ hosted_link: {} }));
  await link.complete();
  await app.succeeded();
});
