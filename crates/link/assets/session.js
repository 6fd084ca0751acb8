// The calls to the server, and the memory that lets a reload go on where it was.
//
// The session's secret is in this module's objects and in the tab's own storage, and in no address.

/** @typedef {import('./markup.js').Chrome} Chrome */
/** @typedef {{ error_type: string, error_code: string, error_message: string, display_message: string | null }} LinkError */
/** @typedef {{ error: LinkError | null, metadata: Record<string, unknown> }} Standing */
/** @typedef {{ event_name: string, metadata: Record<string, unknown> }} LinkEvent */
/** @typedef {Standing & { callback: 'success' | 'exit', public_token?: string | null, return_to: string | null }} Ended */

/** @typedef {{ proof: string, origin: string }} WindowProof what a bank's window is opened with, and where it may be */

/**
 * A session as the server shows it.
 * @typedef {object} Shown
 * @property {number} step
 * @property {string} pane
 * @property {string} title
 * @property {string} html
 * @property {number} progress
 * @property {string} progress_text
 * @property {boolean} back
 * @property {boolean} poll
 * @property {LinkEvent[]} events
 * @property {Standing} standing
 * @property {Ended | null} ended
 * @property {Chrome} chrome
 * @property {WindowProof | null} window
 */

/** @typedef {{ kind: string, [key: string]: unknown }} Input */

/** The server refused, and said why in the contract's shape. */
export class Refused extends Error {
  /**
   * @param {number} status
   * @param {any} answer
   */
  constructor(status, answer) {
    super(String(answer?.error_message ?? 'the server refused'));
    this.status = status;
    /** @type {LinkError} */
    this.error = {
      error_type: String(answer?.error_type ?? 'API_ERROR'),
      error_code: String(answer?.error_code ?? 'INTERNAL_SERVER_ERROR'),
      error_message: this.message,
      display_message: typeof answer?.display_message === 'string' ? answer.display_message : null,
    };
    this.requestId = String(answer?.request_id ?? '');
  }

  /** Whether the same call may go through later. */
  get passes() {
    return this.status >= 500 || this.status === 429 || this.status === 408;
  }
}

/**
 * One call; tried once more when the network fails, for each call may safely come twice.
 * @param {string} path
 * @param {object} body
 * @returns {Promise<any>}
 */
export async function call(path, body) {
  const send = () =>
    fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
  const response = await send().catch(async () => {
    await new Promise((later) => setTimeout(later, 500));
    return send();
  });
  const answer = await response.json().catch(() => null);
  // One refusal of the contract has a status of success.
  if (!response.ok || answer === null || typeof answer.error_code === 'string') throw new Refused(response.status, answer);
  return answer;
}

/** An open session. */
export class Session {
  /** @param {string} secret */
  constructor(secret) {
    this.secret = secret;
  }

  /**
   * @param {number} step the step that the input answers
   * @param {Input} input
   * @returns {Promise<Shown>}
   */
  turn(step, input) {
    return call('/link/session/turn', { session: this.secret, step, input });
  }

  /**
   * @param {number | null} seen the step that is on screen
   * @returns {Promise<Shown & { unchanged?: boolean }>}
   */
  view(seen) {
    return call('/link/session/view', { session: this.secret, seen });
  }

  /**
   * @param {string} query
   * @param {string} lang
   * @returns {Promise<{ html: string, said: string }>}
   */
  search(query, lang) {
    return call('/link/session/search', { session: this.secret, query, lang });
  }

  /**
   * Tells the server that Link is closed for good, even while the page goes away.
   * @param {number} step
   * @returns {Promise<Shown | null>} what came of it, where the page is still there to be told
   */
  async abandon(step) {
    const leave = async (/** @type {number} */ at) => {
      const body = JSON.stringify({ session: this.secret, step: at, input: { kind: 'leave_now' } });
      const headers = { 'Content-Type': 'application/json' };
      const response = await fetch('/link/session/turn', { method: 'POST', headers, body, keepalive: true, credentials: 'omit' });
      return /** @type {Promise<Shown>} */ (response.json());
    };
    try {
      const shown = await leave(step);
      // while a bank is asked the server is a step ahead of this page
      return shown.ended || !(shown.step > step) ? shown : await leave(shown.step);
    } catch {
      return null;
    }
  }
}

/**
 * How a reload goes on: with which session, from which step on, and when the last event was that the host was told of.
 * @typedef {{ secret: string, step: number, told: string }} Kept
 */

/**
 * What a tab remembers of a session under one name: in its storage, or with its entry of the history where a browser
 * refuses storage to frames of other sites. Either is this origin's alone and gone with the tab.
 */
export class Memory {
  /** @param {string} name */
  constructor(name) {
    this.key = `selvedge.${name}`;
  }

  /** @returns {Kept | null} */
  read() {
    try {
      const text = sessionStorage.getItem(this.key);
      return text === null ? null : kept(JSON.parse(text));
    } catch (error) {
      return error instanceof SyntaxError ? null : kept(history.state?.[this.key]);
    }
  }

  /** @param {Kept} now */
  write(now) {
    try {
      sessionStorage.setItem(this.key, JSON.stringify(now));
    } catch {
      history.replaceState({ ...history.state, [this.key]: now }, '');
    }
  }

  forget() {
    try {
      sessionStorage.removeItem(this.key);
    } catch {
      history.replaceState({ ...history.state, [this.key]: null }, '');
    }
  }
}

/**
 * @param {any} value
 * @returns {Kept | null}
 */
function kept(value) {
  const { secret, step, told } = value ?? {};
  return typeof secret === 'string' && typeof step === 'number' && typeof told === 'string' ? { secret, step, told } : null;
}
