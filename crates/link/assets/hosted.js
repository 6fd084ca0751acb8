// Link on a page of its own. Its address is the way in; what came of it is for the app's server to ask.

import { backMeansBack } from './back.js';
import { Flow } from './flow.js';
import { Memory } from './session.js';

/** Schemes that run or show something of their own. */
const SCRIPTS = ['javascript:', 'data:', 'vbscript:', 'blob:', 'file:'];
const name = location.pathname.split('/').at(-1) ?? '';
const returned = new URLSearchParams(location.search).has('oauth_state_id') ? location.href : null;
const memory = new Memory(name);

/**
 * Goes where the app wants people to be when they are done; an address that would run a script is none. An app may
 * not open by itself, so there is a button as well.
 * @param {string | null} url
 */
function onward(url) {
  if (url === null || !URL.canParse(url) || SCRIPTS.includes(new URL(url).protocol)) return;
  const actions = /** @type {HTMLElement | null} */ (document.querySelector('[data-return]'));
  const button = actions?.querySelector('a');
  if (actions && button) {
    button.href = url;
    actions.hidden = false;
  }
  location.replace(url);
}

const flow = new Flow(
  {
    ready: () => {},
    event: () => {},
    standing: () => {},
    end: ({ callback, return_to }) => {
      flow.view.end(callback === 'success' ? 'end-success' : 'end-exit');
      onward(return_to);
    },
    refused: () => flow.view.end('end-gone'),
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
