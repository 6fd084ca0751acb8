// Every error that a test login can force: the pane that shows it, the way on, and what onExit says.
import { outline } from '../support/events.js';
import { holdAnswer } from '../support/slow.js';
import { expect, test } from '../support/test.js';

/**
 * The code; its family; where the way on leads: `inline` stays where it was typed, `bank site` goes to the bank
 * first, `close` ends Link.
 * @type {[string, string, 'inline' | 'CREDENTIAL' | 'SELECT_INSTITUTION' | 'bank site' | 'close'][]}
 */
const ERRORS = [
  ['INVALID_CREDENTIALS', 'ITEM_ERROR', 'inline'],
  ['INSUFFICIENT_CREDENTIALS', 'ITEM_ERROR', 'CREDENTIAL'],
  ['INVALID_MFA', 'ITEM_ERROR', 'CREDENTIAL'],
  ['USER_INPUT_TIMEOUT', 'ITEM_ERROR', 'CREDENTIAL'],
  ['ITEM_LOCKED', 'ITEM_ERROR', 'bank site'],
  ['USER_SETUP_REQUIRED', 'ITEM_ERROR', 'bank site'],
  ['ITEM_NOT_SUPPORTED', 'ITEM_ERROR', 'SELECT_INSTITUTION'],
  ['MFA_NOT_SUPPORTED', 'ITEM_ERROR', 'SELECT_INSTITUTION'],
  ['NO_ACCOUNTS', 'ITEM_ERROR', 'SELECT_INSTITUTION'],
  ['COUNTRY_NOT_SUPPORTED', 'ITEM_ERROR', 'SELECT_INSTITUTION'],
  ['PAYMENT_INVALID_RECIPIENT', 'PAYMENT_ERROR', 'SELECT_INSTITUTION'],
  ['INSTITUTION_DOWN', 'INSTITUTION_ERROR', 'SELECT_INSTITUTION'],
  ['INSTITUTION_NOT_RESPONDING', 'INSTITUTION_ERROR', 'SELECT_INSTITUTION'],
  ['INSTITUTION_NO_LONGER_SUPPORTED', 'INSTITUTION_ERROR', 'SELECT_INSTITUTION'],
  ['INTERNAL_SERVER_ERROR', 'API_ERROR', 'SELECT_INSTITUTION'],
  ['INVALID_SEND_METHOD', 'ITEM_ERROR', 'close'],
];

for (const [code, family, wayOn] of ERRORS) {
  test(`${code} is shown, told, and has a way on`, async ({ app, link, api, guard, page }) => {
    await app.open(await api.token());
    await link.toBank();
    await link.signIn('user_good', `error_${code}`);
    if (wayOn === 'inline') {
      await expect(link.byId('pane-error')).toHaveAttribute('data-code', code);
    } else {
      await link.pane('ERROR');
      await expect(link.current).toHaveAttribute('data-code', code);
      await expect(link.current.getByRole('heading')).toBeFocused();
    }
    // A person is never shown a code.
    expect(await link.current.innerText()).not.toContain(code);
    if (wayOn === 'bank site') {
      // Something is to be done at the bank first, in a window of its own.
      guard.allow(/ERR_NAME_NOT_RESOLVED/);
      guard.own.push('first-platypus-bank.example');
      const opened = page.waitForEvent('popup');
      await link.byId('error-retry').click();
      await opened;
      await expect.poll(() => guard.urls).toContain('https://first-platypus-bank.example/');
      await link.pane('SELECT_INSTITUTION');
      await link.close();
    } else if (wayOn === 'close') {
      await link.byId('error-close').click();
    } else if (wayOn === 'inline') {
      await link.leave();
    } else {
      await link.byId('error-retry').click();
      await link.pane(wayOn);
      await (wayOn === 'CREDENTIAL' ? link.leave() : link.close());
    }
    const { error, metadata, events } = await app.exited();
    expect(error).toMatchObject({ error_type: family, error_code: code });
    const none = wayOn === 'SELECT_INSTITUTION' || wayOn === 'bank site';
    expect(metadata.status).toBe(none ? 'institution_not_found' : 'requires_credentials');
    expect(outline(events)).toContain(`ERROR ${code}`);
  });
}

