// Link on a page of its own. Its address is the way in; what came of it is for the app's server to ask.

import { Flow, backMeansBack } from './flow.js';
import { Memory } from './session.js';

const name = location.pathname.split('/').at(-1) ?? '';
const returned = new URLSearchParams(location.search).has('oauth_state_id') ? location.href : null;
const memory = new Memory(name);

/**
 * Goes where the app wants people to be when they are done; an address that would run a script is none.
 * @param {string | null} url
 */
function onward(url) {
  if (url === null || /^\s*(javascript|data|vbscript|blob|file):/i.test(url)) return false;
  location.replace(url);
  return true;
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
