// A page of Link without a browser: for tests that need the server's answers more than the screen.

export class PageSession {
  /**
   * @param {string} url where Link is
   * @param {any} shown what the server said last
   */
  constructor(url, shown) {
    this.url = url;
    this.secret = shown.session;
    this.shown = shown;
    /** @type {any[]} every answer so far */
    this.answers = [shown];
  }

  /**
   * Opens a session as the overlay does.
   * @param {string} url
   * @param {string} token
   */
  static async open(url, token) {
    const opening = { token, way: 'overlay', origin: 'http://localhost:1', webview: false };
    return new PageSession(url, await call(url, '/link/session', opening));
  }

  /** @param {Record<string, unknown>} input */
  async turn(input) {
    const body = { session: this.secret, step: this.shown.step, input };
    this.shown = await call(this.url, '/link/session/turn', body);
    this.answers.push(this.shown);
    return this.shown;
  }

  /** @param {string} query */
  async search(query) {
    return call(this.url, '/link/session/search', { session: this.secret, query, lang: 'en' });
  }

  /**
   * As far as a bank's answer to credentials.
   * @param {string} institution
   * @param {string} username
   * @param {string} password
   */
  async signIn(institution, username, password) {
    await this.turn({ kind: 'agree' });
    await this.turn({ kind: 'choose', institution, query: null });
    return this.turn({ kind: 'credentials', fields: [['username', username], ['password', password]] });
  }
}

/**
 * @param {string} url
 * @param {string} path
 * @param {unknown} body
 */
async function call(url, path, body) {
  const answer = await fetch(url + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: url, 'Sec-Fetch-Site': 'same-origin' },
    body: JSON.stringify(body),
  });
  const json = await answer.json();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${JSON.stringify(json)}`);
  return json;
}
