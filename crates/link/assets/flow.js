// A session from its first pane to its end: inputs go to the server one after the other, panes and events come back.
//
// It decides nothing: which pane follows is the server's to say. Where the session runs is the host's to know.

import { BankWindow } from './bank.js';
import * as forms from './forms.js';
import { PaneView } from './pane.js';
import { Refused, Session, call } from './session.js';

/** @typedef {import('./session.js').Shown} Shown */
/** @typedef {import('./session.js').Input} Input */
/** @typedef {import('./session.js').Standing} Standing */
/** @typedef {import('./session.js').Ended} Ended */
/** @typedef {import('./session.js').LinkEvent} LinkEvent */
/** @typedef {import('./session.js').Memory} Memory */

/**
 * Where a session runs: who is told what.
 * @typedef {object} Host
 * @property {() => void} ready
 * @property {(event: LinkEvent) => void} event
 * @property {(standing: Standing) => void} standing
 * @property {(ended: Ended) => void} end
 * @property {(standing: Standing, refused: Refused) => void} refused
 * @property {(url: string) => void} leave
 * @property {() => void} [wait] told while Link, closed by force, does not know yet how it ends
 */

const GLANCE_MS = 1000;

/** A running session. */
export class Flow {
  /**
   * @param {Host} host
   * @param {Memory} memory
   */
  constructor(host, memory) {
    this.host = host;
    this.memory = memory;
    /** @type {Session | null} */
    this.session = null;
    /** @type {Shown | null} */
    this.shown = null;
    this.busy = false;
    this.over = false;
    this.away = false;
    /** When the last event happened that the host was told of. */
    this.told = '';
    /** The last step that the server told of. */
    this.seen = 0;
    this.notes = this.opening = /** @type {Promise<unknown>} */ (Promise.resolve());
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.glance = undefined;
    this.bank = new BankWindow(
      () => this.ifAway('oauth_closed'),
      () => this.ifAway('oauth_late'),
    );
    this.view = new PaneView({
      act: (input, waiting) => void this.act(input, waiting),
      note: (input) => void this.note(input),
      leave: () => void this.leave(),
      bank: (link) => this.toBank(link),
      search: (query) => this.open().search(query, document.documentElement.lang),
    });
    addEventListener('pagehide', () => forms.empty(document));
    // Come back to by the browser's own memory: it may be long ago, and another tab may have gone on.
    addEventListener('pageshow', (event) => {
      if (event.persisted) void this.look(null);
    });
  }

  /**
   * Opens the session: the one that this tab remembers, else a new one.
   * @param {object} start
   */
  start(start) {
    return (this.opening = this.begin(start));
  }

  /** @param {object} start */
  async begin(start) {
    const remembered = this.memory.read();
    if (remembered) {
      this.session = new Session(remembered.secret);
      this.told = remembered.told;
      this.seen = remembered.step - 1;
      // From the step before the last that was shown, so that the answer has a pane in any case.
      const shown = await this.session.view(remembered.step - 1).catch((error) => error);
      if (!(shown instanceof Error)) return this.show(shown);
      // Only a session that is gone is given up: another may be settling what the person has done.
      if (!(shown instanceof Refused) || shown.passes) return this.view.offline(() => void this.start(start));
      this.told = '';
      this.seen = 0;
      this.session = null;
      this.memory.forget();
    }
    try {
      const { session, ...shown } = await call('/link/session', { ...start, key: this.memory.key() });
      this.session = new Session(session);
      this.show(shown);
    } catch (error) {
      this.fail(error, () => void this.start(start));
    }
  }

  /** @returns {Session} */
  open() {
    if (!this.session) throw new Error('no session is open');
    return this.session;
  }

  /**
   * Tells the host what happened, each event once: two answers may carry the same ones. Both are told from the first
   * event that was not seen on, so whatever is not later than the last that was told was told before.
   * @param {LinkEvent[]} events
   */
  tell(events) {
    for (const event of events) {
      const at = String(event.metadata.timestamp);
      if (at <= this.told) continue;
      this.told = at;
      this.host.event(event);
    }
  }

  /** Keeps for a reload how far this page has come. */
  remember() {
    if (!this.session || !this.shown) return;
    this.seen = this.shown.step;
    this.memory.write({ secret: this.session.secret, step: this.seen, told: this.told });
  }

  /** Nothing more is asked or shown. */
  stop() {
    this.over = true;
    this.bank.stop();
    clearTimeout(this.glance);
    this.memory.forget();
    forms.empty(document);
  }

