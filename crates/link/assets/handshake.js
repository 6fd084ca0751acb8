// How a frame gets to know the page that opened it: who it is, the token, and the port that all else goes through.
//
// Nothing secret is sent before the page has shown the nonce that it put into this frame's address, and nothing
// that comes from another window, with another nonce or of another shape is looked at.

/** @typedef {{ t: string, [key: string]: unknown }} Message */

/**
 * What the page says when it opens Link.
 * @typedef {object} Opening
 * @property {string} origin
 * @property {string} token
 * @property {'overlay' | 'embedded'} way
 * @property {string | null} institution
 * @property {string | null} receivedRedirectUri
 * @property {boolean} webview
 * @property {string} nonce
 * @property {Port} port
 */

const LONGEST = 4096;

/** The line to the page, once it is known. */
export class Port {
  /** @param {MessagePort} port */
  constructor(port) {
    this.port = port;
  }

  /** @param {Message} message */
  send(message) {
    this.port.postMessage(message);
  }

  /** @param {(t: string) => void} handle */
  listen(handle) {
    this.port.onmessage = (event) => {
      const message = event.data;
      if (message !== null && typeof message === 'object' && typeof message.t === 'string') handle(message.t);
    };
  }
}

/**
 * Says hello until the page answers.
 * @returns {Promise<Opening>}
 */
export function greet() {
  const said = new URLSearchParams(location.hash.slice(1));
  const nonce = said.get('n') ?? '';
  return new Promise((resolve) => {
    if (window.parent === window || !/^[0-9a-f]{32}$/.test(nonce) || said.get('v') !== '1') return;
    const onMessage = (/** @type {MessageEvent} */ event) => {
      const opening = event.source === window.parent ? read(event, nonce) : null;
      if (!opening) return;
      removeEventListener('message', onMessage);
      resolve(opening);
    };
    addEventListener('message', onMessage);
    // Nothing secret is in it, and who the page is comes only with its answer.
    window.parent.postMessage({ t: 'hello', n: nonce, v: 1 }, '*');
  });
}

/**
 * @param {MessageEvent} event
 * @param {string} nonce
 * @returns {Opening | null}
 */
function read(event, nonce) {
  const data = event.data;
  const [port] = event.ports;
  if (data === null || typeof data !== 'object' || data.t !== 'init' || data.n !== nonce || data.v !== 1 || !port) return null;
  const text = (/** @type {unknown} */ value) => (typeof value === 'string' && value.length <= LONGEST ? value : null);
  const token = text(data.token);
  if (token === null) return null;
  const institution = text(data.institution);
  return {
    origin: event.origin,
    token,
    way: data.way === 'embedded' && institution ? 'embedded' : 'overlay',
    institution,
    receivedRedirectUri: text(data.receivedRedirectUri),
    webview: data.webview === true,
    nonce,
    port: new Port(port),
  };
}
