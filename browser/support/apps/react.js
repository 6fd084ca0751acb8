// @ts-check
// A React page that uses react-plaid-link the way its documentation says; tests drive it through `window.app`.
import { createElement, StrictMode, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { PlaidEmbeddedLink, usePlaidLink } from 'react-plaid-link';

/** @type {import('./page.js').Entry[]} */
const log = [];

/**
 * @typedef {object} Props
 * @property {string | null} token
 * @property {string} [receivedRedirectUri]
 * @property {boolean} [strict] in React's strict mode
 * @property {boolean} [embedded]
 * @property {boolean} [auto] opens as soon as it can, as pages do that a bank sends people back to
 */

const callbacks = {
  /** @param {unknown[]} data */
  onSuccess: (...data) => void log.push({ kind: 'success', name: '', data }),
  /** @param {unknown[]} data */
  onExit: (...data) => void log.push({ kind: 'exit', name: '', data }),
  /** @param {unknown[]} data */
  onEvent: (...data) => void log.push({ kind: 'event', name: '', data }),
  onLoad: () => void log.push({ kind: 'load', name: '', data: [] }),
};

/** @param {Props} props */
function Connect({ token, receivedRedirectUri, auto }) {
  const { open, ready } = usePlaidLink({
    token,
    ...callbacks,
    ...(receivedRedirectUri === undefined ? {} : { receivedRedirectUri }),
  });
  useEffect(() => {
    if (auto && ready) open();
  }, [auto, ready, open]);
  return createElement('button', { id: 'connect', type: 'button', disabled: !ready, onClick: () => open() }, 'Connect');
}

/** @param {Props} props */
function Tiles({ token }) {
  return createElement(PlaidEmbeddedLink, /** @type {any} */ ({ token, ...callbacks, style: { height: '400px' } }));
}

const root = createRoot(/** @type {HTMLElement} */ (document.getElementById('root')));

Object.assign(window, {
  app: {
    log,
    /** @param {Props} props */
    show(props) {
      const inner = createElement(props.embedded ? Tiles : Connect, props);
      root.render(props.strict ? createElement(StrictMode, null, inner) : inner);
    },
    hide() {
      root.render(null);
    },
  },
});
