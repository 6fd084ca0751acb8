// The test bank's own site, as a person uses it.
import { expect } from '@playwright/test';

export class Bank {
  /** @param {import('@playwright/test').Page} page */
  constructor(page) {
    this.page = page;
  }

  /** @param {string} username @param {string} password */
  async signIn(username = 'user_good', password = 'pass_good') {
    await this.page.getByTestId('bank-username').fill(username);
    await this.page.getByTestId('bank-password').fill(password);
    await this.page.getByTestId('bank-sign-in').click();
  }

  /** Signs in and allows everything. */
  async share() {
    await this.signIn();
    await this.allow();
  }

  /**
   * Leaves these accounts ticked and unticks all others.
   * @param {string[]} masks
   */
  async tick(masks) {
    const rows = this.page.getByRole('group').first().locator('label');
    await rows.first().waitFor();
    for (const row of await rows.all()) {
      const mask = /••(\w+)/.exec(await row.innerText())?.[1] ?? '';
      await row.locator('input').setChecked(masks.includes(mask));
    }
  }

  /**
   * Allows, with the ending that the tester asks for.
   * @param {string} ending
   */
  async allow(ending = 'as_chosen') {
    await this.page.getByTestId('bank-allow').waitFor();
    if (ending !== 'as_chosen') {
      await this.page.getByTestId('bank-endings').click();
      await this.page.getByTestId('bank-outcome').selectOption(ending);
    }
    await this.page.getByTestId('bank-allow').click();
  }

  /** Allows, and holds the browser back on its way to Link; gives that way. */
  async allowAndHold() {
    const back = /\/link\/oauth\/return/;
    let way = '';
    await this.page.route(back, async (route) => {
      // As if the person had stopped it: an error page would come later, and on top of where the test goes next.
      await route.abort('aborted');
      way = route.request().url();
    });
    await this.allow();
    await expect.poll(() => way).not.toBe('');
    await this.page.unroute(back);
    return way;
  }

  async deny() {
    await this.page.getByTestId('bank-deny').click();
  }

  /**
   * Ends the visit before signing in, in a way in which banks fail.
   * @param {string} ending
   */
  async end(ending) {
    await this.page.getByTestId('bank-username').waitFor();
    await this.page.getByTestId('bank-endings').click();
    await this.page.getByTestId('bank-outcome').selectOption(ending);
    await this.page.getByTestId('bank-outcome-go').click();
  }
}
