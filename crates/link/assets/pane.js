// The pane on screen: swapped in place, never blank, with the focus on its heading; what is pressed or filled in
// becomes an input of the flow.

import * as forms from './forms.js';
import { announce, byId, dress, fill } from './markup.js';
import { SearchBox } from './search.js';

/** @typedef {import('./session.js').Shown} Shown */
/** @typedef {import('./session.js').Input} Input */
/** @typedef {import('./markup.js').Chrome} Chrome */

/**
 * What a pane calls for.
 * @typedef {object} Acts
 * @property {(input: Input, waiting: string | null) => void} act
 * @property {(input: Input) => void} note
 * @property {() => void} leave
 * @property {(link: HTMLAnchorElement) => boolean} bank whether it is taken care of
 * @property {(query: string) => Promise<{ html: string, said: string }>} search
 */

/** What takes longer than this gets a pane of its own. */
const PATIENCE_MS = 500;
const LONG_MS = 4000;
/** By when what was on screen has faded, whatever becomes of the animation. */
const GHOST_MS = 400;
/** How long a sheet is on screen before it takes clicks; a page cannot put it under a click that is on its way. */
const ARMED_MS = 300;

/** The sheet and what happens in it. */
export class PaneView {
  /** @param {Acts} acts */
  constructor(acts) {
    this.acts = acts;
    this.slot = byId('pane');
    this.header = '';
    /** @type {Chrome | null} */
    this.chrome = null;
    this.step = -1;
    /** @type {ReturnType<typeof setTimeout>[]} */
    this.timers = [];
    /** @type {ChildNode[] | undefined} */
    this.kept = undefined;
    /** The user name of a sign-in under way: to be there again if the bank refuses it. */
    this.userName = '';
    this.search = new SearchBox(this.slot, {
      search: acts.search,
      paused: (query) => acts.note({ kind: 'search', query }),
      offered: () => {},
    });
    // A frame that the page has not given the focus cannot put it anywhere yet.
    addEventListener('focus', () => {
      if (document.activeElement === document.body) document.getElementById('pane-title')?.focus({ preventScroll: true });
    });
    document.addEventListener('click', (event) => this.onClick(event));
    document.addEventListener('submit', (event) => this.onSubmit(event));
    document.addEventListener('input', (event) => this.onInput(event));
    document.addEventListener('keydown', (event) => this.onKey(event));
    document.addEventListener('scroll', forms.onScroll, { capture: true, passive: true });
  }

  /**
   * Puts a pane on screen.
   * @param {Shown} shown
   */
  show(shown) {
    this.settle();
    this.dress(shown);
    const first = this.step < 0;
    // The same pane again, as after a glance at the server: what is being typed stays.
    if (shown.step === this.step && !this.slot.querySelector('[data-pane=LOADING]')) return;
    this.step = shown.step;
    this.swap(() => fill(this.slot, shown.html), first);
  }

  /**
   * Puts markup of the page's own on screen: an end, where there is no session.
   * @param {string} id of its template
   */
  end(id) {
    this.settle();
    const template = byId(id);
    if (!(template instanceof HTMLTemplateElement)) return;
    this.swap(() => this.slot.replaceChildren(template.content.cloneNode(true)), this.step < 0);
    byId('header').querySelectorAll('button').forEach((button) => button.remove());
  }

  /** @param {Shown} shown */
  dress(shown) {
    const { chrome } = shown;
    this.chrome = chrome;
    dress(chrome);
    const header = byId('header');
    if (chrome.header !== this.header) {
      this.header = chrome.header;
      fill(header, chrome.header);
    }
    const back = /** @type {HTMLElement | null} */ (header.querySelector('[data-back]'));
    if (back) back.hidden = !shown.back;
    document.title = shown.title;
    const thread = byId('selvedge');
    thread.style.setProperty('--done', `${shown.progress}%`);
    thread.setAttribute('aria-label', chrome.texts.progress);
    thread.setAttribute('aria-valuenow', String(shown.progress));
    thread.setAttribute('aria-valuetext', shown.progress_text);
  }

  /**
   * @param {() => void} change
   * @param {boolean} first
   */
  swap(change, first) {
    const still = first || matchMedia('(prefers-reduced-motion: reduce)').matches || document.hidden;
    const ghost = still ? null : ghostOf(this.slot);
    change();
    if (ghost) this.slot.append(ghost);
    this.slot.removeAttribute('aria-busy');
    const form = this.slot.querySelector('form');
    if (form) forms.label(form);
    // Not of the pane that fades away: what was said of it is not true of this one.
    const pane = /** @type {HTMLElement | null} */ (this.slot.querySelector(':scope > .pane'));
    const alert = pane?.querySelector('.alert')?.textContent?.trim() ?? '';
    // A field that is described by what was wrong says so when it gets the focus.
    const told = pane !== null && alert !== '' && forms.mend(pane, this.userName);
    if (pane?.dataset.pane !== 'LOADING') this.userName = '';
    if (!told) document.getElementById('pane-title')?.focus({ preventScroll: true });
    announce(told ? '' : alert);
    if (first) setTimeout(() => (document.documentElement.dataset.armed = ''), ARMED_MS);
  }

  /**
   * Shows that something is under way; after a while, what.
   * @param {string | null} line what is waited for; nothing is said when it is quick by nature
   */
  wait(line) {
    const button = this.slot.querySelector('.actions .primary, .tile:focus');
    button?.classList.add('busy');
    this.slot.setAttribute('aria-busy', 'true');
    if (line === null) return;
    this.timers.push(setTimeout(() => this.showWaiting(line), PATIENCE_MS), setTimeout(() => this.showLong(), LONG_MS));
  }

