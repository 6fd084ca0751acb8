// What no test may cause unless it says so: errors on a page, a policy that was broken, a request to a stranger.
import { expect } from '@playwright/test';

export class Guard {
  /** @param {string[]} own the hosts that belong to the test */
  constructor(own) {
    this.own = own;
    /** @type {string[]} */
    this.errors = [];
    /** @type {string[]} */
    this.strangers = [];
    /** @type {string[]} everything that stood in a console */
    this.console = [];
    /** @type {string[]} every address that was asked for */
    this.urls = [];
    /** @type {RegExp[]} */
    this.allowed = [];
  }

  /** @param {import('@playwright/test').BrowserContext} context */
  watch(context) {
    context.on('weberror', (error) => this.errors.push(`uncaught: ${error.error().message}`));
    context.on('console', (message) => {
      this.console.push(`${message.type()}: ${message.text()}`);
      if (message.type() === 'error') this.errors.push(`console: ${message.text()}`);
    });
    context.on('request', (request) => {
      const url = new URL(request.url());
      this.urls.push(request.url());
      if (url.protocol.startsWith('http') && !this.own.includes(url.hostname)) this.strangers.push(request.url());
    });
  }

  /**
   * What this test causes on purpose.
   * @param {RegExp[]} errors
   */
  allow(...errors) {
    this.allowed.push(...errors);
  }

  /** What stands against the rules. */
  findings() {
    return this.errors.filter((error) => !this.allowed.some((pattern) => pattern.test(error)));
  }

  /** @param {string[]} reports what browsers sent to the app against its policy */
  check(reports) {
    expect(this.findings(), 'errors and broken policies').toEqual([]);
    expect(this.strangers, 'requests to strangers').toEqual([]);
    expect(reports, 'reports against the policy of the embedding page').toEqual([]);
  }
}
