// What the app is told while answers are slow, over a reload, and when Link is closed meanwhile: all of it, and once.
import { documentOf } from '../support/app.js';
import { expect, test } from '../support/test.js';

/**
 * Holds the answer to the next turn back, once the server has done what it asks for.
 * @param {import('@playwright/test').Page} page
 */
async function holdAnswer(page) {
  /** @type {() => void} */
  let release = () => {};
  /** @type {Promise<void>} */
  const released = new Promise((resolve) => (release = resolve));
  /** @type {() => void} */
  let tell = () => {};
  /** @type {Promise<void>} */
  const done = new Promise((resolve) => (tell = resolve));
  await page.route(
    /\/link\/session\/turn$/,
    async (route) => {
      const response = await route.fetch();
      tell();
      await released;
      // Nobody waits for it where the frame was loaded again.
      await route.fulfill({ response }).catch(() => {});
    },
    { times: 1 },
  );
  return { done, release };
}

/**
 * Leaves at the question whether to leave. Link takes the answer once it is through with what was held back.
 * @param {import('../support/app.js').App} app
 */
async function leaveNow(app) {
  await app.link.pane('EXIT');
  await expect(async () => {
    await app.link.byId('exit-confirm').click({ timeout: 500 }).catch(() => {});
    expect((await app.log()).map((entry) => entry.kind)).toContain('exit');
  }).toPass();
  return app.exited();
}

test('what happened is told once, however slow an answer is', async ({ app, link, api, page }) => {
  await page.clock.install();
  await app.open(await api.token());
  await link.toBank('ins_127287');
  await link.bankWindow();
  await expect.poll(() => app.eventNames()).toContain('OPEN_OAUTH');
  // While it waits for the bank the page asks now and then what happened.
  const answer = await holdAnswer(page);
  await link.byId('link-close').click();
  await answer.done;
  await page.clock.runFor(3000);
  answer.release();
  const { events } = await leaveNow(app);
  expect(events.filter((event) => event.metadata['view_name'] === 'EXIT')).toHaveLength(1);
});

test('what happened while the frame was loaded again is told', async ({ app, link, api, page }) => {
  await app.open(await api.token());
  await link.toBank();
  await link.pane('CREDENTIAL');
  const answer = await holdAnswer(page);
  await link.signIn();
  await answer.done;
  const frame = await documentOf(page);
  await frame.evaluate(() => location.reload());
  await link.pane('SELECT_ACCOUNT');
  answer.release();
  await link.leave();
  const { events } = await app.exited();
  const names = events.map((event) => `${event.name} ${event.metadata['view_name'] ?? ''}`.trim());
  expect(names.filter((name) => name === 'SUBMIT_CREDENTIALS')).toHaveLength(1);
  expect(names.filter((name) => name === 'TRANSITION_VIEW SELECT_ACCOUNT')).toHaveLength(1);
});

test('what happened before Link was closed meanwhile is told first', async ({ app, link, api, page }) => {
  await app.open(await api.token());
  await link.toBank();
  await link.pane('CREDENTIAL');
  const answer = await holdAnswer(page);
  await link.signIn();
  await answer.done;
  await link.byId('link-close').click();
  await expect.poll(() => app.eventNames()).toContain('SUBMIT_CREDENTIALS');
  answer.release();
  const { events } = await leaveNow(app);
  expect(events.filter((event) => event.name === 'SUBMIT_CREDENTIALS')).toHaveLength(1);
});
