// The server's side of an app: the JSON endpoints, with the keys of one team.
import { randomUUID } from 'node:crypto';

/** An answer that is not a success. */
export class ApiError extends Error {
  /**
   * @param {string} path
   * @param {number} status
   * @param {any} body
   */
  constructor(path, status, body) {
    super(`${path}: ${status} ${body?.error_type}/${body?.error_code}: ${body?.error_message}`);
    this.status = status;
    /** @type {string | undefined} */
    this.code = body?.error_code;
    this.body = body;
  }
}

export class Api {
  /**
   * @param {string} url
   * @param {string} clientId
   * @param {string} secret
   */
  constructor(url, clientId, secret) {
    this.url = url;
    this.clientId = clientId;
    this.secret = secret;
  }

  /**
   * Posts `body` and returns the answer; an error answer is thrown.
   * @param {string} path
   * @param {Record<string, unknown>} body
   * @returns {Promise<any>}
   */
  async post(path, body = {}) {
    const answer = await fetch(this.url + path, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'PLAID-CLIENT-ID': this.clientId,
        'PLAID-SECRET': this.secret,
      },
      body: JSON.stringify(body),
    });
    const json = await answer.json().catch(() => null);
    if (answer.status !== 200) throw new ApiError(path, answer.status, json);
    return json;
  }

  /**
   * Makes a link token for a new Item with `auth`, changed by `more`; `undefined` takes a field away.
   * @param {Record<string, unknown>} more
   * @returns {Promise<{link_token: string, expiration: string, hosted_link_url?: string}>}
   */
  async linkToken(more = {}) {
    return this.post('/link/token/create', {
      client_name: 'Fern Savings',
      language: 'en',
      country_codes: ['US'],
      user: { client_user_id: randomUUID() },
      products: ['auth'],
      ...more,
    });
  }

  /**
   * The same, as the text that a page needs.
   * @param {Record<string, unknown>} more
   */
  async token(more = {}) {
    return (await this.linkToken(more)).link_token;
  }

  /**
   * A link token that updates an Item.
   * @param {string} accessToken
   * @param {Record<string, unknown>} more
   */
  async updateToken(accessToken, more = {}) {
    return this.token({ products: undefined, access_token: accessToken, ...more });
  }

  /**
   * @param {string} publicToken
   * @returns {Promise<{access_token: string, item_id: string}>}
   */
  async exchange(publicToken) {
    return this.post('/item/public_token/exchange', { public_token: publicToken });
  }

  /**
   * The account numbers of an Item.
   * @param {string} accessToken
   * @returns {Promise<{accounts: any[], numbers: {ach: {account: string, account_id: string}[]}, item: any}>}
   */
  async auth(accessToken) {
    return this.post('/auth/get', { access_token: accessToken });
  }

  /**
   * An Item that was linked without Link.
   * @param {Record<string, unknown>} more
   * @returns {Promise<{access_token: string, item_id: string}>}
   */
  async item(more = {}) {
    const made = await this.post('/sandbox/public_token/create', {
      institution_id: 'ins_109508',
      initial_products: ['auth'],
      ...more,
    });
    return this.exchange(made.public_token);
  }

  /**
   * The sessions of a link token, newest first.
   * @param {string} linkToken
   * @returns {Promise<any[]>}
   */
  async sessions(linkToken) {
    return (await this.post('/link/token/get', { link_token: linkToken })).link_sessions ?? [];
  }
}
