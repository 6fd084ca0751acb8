// Link as a person sees it, by the hooks that are documented for testers.
import { expect } from '@playwright/test';
import { Bank } from './bank.js';

/** @typedef {import('@playwright/test').FrameLocator | import('@playwright/test').Page} Root */

export class Link {
  /**
   * @param {Root} root the iframe, or the page where Link is the page
   * @param {import('@playwright/test').Page} page the page that has the keyboard
   */
  constructor(root, page) {
    this.root = root;
    this.page = page;
  }

  /** @param {string} id */
  byId(id) {
    return this.root.getByTestId(id);
  }

  /** The pane on the screen. */
  get current() {
    return this.byId('link-pane');
  }

  /**
   * Waits for a pane.
   * @param {string} name as events name it
   */
  async pane(name) {
    await expect(this.current).toHaveAttribute('data-pane', name);
    await expect(this.current).toHaveCount(1);
  }

  async agree() {
    await this.pane('CONSENT');
    await this.byId('consent-continue').click();
  }

  /** @param {string} id */
  async choose(id) {
    await this.pane('SELECT_INSTITUTION');
    const tile = this.byId(`institution-${id}`).filter({ visible: true });
    // Only the first banks stand there at once; the others are found by their name.
    if ((await tile.count()) === 0) await this.search(BANKS[id] ?? id);
    await tile.click();
  }

  /** @param {string} words */
  async search(words) {
    await this.byId('institution-search').fill(words);
  }

  /** @param {string} username @param {string} password */
  async signIn(username = 'user_good', password = 'pass_good') {
    await this.pane('CREDENTIAL');
    await this.byId('credential-username').fill(username);
    await this.byId('credential-password').fill(password);
    await this.byId('credential-submit').click();
  }

  /** @param {string} code */
  async enterCode(code = '1234') {
    await this.pane('MFA');
    await this.byId('mfa-code').fill(code);
    await this.byId('mfa-submit').click();
  }

  /**
   * Picks where the code goes.
   * @param {number} index
   */
  async sendTo(index) {
    await this.pane('MFA');
    await this.byId(`mfa-device-${index}`).click();
    await this.byId('mfa-submit').click();
    await expect(this.byId('mfa-code')).toBeVisible();
  }

  /** @param {number[]} indexes the rows to tick, by their place in the list */
  async pickAccounts(indexes = [0]) {
    await this.pane('SELECT_ACCOUNT');
    for (const index of indexes) await this.byId(`account-${index}`).check();
    await this.byId('accounts-continue').click();
  }

  async finish() {
    await this.pane('CONNECTED');
    await this.byId('connected-finish').click();
  }

  /**
   * From the consent to the bank's credentials.
   * @param {string} id
   */
  async toBank(id = 'ins_109508') {
    await this.agree();
    await this.choose(id);
  }

  /** Opens the window of a bank with pages of its own. */
  async bankWindow() {
    await this.pane('OAUTH');
    const popup = this.page.waitForEvent('popup');
    await this.byId('oauth-continue').click();
    const page = await popup;
    return { page, bank: new Bank(page) };
  }

  /**
   * From the consent to the accounts.
   * @param {{bank?: string, username?: string, password?: string}} with_
   */
  async toAccounts({ bank, username, password } = {}) {
    await this.toBank(bank);
    await this.signIn(username, password);
    await this.pane('SELECT_ACCOUNT');
  }

  /** The whole way at a bank with credentials. */
  async complete() {
    await this.toAccounts();
    await this.pickAccounts();
    await this.finish();
  }

  /** Presses the close button and says yes to the question that follows once a bank was chosen. */
  async leave() {
    await this.byId('link-close').click();
    await this.pane('EXIT');
    await this.byId('exit-confirm').click();
  }

  /** Presses the close button where nothing would be lost, so that nothing is asked. */
  async close() {
    await this.byId('link-close').click();
  }
}

/** Names to search for, of banks that do not stand among the first. @type {Record<string, string>} */
export const BANKS = {
  ins_109508: 'First Platypus Bank',
  ins_109509: 'First Gingham Credit Union',
  ins_109512: 'Houndstooth Bank',
  ins_127287: 'Platypus OAuth Bank',
  ins_132241: 'First Platypus OAuth App2App Bank',
  ins_132363: 'Unhealthy Platypus Bank - Degraded',
  ins_132361: 'Unhealthy Platypus Bank - Down',
  ins_133402: 'Unsupported Platypus Bank',
};
