// The search for a bank: results while typing, the arrows through them, and a note of what was looked for.

import { onArrow } from './forms.js';
import { announce, fill } from './markup.js';

const SEARCH_MS = 100;
/** A pause after which a search counts as one. */
const PAUSE_MS = 1200;

/**
 * What a search calls for.
 * @typedef {object} Finder
 * @property {(query: string) => Promise<{ html: string, said: string }>} search
 * @property {(query: string) => void} paused
 * @property {() => void} offered the banks that are offered without a search are back
 */

/** A search field with what it finds, inside `root`. */
export class SearchBox {
  /**
   * @param {HTMLElement} root
   * @param {Finder} finder
   */
  constructor(root, finder) {
    this.root = root;
    this.finder = finder;
    this.asked = 0;
    /** @type {WeakMap<HTMLElement, ChildNode[]>} what was offered before the search */
    this.before = new WeakMap();
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.typing = undefined;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.pause = undefined;
  }

  /** @returns {HTMLInputElement | null} */
  get field() {
    return this.root.querySelector('[data-search]');
  }

  /** What is typed. */
  get query() {
    return this.field?.value.trim() ?? '';
  }

  /** Something was typed. */
  typed() {
    this.stop();
    const { query } = this;
    if (query === '') {
      this.asked += 1;
      this.put('');
      this.finder.offered();
      return;
    }
    this.typing = setTimeout(() => void this.search(query), SEARCH_MS);
    this.pause = setTimeout(() => this.finder.paused(query), PAUSE_MS);
  }

  /** No more searches for what was typed. */
  stop() {
    clearTimeout(this.typing);
    clearTimeout(this.pause);
  }

  clear() {
    if (!this.field) return;
    this.field.value = '';
    this.typed();
    this.field.focus();
  }

  /**
   * A key anywhere on the page.
   * @param {KeyboardEvent} event
   */
  pressed(event) {
    const { field } = this;
    if (!field) return;
    onArrow(event, this.root);
    const types = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
    // Whoever begins to type on the heading means the field.
    if (types && document.activeElement?.id === 'pane-title') field.focus();
    if (event.target !== field) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      /** @type {HTMLElement | null} */ (this.root.querySelector('[data-found] .tile'))?.click();
    } else if (event.key === 'Escape' && field.value !== '') {
      event.preventDefault();
      this.clear();
    }
  }

  /** @param {string} query */
  async search(query) {
    const mine = ++this.asked;
    const answer = await this.finder.search(query).catch(() => null);
    // A later search may have been answered first.
    if (!answer || mine !== this.asked) return;
    this.put(answer.html);
    announce(answer.said);
  }

  /** @param {string} html */
  put(html) {
    const found = /** @type {HTMLElement | null} */ (this.root.querySelector('[data-found]'));
    const offered = /** @type {HTMLElement | null} */ (this.root.querySelector('[data-offered]'));
    if (!found || !offered) return;
    const lost = [found, offered].some((list) => list.contains(document.activeElement));
    fill(found, html);
    found.hidden = html === '';
    // A bank that is both offered and found is in the page once.
    if (html !== '' && !this.before.has(offered)) this.before.set(offered, [...offered.childNodes]);
    offered.replaceChildren(...(html === '' ? (this.before.get(offered) ?? [...offered.childNodes]) : []));
    if (html === '') this.before.delete(offered);
    if (lost) this.field?.focus();
    this.root.querySelector('[data-scroll]')?.scrollTo(0, 0);
  }
}
