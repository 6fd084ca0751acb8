// Linking with a name and a password: every kind of test login, and what the app's server can read afterwards.
import { outline } from '../support/events.js';
import { expect, test } from '../support/test.js';

const TO_CREDENTIALS = [
  'OPEN CONSENT',
  'TRANSITION_VIEW SELECT_INSTITUTION',
  'SELECT_INSTITUTION',
  'TRANSITION_VIEW CREDENTIAL',
];
const FROM_ACCOUNTS = ['TRANSITION_VIEW SELECT_ACCOUNT', 'TRANSITION_VIEW CONNECTED', 'HANDOFF'];

test('a bank is linked with a name and a password, and the server reads the numbers', async ({ app, link, api }) => {
  await app.open(await api.token());
  await link.complete();
  const { publicToken, metadata, events } = await app.succeeded();

  expect(outline(events)).toEqual([
    ...TO_CREDENTIALS,
    'SUBMIT_CREDENTIALS',
    'TRANSITION_VIEW LOADING',
    ...FROM_ACCOUNTS,
  ]);
  expect(events[0]?.metadata['is_update_mode']).toBe('false');
  expect(events[2]?.metadata['institution_id']).toBe('ins_109508');
  expect(events[2]?.metadata['institution_name']).toBe('First Platypus Bank');
  expect(publicToken).toMatch(/^public-sandbox-[0-9a-f-]{36}$/);
  expect(metadata.public_token).toBe(publicToken);
  expect(metadata.institution).toEqual({ institution_id: 'ins_109508', name: 'First Platypus Bank' });
  expect(metadata.transfer_status).toBeNull();
  expect(metadata.accounts).toHaveLength(1);
  expect(metadata.accounts[0]).toMatchObject({
    name: 'Plaid Checking',
    mask: '0000',
    type: 'depository',
    subtype: 'checking',
    verification_status: null,
    class_type: null,
  });
  expect(metadata.account_id).toBe(metadata.accounts[0].id);

  const { access_token } = await api.exchange(publicToken);
  const { numbers, accounts } = await api.auth(access_token);
  expect(accounts.map((account) => account.account_id)).toEqual([metadata.accounts[0].id]);
  expect(numbers.ach.map((number) => number.account)).toEqual(['1111222233330000']);
});

test('a public token is good for one exchange', async ({ app, link, api }) => {
  await app.open(await api.token());
  await link.complete();
  const { publicToken } = await app.succeeded();
  await api.exchange(publicToken);
  await expect(api.exchange(publicToken)).rejects.toMatchObject({ code: 'INVALID_PUBLIC_TOKEN' });
});

test('several accounts can be shared at once', async ({ app, link, api }) => {
  await app.open(await api.token());
  await link.toAccounts();
  await link.pickAccounts([0, 1]);
  await link.finish();
  const { publicToken, metadata } = await app.succeeded();
  expect(metadata.accounts.map((/** @type {any} */ account) => account.mask)).toEqual(['0000', '1111']);
  expect(metadata.account_id).toBeNull();
  const { access_token } = await api.exchange(publicToken);
  const { numbers } = await api.auth(access_token);
  expect(numbers.ach.map((number) => number.account)).toEqual(['1111222233330000', '1111222233331111']);
});

test('a code is sent to the device that the person picks', async ({ app, link, api }) => {
  await app.open(await api.token());
  await link.toBank();
  await link.signIn('user_good', 'mfa_device');
  await link.sendTo(0);
  await expect(link.byId('mfa-code')).toHaveAttribute('autocomplete', 'one-time-code');
  await link.enterCode();
  await link.pickAccounts();
  await link.finish();
  const { events } = await app.succeeded();
  expect(outline(events)).toEqual([
    ...TO_CREDENTIALS,
    'SUBMIT_CREDENTIALS',
    'TRANSITION_VIEW LOADING',
    'TRANSITION_VIEW MFA device',
    'SUBMIT_MFA device',
    'TRANSITION_VIEW LOADING',
    'TRANSITION_VIEW MFA code',
    'SUBMIT_MFA code',
    'TRANSITION_VIEW LOADING',
    ...FROM_ACCOUNTS,
  ]);
});

test('a wrong code is said beside the field, and the right one still works', async ({ app, link, api }) => {
  await app.open(await api.token());
  await link.toBank();
  await link.signIn('user_good', 'mfa_device');
  await link.sendTo(0);
  await link.enterCode('9999');
  await expect(link.byId('pane-error')).toBeVisible();
  await link.enterCode('1234');
  await link.pickAccounts();
  await link.finish();
  const { events } = await app.succeeded();
  expect(outline(events)).toContain('ERROR INVALID_MFA');
});

test('questions are asked in rounds', async ({ app, link, api }) => {
  await app.open(await api.token());
  await link.toBank();
  await link.signIn('user_good', 'mfa_questions_2_3');
  for (const round of [0, 1]) {
    await link.pane('MFA');
    await expect(link.byId('mfa-answer-2')).toHaveValue('');
    for (const question of [0, 1, 2]) await link.byId(`mfa-answer-${question}`).fill(`answer_${round}_${question}`);
    await link.byId('mfa-submit').click();
  }
  await link.pickAccounts();
  await link.finish();
  const { events } = await app.succeeded();
  expect(outline(events).filter((line) => line.startsWith('SUBMIT_MFA'))).toEqual([
    'SUBMIT_MFA questions',
    'SUBMIT_MFA questions',
  ]);
});