test('what went wrong at one bank does not hinder another', async ({ app, link, api }) => {
  await app.open(await api.token());
  await link.toBank();
  await link.signIn('user_good', 'error_INSTITUTION_DOWN');
  await link.pane('ERROR');
  await link.byId('error-retry').click();
  await link.choose('ins_109509');
  await link.signIn();
  await link.pickAccounts();
  await link.finish();
  const { metadata } = await app.succeeded();
  expect(metadata.institution.institution_id).toBe('ins_109509');
});

test('a wrong password is said beside the field, which has the focus, and the user name is kept', async ({ app, link, api }) => {
  await app.open(await api.token());
  await link.toBank();
  await link.signIn('user_good', 'wrong');
  const alert = link.byId('pane-error');
  await expect(alert).toBeVisible();
  const [name, password] = [link.byId('credential-username'), link.byId('credential-password')];
  await expect(password).toBeFocused();
  await expect(password).toHaveValue('');
  await expect(name).toHaveValue('user_good');
  await expect(name).toHaveAttribute('autocomplete', 'username');
  await expect(name).not.toHaveAttribute('aria-invalid');
  expect(await name.getAttribute('aria-describedby')).toContain('alert');
  const described = (await password.getAttribute('aria-describedby')) ?? '';
  expect(described).not.toBe('');
  await expect(password).toHaveAttribute('aria-invalid', 'true');
  const texts = await Promise.all(described.split(' ').map((id) => link.root.locator(`[id="${id}"]`).innerText()));
  expect(texts.join(' ')).toContain((await alert.innerText()).trim());
});

test('the user name is kept when the bank takes its time, and is gone once the bank let go of it', async ({ app, link, api, page }) => {
  await app.open(await api.token());
  await link.toBank();
  await link.pane('CREDENTIAL');
  const answer = await holdAnswer(page);
  await link.signIn('user_good', 'wrong');
  await link.pane('LOADING');
  answer.release();
  await expect(link.byId('pane-error')).toBeVisible();
  await expect(link.byId('credential-username')).toHaveValue('user_good');
  await link.byId('link-back').click();
  await link.choose('ins_109509');
  await link.pane('CREDENTIAL');
  await expect(link.byId('credential-username')).toHaveValue('');
});

test('too many wrong passwords end the session', async ({ app, link, api }) => {
  await app.open(await api.token());
  await link.toBank();
  for (let tries = 0; tries < 20; tries += 1) {
    await link.signIn('user_good', `wrong ${tries}`);
    // The pane of the answer asks for the password anew; the one before is there until then.
    const typed = () => link.byId('credential-password').evaluateAll((inputs) => inputs.map((input) => /** @type {HTMLInputElement} */ (input).value).join());
    await expect.poll(async () => (await link.byId('expired-close').isVisible()) || (await typed())).not.toBe(`wrong ${tries}`);
    await expect(link.byId('credential-password').or(link.byId('expired-close'))).toBeVisible();
    if (await link.byId('expired-close').isVisible()) break;
  }
  await link.byId('expired-close').click();
  const { error } = await app.exited();
  expect(error.error_code).toBe('INVALID_LINK_TOKEN');
});

test('a hurried double click submits once', async ({ app, link, api }) => {
  await app.open(await api.token());
  await link.toBank();
  await link.pane('CREDENTIAL');
  await link.byId('credential-username').fill('user_good');
  await link.byId('credential-password').fill('pass_good');
  await link.byId('credential-submit').dblclick();
  await link.pickAccounts();
  await link.finish();
  const { events } = await app.succeeded();
  expect(events.filter((event) => event.name === 'SUBMIT_CREDENTIALS')).toHaveLength(1);
});
