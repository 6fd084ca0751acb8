// Leaving Link: at each pane, with the status that says where, with or without being asked.
import { outline } from '../support/events.js';
import { expect, test } from '../support/test.js';

/**
 * Ways to a pane, and what leaving it says.
 * @type {Record<string, {walk: (link: import('../support/link.js').Link) => Promise<unknown>, pane: string,
 *   status: string, asked: boolean}>}
 */
const PANES = {
  'the consent': {
    walk: async () => {},
    pane: 'CONSENT',
    status: 'requires_credentials',
    asked: false,
  },
  'the choice of a bank': {
    walk: (link) => link.agree(),
    pane: 'SELECT_INSTITUTION',
    status: 'institution_not_found',
    asked: false,
  },
  'the credentials': {
    walk: (link) => link.toBank(),
    pane: 'CREDENTIAL',
    status: 'requires_credentials',
    asked: true,
  },
  'the choice of a device': {
    walk: async (link) => {
      await link.toBank();
      await link.signIn('user_good', 'mfa_device');
    },
    pane: 'MFA',
    status: 'choose_device',
    asked: true,
  },
  'the code': {
    walk: async (link) => {
      await link.toBank();
      await link.signIn('user_good', 'mfa_device');
      await link.sendTo(0);
    },
    pane: 'MFA',
    status: 'requires_code',
    asked: true,
  },
  'the questions': {
    walk: async (link) => {
      await link.toBank();
      await link.signIn('user_good', 'mfa_questions_1_1');
    },
    pane: 'MFA',
    status: 'requires_questions',
    asked: true,
  },
  'the selections': {
    walk: async (link) => {
      await link.toBank();
      await link.signIn('user_good', 'mfa_selections');
    },
    pane: 'MFA',
    status: 'requires_selections',
    asked: true,
  },
  'the checkbox against programs': {
    walk: async (link) => {
      await link.toBank();
      await link.signIn('user_good', '{"recaptcha":"good"}');
    },
    pane: 'RECAPTCHA',
    status: 'requires_recaptcha',
    asked: true,
  },
  'the accounts': {
    walk: (link) => link.toAccounts(),
    pane: 'SELECT_ACCOUNT',
    status: 'requires_account_selection',
    asked: true,
  },
  "the bank's own pages": {
    walk: (link) => link.toBank('ins_127287'),
    pane: 'OAUTH',
    status: 'requires_oauth',
    asked: true,
  },
};

for (const [name, { walk, pane, status, asked }] of Object.entries(PANES)) {
  test(`leaving at ${name} says ${status}`, async ({ app, link, api }) => {
    await app.open(await api.token());
    await walk(link);
    await link.pane(pane);
    await link.byId('link-close').click();
    if (asked) {
      await link.pane('EXIT');
      await link.byId('exit-confirm').click();
    }
    const { error, metadata, events } = await app.exited();
    expect(error).toBeNull();
    expect(metadata.status).toBe(status);
    expect(outline(events).slice(-2).includes('TRANSITION_VIEW EXIT')).toBe(asked);
    if (asked) expect(metadata.institution.name).toMatch(/Platypus/);
    else expect(metadata.institution).toBeNull();
  });

  test(`closing by force at ${name} says ${status} too, and asks nothing`, async ({ app, link, api, page }) => {
    await app.open(await api.token());
    await walk(link);
    await link.pane(pane);
    await page.evaluate(() => window.app.handlers.at(-1).exit({ force: true }));
    const { error, metadata, events } = await app.exited();
    expect(error).toBeNull();
    expect(metadata.status).toBe(status);
    expect(outline(events)).not.toContain('TRANSITION_VIEW EXIT');
  });
}

test('who changes their mind stays where they were', async ({ app, link, api }) => {
  await app.open(await api.token());
  await link.toBank();
  await link.pane('CREDENTIAL');
  await link.byId('link-close').click();
  await link.pane('EXIT');
  await link.byId('exit-stay').click();
  await link.signIn();
  await link.pickAccounts();
  await link.finish();
  await app.succeeded();
});

