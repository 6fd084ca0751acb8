// Link for everybody: no finding of axe-core on any pane in any colours, and a whole run by keyboard alone.
import { documentOf } from '../support/app.js';
import { audit, withAxe } from '../support/axe.js';
import { PANES, showAs } from '../support/panes.js';
import { expect, test } from '../support/test.js';

for (const [name, { pane, go, token }] of Object.entries(PANES)) {
  test(`axe finds nothing on ${name}, in light, dark and forced colours`, async ({ app, link, api, page }) => {
    await withAxe(page.context());
    await app.open(await api.token(token));
    await go(link);
    await link.pane(pane);
    const frame = await documentOf(page);
    for (const colours of /** @type {const} */ ([
      { colorScheme: 'light', forcedColors: 'none' },
      { colorScheme: 'dark', forcedColors: 'none' },
      { colorScheme: 'light', forcedColors: 'active' },
    ])) {
      await showAs(page, frame, colours);
      await audit(frame, `${name} in ${JSON.stringify(colours)}`);
    }
  });
}

test('axe finds nothing on the hosted pages', async ({ api, page, server, guard }) => {
  guard.allow(/status of 404/);
  await withAxe(page.context());
  const { hosted_link_url } = await api.linkToken({ hosted_link: {} });
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(hosted_link_url ?? '');
    await page.getByTestId('consent-continue').waitFor();
    await audit(page.mainFrame(), `hosted in ${colorScheme}`);
    await page.goto(`${server.url}/link/lp${'0'.repeat(32)}`);
    await audit(page.mainFrame(), `unknown address in ${colorScheme}`);
  }
  await page.goto(hosted_link_url ?? '');
  await page.getByTestId('link-close').click();
  await expect(page.getByTestId('link-pane')).toHaveAttribute('data-pane', 'LEFT');
  await audit(page.mainFrame(), 'the end of a hosted page');
});

test('axe finds nothing on the tiles', async ({ app, api, page }) => {
  await withAxe(page.context());
  await app.goto();
  const token = await api.token();
  await page.evaluate((token) => void window.app.embed({ token }, '600px', '400px'), token);
  await page.frameLocator('#tiles iframe').locator('[data-testid^="institution-ins_"]').first().waitFor();
  const frame = await documentOf(page, '#tiles iframe');
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    await showAs(page, frame, { colorScheme });
    await audit(frame, `tiles in ${colorScheme}`);
  }
});

test('axe finds nothing on the pages of the test bank', async ({ app, link, api, page }) => {
  await withAxe(page.context());
  await app.open(await api.token());
  await link.toBank('ins_127287');
  const { page: site, bank } = await link.bankWindow();
  const check = async (/** @type {string} */ name) => {
    await expect(site.getByTestId('bank-page')).toHaveAttribute('data-page', name);
    for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
      await site.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await audit(site.mainFrame(), `the bank's ${name} in ${colorScheme}`);
    }
  };
  await check('SIGN_IN');
  await bank.signIn('user_good', 'mfa_selections_1_2_3');
  await check('ASK');
  await site.getByTestId('bank-answer-0-0').check();
  await site.getByTestId('bank-answer-1-0').check();
  await site.getByTestId('bank-answer-submit').click();
  await check('CONSENT');
  await bank.tick([]);
  await bank.allow();
  await expect(site.getByTestId('bank-error')).toBeVisible();
  await check('CONSENT');
});

test('a bank is linked by keyboard alone', async ({ app, link, api, page }) => {
  await app.goto();
  const token = await api.token();
  await page.evaluate((token) => window.app.arm({ token }), token);
  await page.locator('#launch').focus();
  await page.keyboard.press('Enter');
  await link.pane('CONSENT');

  /** Goes on with Tab until an element has the focus, as a person does. @param {string} id */
  const tabTo = async (id) => {
    const target = link.byId(id);
    for (let presses = 0; presses < 40; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`${id} is not reached by Tab`);
  };

  await tabTo('consent-continue');
  await page.keyboard.press('Enter');
  await link.pane('SELECT_INSTITUTION');
  await tabTo('institution-search');
  await page.keyboard.type('First Gingham');
  await expect(link.byId('institution-ins_109509')).toBeVisible();
  await tabTo('institution-ins_109509');
  await page.keyboard.press('Enter');
  await link.pane('CREDENTIAL');
  await tabTo('credential-username');
  await page.keyboard.type('user_good');
  await tabTo('credential-password');
  await page.keyboard.type('mfa_questions_1_1');
  await page.keyboard.press('Enter');
  await link.pane('MFA');
  await tabTo('mfa-answer-0');
  await page.keyboard.type('answer_0_0');
  await page.keyboard.press('Enter');
  await link.pane('SELECT_ACCOUNT');
  await tabTo('account-0');
  await page.keyboard.press('Space');
  await tabTo('accounts-continue');
  await page.keyboard.press('Enter');
  await link.pane('CONNECTED');
  await tabTo('connected-finish');
  await page.keyboard.press('Enter');
  await app.succeeded();
  await expect(page.locator('#launch')).toBeFocused();
});

test('the focus never leaves Link while it is open', async ({ app, link, api, page }) => {
  await app.open(await api.token());
  for (let presses = 0; presses < 25; presses += 1) {
    await page.keyboard.press('Tab');
    const where = await page.evaluate(() => document.activeElement?.tagName);
    expect(['IFRAME', 'DIALOG', 'BODY']).toContain(where);
  }
  await link.pane('CONSENT');
});

test('each pane is announced: its heading has the focus, the document its title', async ({ app, link, api, page }) => {
  await app.open(await api.token());
  const frame = await documentOf(page);
  const titles = new Set([await frame.title()]);
  await expect(link.current.getByRole('heading', { level: 1 })).toBeFocused();
  await link.agree();
  await link.pane('SELECT_INSTITUTION');
  titles.add(await frame.title());
  await link.choose('ins_109508');
  await link.pane('CREDENTIAL');
  titles.add(await frame.title());
  expect(titles.size).toBe(3);
  await expect(link.root.getByRole('progressbar')).toHaveAttribute('aria-valuenow', /^\d+$/);
  await expect(link.root.getByRole('progressbar')).toHaveAttribute('aria-valuetext', /\S/);
});

test('the progress grows on the way', async ({ app, link, api }) => {
  await app.open(await api.token());
  const progress = link.root.getByRole('progressbar');
  const values = [Number(await progress.getAttribute('aria-valuenow'))];
  const note = async () => values.push(Number(await progress.getAttribute('aria-valuenow')));
  await link.agree();
  await link.pane('SELECT_INSTITUTION');
  await note();
  await link.choose('ins_109508');
  await link.pane('CREDENTIAL');
  await note();
  await link.signIn();
  await link.pane('SELECT_ACCOUNT');
  await note();
  await link.pickAccounts();
  await link.pane('CONNECTED');
  await note();
  expect(values).toEqual([...values].sort((a, b) => a - b));
  expect(new Set(values).size).toBe(values.length);
  expect(values.at(-1)).toBe(100);
});
