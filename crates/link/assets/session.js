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
 * @property {string | null} ends what a hosted page may say then, as templates
 * @property {Chrome} chrome
 * @property {WindowProof | null} window
 */

/** @typedef {{ kind: string, [key: string]: unknown }} Input */

/** Before a call that failed is tried again. */
const AGAIN_MS = 500;
/** Between two looks at a session that is about to end. */
const LOOK_MS = 200;
/** So many looks may fail one after the other. */
const MISSES = 5;

const pause = (/** @type {number} */ milliseconds) => new Promise((later) => setTimeout(later, milliseconds));

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
 * @param {boolean} [keepalive] whether the call outlives its page
 * @returns {Promise<any>}
 */
export async function call(path, body, keepalive = false) {
  const send = () =>
    fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      cache: 'no-store',
      // What ties a hosted session to this browser is set where it begins.
      credentials: path === '/link/session' ? 'same-origin' : 'omit',
      referrerPolicy: 'no-referrer',
      keepalive,
    });
  const response = await send().catch(async () => {
    await pause(AGAIN_MS);
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
   * Tells the server that Link is closed for good, even while the page goes away; then looks until the session has
   * ended: a bank that is being linked at this moment is linked.
   * @param {number} seen the step that is on screen
   * @param {(shown: Shown) => void} hear what came of it, as far as the page is still there to be told
   */
  async abandon(seen, hear) {
    const { secret: session } = this;
    let left = false;
    for (let missed = 0; missed < MISSES; await pause(LOOK_MS)) {
      try {
        const shown = left
          ? await call('/link/session/view', { session, seen }, true)
          : await call('/link/session/turn', { session, step: seen, input: { kind: 'leave_now' } }, true);
        left = true;
        missed = 0;
        hear(shown);
        if (shown.ended) return;
        seen = shown.step ?? seen;
      } catch (error) {
        if (error instanceof Refused && !error.passes) return;
        missed += 1;
      }
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
    this.name = `selvedge.${name}`;
  }

  /** @returns {Kept | null} */
  read() {
    const { secret, step, told } = this.recall('') ?? {};
    return typeof secret === 'string' && typeof step === 'number' && typeof told === 'string' ? { secret, step, told } : null;
  }

  /** @param {Kept} now */
  write(now) {
    this.keep('', now);
  }

  /**
   * What a session is asked for with, the same until this is forgotten: asked twice, also by a reload that did not
   * wait for the answer, the server opens one session.
   * @returns {string}
   */
  key() {
    const known = this.recall('.key');
    if (typeof known === 'string') return known;
    const bytes = crypto.getRandomValues(new Uint8Array(32));
    const made = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    this.keep('.key', made);
    return made;
  }

  forget() {
    this.keep('', null);
    this.keep('.key', null);
  }

  /**
   * @param {string} part
   * @returns {any}
   */
  recall(part) {
    try {
      return JSON.parse(sessionStorage.getItem(this.name + part) ?? 'null');
    } catch (error) {
      return error instanceof SyntaxError ? null : history.state?.[this.name + part];
    }
  }

  /**
   * @param {string} part
   * @param {unknown} value
   */
  keep(part, value) {
    try {
      if (value === null) sessionStorage.removeItem(this.name + part);
      else sessionStorage.setItem(this.name + part, JSON.stringify(value));
    } catch {
      history.replaceState({ ...history.state, [this.name + part]: value }, '');
    }
  }
}