test('the handler can ask to close, which is like the close button', async ({ app, link, api, page }) => {
  await app.open(await api.token());
  await link.toBank();
  await link.pane('CREDENTIAL');
  await page.evaluate(() => window.app.handlers.at(-1).exit());
  await link.pane('EXIT');
  await link.byId('exit-confirm').click();
  await app.exited();
});

test('Escape is like the close button', async ({ app, link, api, page }) => {
  await app.open(await api.token());
  await page.keyboard.press('Escape');
  const { metadata } = await app.exited();
  expect(metadata.status).toBe('requires_credentials');
});

test('who gives a wrong password twice and leaves leaves with that error', async ({ app, link, api }) => {
  await app.open(await api.token());
  await link.toBank();
  for (const password of ['wrong', 'wrong again']) {
    await link.signIn('user_good', password);
    await expect(link.byId('pane-error')).toBeVisible();
    await expect(link.byId('credential-password')).toHaveValue('');
  }
  await link.leave();
  const { error, metadata, events } = await app.exited();
  expect(error).toMatchObject({ error_type: 'ITEM_ERROR', error_code: 'INVALID_CREDENTIALS' });
  expect(error.display_message).toMatch(/\S/);
  expect(metadata.status).toBe('requires_credentials');
  expect(outline(events).filter((line) => line === 'ERROR INVALID_CREDENTIALS')).toHaveLength(2);
  expect(outline(events).slice(-2)).toEqual([
    'TRANSITION_VIEW EXIT',
    'EXIT INVALID_CREDENTIALS requires_credentials',
  ]);
});

test('an error that was overcome is still told on leaving', async ({ app, link, api }) => {
  await app.open(await api.token());
  await link.toBank();
  await link.signIn('user_good', 'wrong');
  await expect(link.byId('pane-error')).toBeVisible();
  await link.signIn();
  await link.pane('SELECT_ACCOUNT');
  await link.leave();
  const { error, metadata } = await app.exited();
  expect(error.error_code).toBe('INVALID_CREDENTIALS');
  expect(metadata.status).toBe('requires_account_selection');
});

test('an unknown link token is told through onExit', async ({ app, guard }) => {
  guard.allow(/status of 400/);
  await app.goto();
  await app.launch({ token: 'link-sandbox-00000000-0000-4000-8000-000000000000' });
  const { error, metadata } = await app.refused();
  expect(error).toMatchObject({ error_type: 'INVALID_INPUT', error_code: 'INVALID_LINK_TOKEN' });
  expect(metadata).toMatchObject({ institution: null, status: null });
});

test('a link token that ends midway is told in Link and through onExit', async ({ app, link, api }) => {
  await app.open(await api.token());
  await link.toBank();
  await link.signIn('user_custom', '{"force_error":"INVALID_LINK_TOKEN"}');
  await link.pane('EXPIRED');
  await link.byId('expired-close').click();
  const { error } = await app.exited();
  expect(error.error_code).toBe('INVALID_LINK_TOKEN');
});

test('the server knows how a session was left', async ({ app, link, api }) => {
  const token = await api.token();
  await app.open(token);
  await link.toBank();
  await link.signIn('user_good', 'wrong');
  await expect(link.byId('pane-error')).toBeVisible();
  await link.leave();
  const { metadata, events } = await app.exited();
  const [session] = await api.sessions(token);
  expect(session.link_session_id).toBe(metadata.link_session_id);
  expect(session.exit.error.error_code).toBe('INVALID_CREDENTIALS');
  expect(session.exit.metadata.status).toBe('requires_credentials');
  expect(session.finished_at).toMatch(/Z$/);
  expect(session.events.map((/** @type {any} */ event) => event.event_name)).toEqual(
    events.map((event) => event.name).reverse(),
  );
});
