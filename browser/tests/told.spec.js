// What the app is told while answers are slow, over a reload, and when Link is closed meanwhile: all of it, and once.
import { documentOf } from '../support/app.js';
import { holdAnswer } from '../support/slow.js';
import { expect, test } from '../support/test.js';

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

/**
 * Signs in at a bank, with the answer held back.
 * @param {import('../support/link.js').Link} link
 * @param {import('@playwright/test').Page} page
 */
async function signInSlowly(link, page) {
  await link.toBank();
  await link.pane('CREDENTIAL');
  const answer = await holdAnswer(page);
  await link.signIn();
  await answer.done;
  return answer;
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
  const answer = await signInSlowly(link, page);
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
  const answer = await signInSlowly(link, page);
  await link.byId('link-close').click();
  await expect.poll(() => app.eventNames()).toContain('SUBMIT_CREDENTIALS');
  answer.release();
  const { events } = await leaveNow(app);
  expect(events.filter((event) => event.name === 'SUBMIT_CREDENTIALS')).toHaveLength(1);
});

test('after a forced exit the app is told what the server recorded, however slow the answers are', async ({ app, link, api, page }) => {
  const token = await api.token();
  await app.open(token);
  await link.toAccounts();
  await link.byId('account-0').check();
  // The bank is linked, but neither the page nor the frame has heard of it when Link is closed.
  await page.route(/\/link\/session\/turn$/, async (route) => {
    const response = await route.fetch();
    await new Promise((later) => setTimeout(later, 1500));
    await route.fulfill({ response }).catch(() => {});
  });
  await link.byId('accounts-continue').click();
  await expect.poll(async () => (await api.sessions(token))[0].results?.item_add_results?.length ?? 0).toBe(1);
  await page.evaluate(() => window.app.handlers.at(-1).exit({ force: true }));
  const { publicToken, events } = await app.succeeded();
  const [session] = await api.sessions(token);
  expect(session.on_success.public_token).toBe(publicToken);
  expect(session.exit ?? null).toBeNull();
  expect(events.map((event) => event.name).filter((name) => name === 'EXIT')).toEqual([]);
  expect(events.at(-1)?.name).toBe('HANDOFF');
});

test('l21_a_start_whose_answer_gets_lost_opens_one_session', async ({ app, link, api, page, guard }) => {
  guard.allow(/ERR_(FAILED|CONNECTION)/);
  let asked = 0;
  await page.route(/\/link\/session$/, async (route) => {
    asked += 1;
    if (asked > 1) return route.continue();
    // The server opens the session, but its answer never arrives.
    await route.fetch();
    return route.abort('failed');
  });
  const token = await api.token();
  await app.open(token);
  await link.pane('CONSENT');
  expect(asked).toBe(2);
  expect((await app.events()).filter((event) => event.name === 'OPEN')).toHaveLength(1);
  expect(await api.sessions(token)).toHaveLength(1);
});

test('l21_a_reload_that_does_not_wait_for_the_first_pane_opens_no_second_session', async ({ app, link, api, page, guard }) => {
  guard.allow(/ERR_(FAILED|CONNECTION|ABORTED)/);
  let asked = 0;
  /** @type {() => void} */
  let reached = () => {};
  const opened = new Promise((resolve) => (reached = () => resolve(undefined)));
  await page.route(/\/link\/session$/, async (route) => {
    asked += 1;
    if (asked > 1) return route.continue();
    await route.fetch();
    reached();
  });
  const token = await api.token();
  await app.goto();
  await app.launch({ token });
  await opened;
  await (await documentOf(page)).evaluate(() => location.reload());
  await link.pane('CONSENT');
  expect(asked).toBe(2);
  expect((await app.events()).filter((event) => event.name === 'OPEN')).toHaveLength(1);
  expect(await api.sessions(token)).toHaveLength(1);
});