  /** @param {string} line */
  showWaiting(line) {
    if (!this.chrome) return;
    const html = this.chrome.waiting;
    // Kept, so that what was typed is still there if the network fails.
    this.kept = [...this.slot.childNodes];
    this.swap(() => {
      fill(this.slot, html);
      const said = this.slot.querySelector('[data-line]');
      if (said) said.textContent = line;
    }, false);
    announce(line);
  }

  showLong() {
    const slow = /** @type {HTMLElement | null} */ (this.slot.querySelector('[data-slow]'));
    if (!slow) return;
    slow.hidden = false;
    announce(slow.textContent ?? '');
  }

  /** The end of waiting. */
  settle() {
    this.timers.splice(0).forEach((timer) => clearTimeout(timer));
    this.slot.removeAttribute('aria-busy');
    this.slot.querySelectorAll('.busy').forEach((button) => button.classList.remove('busy'));
    this.slot.querySelector('[data-offline]')?.remove();
  }

  /**
   * Says that the server cannot be reached, above what was being done, which stays as it is.
   * @param {() => void} again
   */
  offline(again) {
    this.settle();
    if (this.kept && this.slot.querySelector('[data-pane=LOADING]')) this.slot.replaceChildren(...this.kept);
    this.kept = undefined;
    const texts = this.chrome?.texts;
    const { offline, retry } = this.slot.dataset;
    const box = document.createElement('div');
    box.className = 'offline';
    box.dataset.offline = '';
    box.dataset.testid = 'link-offline';
    const words = document.createElement('p');
    words.textContent = (texts ? `${texts.offline_title}. ${texts.offline_body}` : offline) ?? '';
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'secondary';
    button.dataset.testid = 'offline-retry';
    button.textContent = texts?.retry ?? retry ?? '';
    button.addEventListener('click', () => {
      box.remove();
      again();
    });
    box.append(words, button);
    this.slot.prepend(box);
    announce(words.textContent ?? '');
  }

  /** @param {MouseEvent} event */
  onClick(event) {
    /** @type {HTMLElement | null} */
    const target = /** @type {Element} */ (event.target).closest('button, a');
    if (!target) return;
    const { dataset } = target;
    const dialog = /** @type {HTMLDialogElement | null} */ (this.slot.querySelector(':scope > .pane > [data-details]'));
    if ('close' in dataset) this.acts.leave();
    else if (target instanceof HTMLAnchorElement && dataset.oauth) {
      if (this.acts.bank(target)) event.preventDefault();
    } else if ('openDetails' in dataset) {
      dialog?.showModal();
      // At its beginning, not at the button at its end.
      dialog?.querySelector('h2')?.focus();
      this.acts.note({ kind: 'data_types' });
    } else if ('dismiss' in dataset) dialog?.close();
    else if ('reveal' in dataset) forms.reveal(target);
    else if ('chooseAll' in dataset) forms.choose(target, true);
    else if ('chooseNone' in dataset) forms.choose(target, false);
    else if ('clearSearch' in dataset) this.search.clear();
    else if (dataset.input === 'choose') this.choose(dataset.institution ?? '');
    else if (dataset.input) this.acts.act({ kind: dataset.input }, '');
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    this.search.pressed(event);
    const target = /** @type {Element} */ (event.target);
    // A link that is called a button is pressed like one.
    if (event.key !== ' ' || !(target instanceof HTMLAnchorElement) || target.getAttribute('role') !== 'button') return;
    event.preventDefault();
    if (!event.repeat) target.click();
  }

  /** @param {string} institution */
  choose(institution) {
    this.search.stop();
    this.acts.act({ kind: 'choose', institution, query: this.search.query || null }, '');
  }

  /** @param {SubmitEvent} event */
  onSubmit(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (!forms.complete(form)) return;
    this.userName = forms.userName(form);
    this.acts.act(forms.inputOf(form), form.dataset.waiting ?? '');
  }

  /** @param {Event} event */
  onInput(event) {
    if (event.target === this.search.field) this.search.typed();
    else forms.onInput(event);
  }

  /** @param {HTMLAnchorElement} link */
  showBlocked(link) {
    const blocked = /** @type {HTMLElement | null} */ (this.slot.querySelector('[data-blocked]'));
    if (blocked) blocked.hidden = false;
    link.textContent = link.dataset.openText ?? link.textContent;
    announce(blocked?.textContent?.trim() ?? '');
  }
}

/**
 * What was on screen, to fade out over what is now. Nobody can reach it, by whatever name.
 * @param {HTMLElement} slot
 */
function ghostOf(slot) {
  slot.querySelector('.ghost')?.remove();
  const ghost = document.createElement('div');
  ghost.className = 'ghost';
  ghost.inert = true;
  ghost.setAttribute('aria-hidden', 'true');
  ghost.append(...[...slot.childNodes].map((node) => node.cloneNode(true)));
  for (const element of ghost.querySelectorAll('*')) {
    for (const name of ['id', 'name', 'aria-label', 'data-testid', 'data-pane', 'data-found', 'data-offered', 'data-search']) element.removeAttribute(name);
    element.classList.remove('InstitutionSearchResult');
  }
  const scrolled = slot.querySelector('.content')?.scrollTop ?? 0;
  requestAnimationFrame(() => ghost.querySelector('.content')?.scrollTo(0, scrolled));
  const vanish = () => ghost.remove();
  ghost.addEventListener('animationend', vanish);
  setTimeout(vanish, GHOST_MS);
  return ghost;
}
