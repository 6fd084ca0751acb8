// An app's page in the browser, and what its callbacks got.
import { expect } from '@playwright/test';
import { checkEvents } from './events.js';
import { Link } from './link.js';

/** The first iframe of Link on a page, as other people's tests look for it. */
export const FRAME = 'iframe.plaid-link-iframe';

/**
 * The document of an iframe, to run code in.
 * @param {import('@playwright/test').Page} page
 * @param {string} selector
 */
export async function documentOf(page, selector = FRAME) {
  const frame = await (await page.locator(selector).elementHandle())?.contentFrame();
  if (!frame) throw new Error(`${selector} has no document`);
  return frame;
}

export class App {
  /**
   * @param {import('@playwright/test').Page} page
   * @param {import('./app-server.js').AppServer} server
   */
  constructor(page, server) {
    this.page = page;
    this.server = server;
    this.link = new Link(page.frameLocator(FRAME), page);
  }

  /** Goes to a page of the app. */
  async goto(path = '/') {
    await this.page.goto(this.server.origin + path);
  }

  /**
   * Goes to the app, presses its button and waits for Link's first pane.
   * @param {string} token
   * @param {{path?: string, config?: Record<string, unknown>, pane?: string}} how
   */
  async open(token, { path = '/', config = {}, pane = 'CONSENT' } = {}) {
    await this.goto(path);
    await this.launch({ token, ...config });
    await this.link.pane(pane);
  }

  /**
   * Presses the button of the page that is there.
   * @param {Record<string, unknown>} config
   */
  async launch(config) {
    await this.page.evaluate((config) => window.app.arm(config), config);
    await this.page.locator('#launch').click();
  }

  /** @returns {Promise<import('./apps/page.js').Entry[]>} */
  async log() {
    return this.page.evaluate(() => window.app.log);
  }

  /** The events so far. */
  async events() {
    const log = await this.log();
    return log
      .filter((entry) => entry.kind === 'event')
      .map(({ data }) => ({ name: /** @type {string} */ (data[0]), metadata: data[1] }));
  }

  /** The names of the events so far. */
  async eventNames() {
    return (await this.events()).map((event) => event.name);
  }

  /**
   * Waits until a callback of this kind has come.
   * @param {'success' | 'exit'} kind
   */
  async called(kind) {
    await this.page.waitForFunction((kind) => window.app.log.some((entry) => entry.kind === kind), kind);
  }

  /**
   * Waits for the callback that ends the session, checks that it is the only one, and checks the events.
   * @param {'success' | 'exit'} kind
   */
  async ended(kind) {
    await this.page.waitForFunction(() =>
      window.app.log.some((entry) => entry.kind === 'success' || entry.kind === 'exit'),
    );
    await expect(this.page.locator(FRAME)).toHaveCount(0);
    const log = await this.log();
    const ends = log.filter((entry) => entry.kind === 'success' || entry.kind === 'exit');
    expect(ends.map((entry) => entry.kind)).toEqual([kind]);
    return /** @type {import('./apps/page.js').Entry} */ (ends[0]);
  }

  /**
   * Waits for `onSuccess` and checks it.
   * @param {string} last the event that comes last
   * @returns {Promise<{publicToken: string, metadata: any, events: import('./events.js').Event[]}>}
   */
  async succeeded(last = 'HANDOFF') {
    const { data } = await this.ended('success');
    const events = await this.events();
    checkEvents(events, last);
    const [publicToken, metadata] = data;
    expect(Object.keys(metadata).sort()).toEqual([
      'account',
      'account_id',
      'accounts',
      'institution',
      'link_session_id',
      'public_token',
      'transfer_status',
    ]);
    expect(metadata.link_session_id).toBe(events[0]?.metadata['link_session_id']);
    return { publicToken, metadata, events };
  }

  /**
   * Waits for `onExit` of a session that had begun, and checks it.
   * @returns {Promise<{error: any, metadata: any, events: import('./events.js').Event[]}>}
   */
  async exited() {
    const { data } = await this.ended('exit');
    const events = await this.events();
    checkEvents(events, 'EXIT');
    const [error, metadata] = data;
    checkExit(error, metadata);
    expect(metadata.status).toBe(events.at(-1)?.metadata['exit_status']);
    expect(error?.error_code ?? null).toBe(events.at(-1)?.metadata['error_code']);
    expect(metadata.link_session_id).toBe(events[0]?.metadata['link_session_id']);
    return { error, metadata, events };
  }

  /**
   * Waits for `onExit` of a session that never began.
   * @returns {Promise<{error: any, metadata: any}>}
   */
  async refused() {
    const { data } = await this.ended('exit');
    const [error, metadata] = data;
    expect(error).not.toBeNull();
    checkExit(error, metadata);
    return { error, metadata };
  }
}

/**
 * The shape of what `onExit` gets.
 * @param {any} error
 * @param {any} metadata
 */
export function checkExit(error, metadata) {
  if (error !== null) {
    expect(Object.keys(error).sort()).toEqual(['display_message', 'error_code', 'error_message', 'error_type']);
    expect(error.error_message).toMatch(/\S/);
  }
  expect(Object.keys(metadata).sort()).toEqual(['institution', 'link_session_id', 'request_id', 'status']);
  if (metadata.institution !== null) {
    expect(Object.keys(metadata.institution).sort()).toEqual(['institution_id', 'name']);
  }
}
