// What the app is told while answers are slow, over a reload, and when Link is closed meanwhile: all of it, and once.
import { FRAME } from '../support/app.js';
import { expect, test } from '../support/test.js';

/**
 * Holds the next turns' answers back by so much.
 * @param {import('@playwright/test').Page} page
 * @param {number} milliseconds
 */
const slowAnswers = (page, milliseconds) =>
  page.route(/\/link\/session\/turn$/, async (route) => {
    const response = await route.fetch();
    await new Promise((later) => setTimeout(later, milliseconds));
    await route.fulfill({ response }).catch(() => {});
  });

/** @param {{ metadata: any }[]} events */
const times = (events) => events.map((event) => String(event.metadata.timestamp));

test('what happened is told once, however slow an answer is', async ({ app, link, api, page }) => {
  await app.open(await api.token());
  await link.toBank('ins_127287');
  await link.pane('OAUTH');
  const popup = page.waitForEvent('popup');
  await link.byId('oauth-continue').click();
  await popup;
  await expect.poll(() => app.eventNames()).toContain('OPEN_OAUTH');
  // While it waits for the bank the page asks every second what happened.
  await slowAnswers(page, 3000);
  await link.byId('link-close').click();
  await link.pane('EXIT');
  await page.waitForTimeout(3500);
  const events = await app.events();
  expect(times(events)).toEqual([...new Set(times(events))].sort());
  expect(events.filter((event) => event.metadata.view_name === 'EXIT')).toHaveLength(1);
});

test('what happened while the frame was loaded again is told', async ({ app, link, api, page }) => {
  await app.open(await api.token());
  await link.toBank();
  await link.pane('CREDENTIAL');
  await slowAnswers(page, 5000);
  await link.signIn();
  await page.waitForTimeout(1500);
  const frame = await (await page.locator(FRAME).elementHandle())?.contentFrame();
  await frame?.evaluate(() => location.reload());
  await link.pane('SELECT_ACCOUNT');
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  const events = await app.events();
  const names = events.map((event) => `${event.name} ${event.metadata.view_name ?? ''}`.trim());
  expect(names.filter((name) => name === 'SUBMIT_CREDENTIALS')).toHaveLength(1);
  expect(names.at(-1)).toBe('TRANSITION_VIEW SELECT_ACCOUNT');
  expect(times(events)).toEqual([...new Set(times(events))].sort());
});

test('what happened before Link was closed meanwhile is told first', async ({ app, link, api, page }) => {
  await app.open(await api.token());
  await link.toBank();
  await link.pane('CREDENTIAL');
  let first = true;
  await page.route(/\/link\/session\/turn$/, async (route) => {
    if (!first) return route.continue();
    first = false;
    const response = await route.fetch();
    await new Promise((later) => setTimeout(later, 3000));
    await route.fulfill({ response }).catch(() => {});
  });
  await link.signIn();
  await page.waitForTimeout(1000);
  await link.byId('link-close').click();
  await expect.poll(() => app.eventNames()).toContain('SUBMIT_CREDENTIALS');
  await page.waitForTimeout(3500);
  const events = await app.events();
  expect(events.filter((event) => event.name === 'SUBMIT_CREDENTIALS')).toHaveLength(1);
  expect(times(events)).toEqual([...new Set(times(events))].sort());
});
