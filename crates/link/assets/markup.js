// Server-rendered HTML into the page: the one place where markup is parsed.
//
// The policy takes every string, so its callers are what counts: they pass only what this server sent.

/** @typedef {{ createHTML(html: string): string }} Policy */

/** @type {Policy | undefined} */
const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy('selvedge', {
  createHTML: (/** @type {string} */ html) => html,
});

/**
 * Replaces what is in an element by HTML that this server rendered.
 * @param {Element} element
 * @param {string} html
 */
export function fill(element, html) {
  element.innerHTML = policy ? policy.createHTML(html) : html;
}

/**
 * The element with that id, which the document has.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the document lacks #${id}`);
  return element;
}

/**
 * Says something to people who do not see the page.
 * @param {string} text
 */
export function announce(text) {
  const live = byId('live');
  live.textContent = '';
  // A region that is emptied and filled at once may count as unchanged.
  setTimeout(() => {
    live.textContent = text;
  }, 50);
}

/**
 * What stands around a pane, as the server sends it.
 * @typedef {object} Chrome
 * @property {string} lang
 * @property {'light' | 'dark' | 'system'} appearance
 * @property {{ light: string, dark: string } | null} accent
 * @property {string} header
 * @property {string} waiting
 * @property {{ offline_title: string, offline_body: string, retry: string, progress: string }} texts
 */

/**
 * Puts on the language and the colours of a session.
 * @param {Chrome} chrome
 */
export function dress(chrome) {
  const root = document.documentElement;
  root.lang = chrome.lang;
  root.dataset.appearance = chrome.appearance;
  if (chrome.accent) {
    // Set from script: the page's policy allows neither style elements nor style attributes.
    root.style.setProperty('--accent-light', chrome.accent.light);
    root.style.setProperty('--accent-dark', chrome.accent.dark);
  }
}
