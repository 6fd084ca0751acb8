// The first opening of Link costs a browser most: a process for Link's origin, a connection, the page's script. A
// frame that is never seen has that done while nothing else is to do, once an app has made a handler. It holds
// Link's page without a nonce, which does nothing, and is gone when Link opens or the last handler is destroyed.

/** How long after the page is idle at the latest. */
const IDLE_MILLISECONDS = 2_000;

/** @type {HTMLIFrameElement | null} */
let warmFrame = null;
/** How many handlers wait for their first opening. */
let warmers = 0;

/** @param {string} address */
function placeWarmFrame(address) {
  const frame = makeFrame(address);
  dress(frame, {
    position: 'fixed', left: '-9px', top: '0', width: '1px', height: '1px', border: '0', opacity: '0',
    'pointer-events': 'none',
  });
  // by its title people find the frame that they see
  frame.removeAttribute('title');
  frame.setAttribute('inert', '');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  document.body.append(frame);
  return frame;
}

/**
 * Has a first opening prepared, unless the person saves data.
 * @param {Config} config
 * @returns {() => void} gives it up
 */
function warmUp(config) {
  const origin = findOrigin();
  const saves = /** @type {any} */ (navigator).connection?.saveData;
  if (!origin || !config.token || saves) return () => {};
  let over = false;
  warmers++;
  const place = () => {
    if (over || !document.body) return;
    warmFrame ??= placeWarmFrame(`${origin}/link/frame/${frameName(config.token ?? '')}`);
  };
  const whenIdle = () => {
    if (window.requestIdleCallback) window.requestIdleCallback(place, { timeout: IDLE_MILLISECONDS });
    else setTimeout(place, IDLE_MILLISECONDS);
  };
  if (document.readyState === 'complete') whenIdle();
  else window.addEventListener('load', whenIdle, { once: true });
  return () => {
    if (over) return;
    over = true;
    if (--warmers > 0) return;
    warmFrame?.remove();
    warmFrame = null;
  };
}
