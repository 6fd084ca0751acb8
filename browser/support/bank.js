// The test bank's own site, as a person uses it.

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

  /**
   * Leaves these accounts ticked and unticks all others.
   * @param {string[]} masks
   */
  async tick(masks) {
    const boxes = this.page.locator('[data-testid^="bank-account-"]');
    await boxes.first().waitFor();
    for (const box of await boxes.all()) {
      const mask = (await box.getAttribute('data-testid'))?.slice('bank-account-'.length) ?? '';
      await box.setChecked(masks.includes(mask));
    }
  }

  async allow() {
    await this.page.getByTestId('bank-allow').click();
  }

  async deny() {
    await this.page.getByTestId('bank-deny').click();
  }

  /**
   * Plays a way in which banks fail.
   * @param {string} outcome
   */
  async fail(outcome) {
    await this.page.getByTestId('bank-outcomes').locator('summary').click();
    await this.page.getByTestId('bank-outcome').selectOption(outcome);
    await this.page.getByTestId('bank-outcome-go').click();
  }
}
