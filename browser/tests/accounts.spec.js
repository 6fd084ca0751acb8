// Choosing accounts: which can be chosen, how many, and what the app gets to see.
import { expect, test } from '../support/test.js';

test('accounts that the products cannot use are there, barred, with a reason', async ({ app, link, api }) => {
  await app.open(await api.token());
  await link.toAccounts();
  const barred = link.current.getByRole('listitem');
  await expect(barred.filter({ hasText: 'Plaid Credit Card' })).toBeVisible();
  await expect(link.current).toContainText('does not work with what the app needs');
  await expect(link.current.getByRole('checkbox')).toHaveCount(3);
});

test('account filters leave the accounts that the app asked for', async ({ app, link, api }) => {
  const token = await api.token({ account_filters: { depository: { account_subtypes: ['savings'] } } });
  await app.open(token);
  await link.toAccounts();
  await link.pickAccounts([1]);
  await link.finish();
  const { metadata } = await app.succeeded();
  expect(metadata.accounts.map((/** @type {any} */ account) => account.subtype)).toEqual(['savings']);
});

test('an app of another product sees every kind of account', async ({ app, link, api }) => {
  await app.open(await api.token({ products: ['identity'] }));
  await link.toAccounts();
  await expect(link.current).toContainText('Plaid Mortgage');
  await expect(link.current.getByRole('checkbox')).toHaveCount(12);
});

test('nobody goes on without an account', async ({ app, link, api }) => {
  await app.open(await api.token());
  await link.toAccounts();
  await link.byId('accounts-continue').click();
  await link.pane('SELECT_ACCOUNT');
  await expect(link.current.locator('[data-error]')).toBeVisible();
});

test('when only barred accounts remain Link says so and offers another way', async ({ app, link, api }) => {
  await app.open(await api.token());
  await link.toBank();
  const user = {
    override_accounts: [
      { type: 'credit', subtype: 'credit card', starting_balance: 10, meta: { name: 'Card', mask: '3333' } },
    ],
  };
  await link.signIn('user_custom', JSON.stringify(user));
  await link.pane('ERROR');
  await link.leave();
  const { error } = await app.exited();
  expect(error.error_code).toBe('NO_AUTH_ACCOUNTS');
});

for (const [mode, expected] of /** @type {const} */ ([
  ['one', ['0000']],
  ['several', ['0000', '1111']],
  ['all', ['0000', '1111', '9002']],
])) {
  test(`a customization lets ${mode} be chosen`, async ({ app, link, api }) => {
    const name = `accounts-${mode}`;
    await api.post('/selvedge/link/customization/set', { name, account_select: mode });
    await app.open(await api.token({ link_customization_name: name }));
    await link.toAccounts();
    if (mode === 'all') {
      // Everything is chosen at first.
      for (const row of await link.current.getByRole('checkbox').all()) await expect(row).toBeChecked();
      await link.byId('accounts-continue').click();
    } else if (mode === 'one') {
      await expect(link.current.getByRole('checkbox')).toHaveCount(0);
      await link.byId('account-1').check();
      await link.pickAccounts([0]);
    } else {
      await link.pickAccounts([0, 1]);
    }
    await link.finish();
    const { metadata } = await app.succeeded();
    expect(metadata.accounts.map((/** @type {any} */ account) => account.mask)).toEqual(expected);
  });
}
