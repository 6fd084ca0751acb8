// Link on a page of its own. Its address is the way in; what came of it is for the app's server to ask.

import { backMeansBack } from './back.js';
import { Flow } from './flow.js';
import { byId, fill } from './markup.js';
import { Memory } from './session.js';

/** @typedef {{ institution: { institution_id: string, name: string } | null, accounts: { name: string, mask: string | null }[] }} Linked */

/** What an address of an app may begin with, besides the schemes of the web: a name of the app's own. */
const OWN = /^[a-z][a-z0-9+.-]*:\/\/[^/]/;
/** Names that are a browser's own. */
const BROWSERS = ['javascript:', 'data:', 'vbscript:', 'blob:', 'file:', 'about:', 'filesystem:', 'view-source:'];
const name = location.pathname.split('/').at(-1) ?? '';
const returned = new URLSearchParams(location.search).has('oauth_state_id') ? location.href : null;
const memory = new Memory(name);

/**
 * The address that the server gave, in its one form; nothing where it is neither of the web nor of an app.
 * @param {string | null} url
 * @returns {string | null}
 */
function allowed(url) {
  if (url === null || !URL.canParse(url)) return null;
  const { href, protocol } = new URL(url);
  if (protocol === 'https:' || protocol === 'http:') return href;
  return OWN.test(href) && !BROWSERS.includes(protocol) ? href : null;
}

/**
 * Goes where the app wants people to be when they are done. An app may not open by itself, so there is a button as
 * well.
 * @param {string | null} address
 */
function onward(address) {
  const url = allowed(address);
  if (url === null) return;
  const actions = /** @type {HTMLElement | null} */ (document.querySelector('[data-return]'));
  const button = actions?.querySelector('a');
  if (actions && button) {
    button.href = url;
    actions.hidden = false;
  }
  location.replace(url);
}

/**
 * A row of the list of what was linked.
 * @param {string} template
 * @param {string} name
 */
function row(template, name) {
  const source = /** @type {HTMLTemplateElement} */ (byId(template));
  const copy = /** @type {DocumentFragment} */ (source.content.cloneNode(true));
  const line = /** @type {HTMLElement} */ (copy.firstElementChild);
  const text = line.querySelector('[data-name]');
  if (text) text.textContent = name;
  return line;
}

/**
 * Says at which bank which accounts were linked.
 * @param {Linked} linked
 */
function nameLinked({ institution, accounts }) {
  const list = /** @type {HTMLElement | null} */ (document.querySelector('[data-linked]'));
  if (!list || !institution) return;
  const bank = row('linked-bank', institution.name);
  bank.querySelector('img')?.setAttribute('src', `/link/swatch/${encodeURIComponent(institution.institution_id)}.svg`);
  list.append(bank);
  for (const account of accounts) {
    const line = row('linked-account', account.name);
    const [mask, shown, ending] = ['.mask', '[data-mask]', '[data-ending]'].map(
      (part) => /** @type {HTMLElement | null} */ (line.querySelector(part)),
    );
    if (account.mask && mask && shown && ending) {
      mask.hidden = false;
      shown.textContent = `••${account.mask}`;
      ending.textContent = (ending.textContent ?? '').replace('••', account.mask);
    }
    list.append(line);
  }
  list.hidden = false;
}

/**
 * The server does not take what this page asks any more. A session of it that is still open ends now, and not by
 * itself much later.
 * @param {string} code
 */
function giveUp(code) {
  void flow.session?.abandon(flow.seen, () => {});
  flow.view.end(code === 'INVALID_LINK_TOKEN' ? 'end-gone' : 'end-failed');
}

const flow = new Flow(
  {
    ready: () => {},
    event: () => {},
    standing: () => {},
    end: ({ callback, metadata, return_to }) => {
      // What this page came with is in the browser's language; a session may be in another.
      if (flow.shown?.ends) fill(byId('ends'), flow.shown.ends);
      flow.view.end(callback === 'success' ? 'end-success' : 'end-exit');
      if (callback === 'success') nameLinked(/** @type {any} */ (metadata));
      onward(return_to);
    },
    refused: (_, { error }) => giveUp(error.error_code),
    leave: (url) => location.assign(url),
  },
  memory,
);

if (returned) {
  // Good once: a reload goes on with the session that it opens.
  memory.forget();
  history.replaceState(null, '', location.pathname);
}
backMeansBack(flow);
void flow.start({ hosted: name, way: 'hosted', webview: false, received_redirect_uri: returned });
