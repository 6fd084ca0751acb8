// Update mode: a broken connection is repaired and accounts are chosen anew, with ids and tokens kept.
import { outline } from '../support/events.js';
import { expect, test } from '../support/test.js';

test('a login that the bank wants again is repaired with the least input', async ({ app, link, api }) => {
  const { access_token } = await api.item();
  const before = await api.auth(access_token);
  await api.post('/sandbox/item/reset_login', { access_token });
  await expect(api.auth(access_token)).rejects.toMatchObject({ code: 'ITEM_LOGIN_REQUIRED' });

  await app.open(await api.updateToken(access_token), { pane: 'CREDENTIAL' });
  await link.signIn();
  await link.finish();
  const { events, metadata, publicToken } = await app.succeeded();
  expect(outline(events)[0]).toMatch(/^OPEN/);
  expect(events[0]?.metadata['is_update_mode']).toBe('true');
  expect(events.map((event) => event.name)).not.toContain('SELECT_INSTITUTION');
  expect(publicToken).toMatch(/^public-sandbox-/);

  const after = await api.auth(access_token);
  expect(after.accounts.map((account) => account.account_id)).toEqual(
    before.accounts.map((account) => account.account_id),
  );
  expect(after.numbers).toEqual(before.numbers);
  expect(after.item.error).toBeNull();
  expect(metadata.accounts.map((/** @type {any} */ account) => account.id).sort()).toEqual(
    before.accounts.map((account) => account.account_id).sort(),
  );
});

test('a wrong password does not repair anything', async ({ app, link, api }) => {
  const { access_token } = await api.item();
  await api.post('/sandbox/item/reset_login', { access_token });
  await app.open(await api.updateToken(access_token), { pane: 'CREDENTIAL' });
  await link.signIn('user_good', 'wrong');
  await expect(link.byId('pane-error')).toBeVisible();
  await link.leave();
  const { error, metadata } = await app.exited();
  expect(error.error_code).toBe('INVALID_CREDENTIALS');
  expect(metadata.institution.institution_id).toBe('ins_109508');
  await expect(api.auth(access_token)).rejects.toMatchObject({ code: 'ITEM_LOGIN_REQUIRED' });
});

test('a healthy connection is only confirmed', async ({ app, link, api }) => {
  const { access_token } = await api.item();
  await app.open(await api.updateToken(access_token), { pane: 'CONNECTED' });
  await link.finish();
  await app.succeeded();
  await api.auth(access_token);
});

test('accounts are chosen anew: the deselected vanish, the new get ids', async ({ app, link, api }) => {
  await app.open(await api.token());
  await link.complete();
  const { publicToken } = await app.succeeded();
  const { access_token, item_id } = await api.exchange(publicToken);
  const before = await api.auth(access_token);
  expect(before.accounts.map((account) => account.mask)).toEqual(['0000']);

  const token = await api.updateToken(access_token, { update: { account_selection_enabled: true } });
  await app.open(token, { pane: 'SELECT_ACCOUNT' });
  await expect(link.byId('account-0')).toBeChecked();
  await link.byId('account-0').uncheck();
  await link.pickAccounts([1, 10]);
  await link.finish();
  const { metadata } = await app.succeeded();
  expect(metadata.accounts.map((/** @type {any} */ account) => account.mask)).toEqual(['1111', '9002']);

  const after = await api.auth(access_token);
  expect(after.item.item_id).toBe(item_id);
  expect(after.accounts.map((account) => account.mask)).toEqual(['1111', '9002']);
  expect(after.numbers.ach.map((number) => number.account)).toEqual(['1111222233331111', '1111222233339002']);
});

test('an account that stays chosen keeps its id', async ({ app, link, api }) => {
  const { access_token } = await api.item();
  const before = await api.auth(access_token);
  const token = await api.updateToken(access_token, { update: { account_selection_enabled: true } });
  await app.open(token, { pane: 'SELECT_ACCOUNT' });
  await link.byId('accounts-continue').click();
  await link.finish();
  await app.succeeded();
  const after = await api.auth(access_token);
  expect(after.accounts.map((account) => account.account_id)).toEqual(
    before.accounts.map((account) => account.account_id),
  );
});

test('another login than that of the connection is refused', async ({ app, link, api }) => {
  const { access_token } = await api.item();
  await api.post('/sandbox/item/reset_login', { access_token });
  await app.open(await api.updateToken(access_token), { pane: 'CREDENTIAL' });
  const account = { type: 'depository', subtype: 'checking', starting_balance: 1, meta: { name: 'Not mine', mask: '0001' } };
  await link.signIn('user_custom', JSON.stringify({ override_accounts: [account] }));
  await expect(link.byId('pane-error')).toHaveAttribute('data-code', 'INVALID_UPDATED_USERNAME');
  await link.signIn();
  await link.finish();
  await app.succeeded();
  await api.auth(access_token);
});