  /** @param {Shown} shown */
  show(shown) {
    if (this.over) return;
    // An answer that was overtaken by a later one says nothing new about what to show.
    const stale = this.shown !== null && shown.step < this.shown.step;
    this.tell(shown.events);
    if (stale) return;
    const first = this.shown === null;
    this.shown = shown;
    this.remember();
    this.host.standing(shown.standing);
    if (shown.ended) return this.finish(shown.ended);
    if (shown.pane !== 'OAUTH') {
      this.away = false;
      this.bank.stop();
    }
    this.view.show(shown);
    if (first) this.host.ready();
    clearTimeout(this.glance);
    if (shown.poll || this.away) this.glance = setTimeout(() => void this.look(shown.step), GLANCE_MS);
  }

  /** @param {Ended} ended */
  finish(ended) {
    this.stop();
    this.host.end(ended);
  }

  /**
   * Something that the person did.
   * @param {Input} input
   * @param {string | null} waiting what is waited for
   */
  async act(input, waiting) {
    if (this.busy || this.over || !this.shown) return;
    this.busy = true;
    // The answer says what a glance would.
    clearTimeout(this.glance);
    this.view.wait(waiting);
    try {
      await this.notes;
      const shown = await this.open().turn(this.shown.step, input);
      this.view.settle();
      this.show(shown);
    } catch (error) {
      this.fail(error, () => void this.act(input, waiting));
    } finally {
      this.busy = false;
    }
  }

  /** Something worth a note that changes nothing on screen. @param {Input} input */
  note(input) {
    this.notes = this.notes.then(async () => {
      if (this.busy || this.over || !this.shown) return;
      const pane = this.shown.pane;
      const shown = await this.open().turn(this.shown.step, input).catch(() => null);
      if (!shown || this.over || !this.shown) return;
      if (shown.pane !== pane) return this.show(shown);
      this.tell(shown.events);
      this.host.standing(shown.standing);
      this.shown = shown;
      this.remember();
      this.view.step = shown.step;
    });
    return this.notes;
  }

  /** The close button, or the page asks to close. */
  async leave() {
    if (!this.busy) return this.act({ kind: 'leave' }, null);
    if (this.over || !this.shown) return;
    // While a bank is asked the server is a step ahead of this page.
    try {
      const ahead = await this.open().view(this.shown.step);
      if (!ahead.unchanged) this.show(ahead);
      if (!this.over) this.show(await this.open().turn(this.shown.step, { kind: 'leave' }));
    } catch (error) {
      this.fail(error, () => void this.leave());
    }
  }

  /** The page closes Link for good, and waits to be told how it ended: at once, or once the server knows. */
  async force() {
    if (this.over) return;
    this.stop();
    // The server may be further than what is on screen.
    if (!this.shown || this.busy || this.away || this.shown.poll) this.host.wait?.();
    await this.opening;
    await this.session?.abandon(this.seen, ({ events, ended }) => {
      this.tell(events ?? []);
      if (ended) this.host.end(ended);
      else this.host.wait?.();
    });
  }

  /** Asks whether something has happened. @param {number | null} seen */
  async look(seen) {
    if (this.over || !this.session) return;
    const shown = await this.session.view(seen).catch((error) => error);
    if (shown instanceof Refused && !shown.passes) return this.fail(shown, () => {});
    if (shown instanceof Error || shown.unchanged) {
      const here = this.shown;
      clearTimeout(this.glance);
      if (here?.poll || this.away) this.glance = setTimeout(() => void this.look(here?.step ?? null), GLANCE_MS);
      return;
    }
    this.show(shown);
  }

  /**
   * @param {HTMLAnchorElement} link
   * @returns {boolean} whether the way is taken care of; else the browser follows the link
   */
  toBank(link) {
    if (this.busy) return true;
    this.away = true;
    if (link.dataset.oauth === 'redirect') {
      const url = link.href;
      void this.act({ kind: 'oauth_left' }, '').then(() => this.host.leave(url));
      return true;
    }
    const opened = this.bank.open(link.href, this.shown?.window ?? null);
    const asked = link.dataset.asked === '';
    link.dataset.asked = '';
    // Refused once, the words explain it; refused twice, the link itself leads there.
    if (!opened && !asked) {
      this.away = false;
      this.view.showBlocked(link);
      return true;
    }
    if (!opened) this.bank.watch();
    void this.act({ kind: 'oauth_left' }, null);
    return opened;
  }

  /** @param {string} kind */
  async ifAway(kind) {
    const seen = this.shown?.step ?? null;
    await this.look(seen);
    if (this.shown?.pane === 'OAUTH' && this.shown.poll && this.shown.step === seen) await this.act({ kind }, null);
  }

  /**
   * @param {unknown} error
   * @param {() => void} again
   */
  fail(error, again) {
    // What was asked before the end has no say after it.
    if (this.over) return;
    if (error instanceof Refused && !error.passes) {
      this.stop();
      const metadata = this.shown?.standing.metadata ?? { institution: null, link_session_id: '', request_id: error.requestId, status: null };
      return this.host.refused({ error: error.error, metadata }, error);
    }
    this.view.offline(again);
  }
}