for (const [password, answers] of /** @type {[string, string[]][]} */ ([
  ['mfa_selections', ['Yes']],
  ['mfa_selections_1_2_3', ['answer_0_0_0', 'answer_0_1_0']],
])) {
  test(`questions with options are answered by picking (${password})`, async ({ app, link, api }) => {
    await app.open(await api.token());
    await link.toBank();
    await link.signIn('user_good', password);
    await link.pane('MFA');
    for (const answer of answers) await link.root.getByRole('radio', { name: answer, exact: true }).check();
    await link.byId('mfa-submit').click();
    await link.pickAccounts();
    await link.finish();
    const { events } = await app.succeeded();
    expect(outline(events)).toContain('SUBMIT_MFA selections');
  });
}

test('a plain checkbox stands against programs', async ({ app, link, api }) => {
  await app.open(await api.token());
  await link.toBank();
  await link.signIn('user_good', '{"recaptcha":"good"}');
  await link.pane('RECAPTCHA');
  await link.byId('captcha-check').check();
  await link.byId('captcha-submit').click();
  await link.pickAccounts();
  await link.finish();
  const { events } = await app.succeeded();
  expect(outline(events)).toContain('TRANSITION_VIEW RECAPTCHA');
});

test('a bank may not believe the checkbox', async ({ app, link, api }) => {
  await app.open(await api.token());
  await link.toBank();
  await link.signIn('user_good', '{"recaptcha":"bad"}');
  await link.pane('RECAPTCHA');
  await link.byId('captcha-check').check();
  await link.byId('captcha-submit').click();
  await link.pane('ERROR');
  await link.byId('error-retry').click();
  await link.pane('SELECT_INSTITUTION');
  await link.close();
  const { error, metadata } = await app.exited();
  expect(error).toMatchObject({ error_type: 'RECAPTCHA_ERROR', error_code: 'RECAPTCHA_BAD' });
  expect(metadata.status).toBe('institution_not_found');
});

test('an account of a custom user arrives with its own numbers', async ({ app, link, api }) => {
  await app.open(await api.token());
  await link.toBank();
  const user = {
    override_accounts: [
      {
        type: 'depository',
        subtype: 'checking',
        starting_balance: 500,
        meta: { name: 'Everyday', mask: '4321' },
        numbers: { account: '9988774321', ach_routing: '011401533', ach_wire_routing: '021000021' },
      },
    ],
  };
  await link.signIn('user_custom', JSON.stringify(user));
  await link.pane('SELECT_ACCOUNT');
  await expect(link.current).toContainText('Everyday');
  await link.pickAccounts();
  await link.finish();
  const { publicToken } = await app.succeeded();
  const { access_token } = await api.exchange(publicToken);
  const { numbers } = await api.auth(access_token);
  expect(numbers.ach.map((number) => number.account)).toEqual(['9988774321']);
});

test('what is shared is shown in full, and the app hears that it was looked at', async ({ app, link, api }) => {
  await app.open(await api.token());
  await link.byId('consent-details').click();
  await expect(link.byId('data-types')).toBeVisible();
  await link.byId('data-types-close').click();
  await expect(link.byId('data-types')).toBeHidden();
  await expect.poll(() => app.eventNames()).toEqual(['OPEN', 'VIEW_DATA_TYPES']);
  await link.complete();
  await app.succeeded();
});

test('existing suites find the elements that they know', async ({ app, link, api, page }) => {
  await app.open(await api.token());
  const frame = page.frameLocator('#plaid-link-iframe-1');
  await expect(page.locator('iframe[title="Plaid Link"]')).toHaveCount(1);
  await frame.locator('#aut-continue-button').click();
  await link.pane('SELECT_INSTITUTION');
  await frame.getByPlaceholder(/^Search/).fill('platypus');
  await expect(frame.locator('.InstitutionSearchResult').first()).toBeVisible();
  await frame.locator('button[aria-label="First Platypus Bank"]').click();
  await link.pane('CREDENTIAL');
  await frame.locator('#aut-input-0 input, input#aut-input-0, #aut-input-0-input').first().fill('user_good');
  await frame.locator('#aut-input-1 input, input#aut-input-1, #aut-input-1-input').first().fill('pass_good');
  // One phrase when it is read out, with the words that suites look for.
  await expect(frame.locator('#aut-button')).toHaveAccessibleName('Submit and Sign in');
  await frame.getByRole('button', { name: 'Submit' }).click();
  await link.pane('SELECT_ACCOUNT');
  await link.byId('account-0').check();
  await expect(frame.locator('#aut-continue-button')).toHaveAccessibleName('Continue and Share Plaid Checking ••0000');
  await frame.getByRole('button', { name: 'Continue' }).click();
  await link.finish();
  await app.succeeded();
});
