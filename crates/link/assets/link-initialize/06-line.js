// The line to a frame of Link: the frame says hello, gets what it needs and a port, and from then on only the
// port is used. What secrets there are go to Link's origin and to the window of that very frame.

/** How long a frame may take to say hello: as long as a slow phone needs for it, for it can be closed meanwhile. */
const HELLO_MILLISECONDS = 30_000;
/** The same, once the browser says that the frame has loaded something: it would have said hello by then. */
const LOADED_MILLISECONDS = 5_000;
/** How long it may take from there to its first pane. */
const READY_MILLISECONDS = 30_000;

/** 128 random bits, in hex. */
function makeNonce() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The address of a frame of Link.
 * @param {string} origin
 * @param {'frame' | 'tiles'} page
 * @param {string} token
 * @param {string} nonce
 */
function frameAddress(origin, page, token, nonce) {
  return `${origin}/link/${page}/${frameName(token)}#n=${nonce}&v=1`;
}

/**
 * Waits for a frame and talks with it.
 * @param {HTMLIFrameElement} frame
 * @param {{origin: string, nonce: string}} link where the frame's page is from, and what it must name
 * @param {Record<string, unknown>} init what the frame is told first
 * @param {{greeted?: () => void, hear: (said: Said) => void, silent: (what: string) => void}} ears `greeted`: it is
 *   there; `silent`: it does not answer
 */
function openLine(frame, { origin, nonce }, init, { greeted, hear, silent }) {
  /** @type {MessagePort | null} */
  let port = null;
  let ready = false;
  const unanswered = () => silent(`Link's page at ${origin} does not answer. Likely causes: the page that embeds it is `
    + 'not among the allowed origins of the team, its content security policy lacks '
    + `"frame-src ${origin}", a content blocker is on, or ${origin} cannot be reached.`);
  let watchdog = setTimeout(unanswered, HELLO_MILLISECONDS);
  const onLoad = () => {
    if (port) return;
    clearTimeout(watchdog);
    watchdog = setTimeout(unanswered, LOADED_MILLISECONDS);
  };

  const onMessage = (/** @type {MessageEvent} */ event) => {
    if (event.source === null || event.source !== frame.contentWindow || event.origin !== origin) return;
    const { data } = event;
    if (!isRecord(data) || data.t !== 'hello' || data.v !== 1 || data.n !== nonce) return;
    clearTimeout(watchdog);
    if (!ready) {
      watchdog = setTimeout(() => silent(`Link's page at ${origin} shows nothing.`), READY_MILLISECONDS);
    }
    // the frame says hello again when somebody reloads it
    port?.close();
    const channel = new MessageChannel();
    port = channel.port1;
    port.onmessage = ({ data: message }) => {
      const said = understand(message);
      if (!said) return;
      if (said.t === 'ready') ready = true;
      if (said.t !== 'event') clearTimeout(watchdog);
      hear(said);
    };
    frame.contentWindow?.postMessage({ t: 'init', n: nonce, v: 1, ...init }, origin, [channel.port2]);
    greeted?.();
  };
  frame.addEventListener('load', onLoad);
  window.addEventListener('message', onMessage);
  return {
    /** Whether the frame was told what to open. */
    isTalking: () => port !== null,
    /** Whether a pane is on screen. */
    isReady: () => ready,
    /** @param {'exit' | 'force'} t */
    say: (t) => port?.postMessage({ t }),
    /** Stops listening. */
    hangUp() {
      clearTimeout(watchdog);
      frame.removeEventListener('load', onLoad);
      window.removeEventListener('message', onMessage);
      port?.close();
    },
  };
}
