// Who may go to a bank for a session: the browser that began a hosted one, and a window that a page of this server opened.
import { Bank } from '../support/bank.js';
import { Link } from '../support/link.js';
import { expect, test } from '../support/test.js';

/**
 * Where the way to the bank is shown; its address.
 * @param {Link} link
 */
async function way(link) {
  await link.toBank('ins_127287');
  await link.pane('OAUTH');
  return link.byId('oauth-continue').evaluate((anchor) => /** @type {HTMLAnchorElement} */ (anchor).href);
}

test('l12_a_hosted_session_goes_to_the_bank_only_in_the_browser_that_began_it', async ({ page, api, browser, guard }) => {
  guard.allow(/status of 403/);
  const { link_token, hosted_link_url } = await api.linkToken({ hosted_link: {} });
  await page.goto(hosted_link_url ?? '');
  const link = new Link(page, page);
  const address = await way(link);
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  // Not even one that opened the same hosted page for itself.
  await other.goto(hosted_link_url ?? '');
  await other.getByTestId('consent-continue').waitFor();
  const refused = await other.goto(address);
  expect(refused?.status()).toBe(403);
  await expect(other.getByTestId('link-notice')).toHaveAttribute('data-pane', 'ELSEWHERE');
  await expect(other.getByRole('heading')).toHaveText('Go on where you began');
  await elsewhere.close();
  // Nothing of that used it up.
  await link.byId('oauth-continue').click();
  await new Bank(page).share();
  await link.pane('CONNECTED');
  await link.finish();
  await link.pane('DONE');
  const [cookie] = (await page.context().cookies()).filter((one) => one.name === 'selvedge_browser');
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  const sessions = await api.sessions(link_token);
  expect(sessions.flatMap((session) => session.results?.item_add_results ?? [])).toHaveLength(1);
});

test('l12_the_bank_s_answer_to_a_hosted_session_is_not_taken_from_another_browser', async ({ page, api, browser, guard }) => {
  guard.allow(/status of 4\d\d/);
  const { link_token, hosted_link_url } = await api.linkToken({ hosted_link: {} });
  await page.goto(hosted_link_url ?? '');
  await way(new Link(page, page));
  await page.getByTestId('oauth-continue').click();
  const bank = new Bank(page);
  await bank.signIn();
  const answer = await bank.allowAndHold();
  const elsewhere = await browser.newContext();
  const thief = await elsewhere.newPage();
  await thief.goto(answer);
  await expect(thief.getByTestId('link-notice')).toHaveAttribute('data-pane', 'ELSEWHERE');
  expect(thief.url()).not.toContain('oauth_state_id');
  await elsewhere.close();
  const [session] = await api.sessions(link_token);
  expect(session.results?.item_add_results ?? []).toEqual([]);
});

test('a window opens at the bank although Link was opened by another name of this machine', async ({ app, link, api, appServer, server }) => {
  const named = server.url.replace('127.0.0.1', 'localhost');
  expect(named).not.toBe(server.url);
  appServer.page('/named', { link: named });
  await app.open(await api.token(), { path: '/named' });
  await link.toBank('ins_127287');
  const { bank } = await link.bankWindow();
  await bank.share();
  await link.finish();
  await app.succeeded();
});

test('l12_a_page_of_somebody_else_opens_no_window_at_the_bank', async ({ app, link, api, server }) => {
  await app.open(await api.token());
  const ticket = new URL(await way(link)).pathname;
  // The app is at another port of this very machine, and says that it came by another name.
  const opened = link.page.waitForEvent('popup');
  await link.page.evaluate((address) => {
    const child = window.open(address);
    addEventListener('message', (event) => {
      if (event.source === child) child?.postMessage({ t: 'proof', proof: 'x'.repeat(32) }, '*');
    });
  }, `${server.url}${ticket}?here`);
  const popup = await opened;
  /** @type {string[]} */
  const sent = [];
  popup.on('request', (request) => sent.push(request.method()));
  await expect(popup.getByTestId('link-alone')).toBeVisible();
  expect(sent).not.toContain('POST');
});
