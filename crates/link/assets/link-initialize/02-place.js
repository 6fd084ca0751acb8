// Where this script comes from and where it runs: the origin that Link's frames are loaded from, and whether
// the page sits in a webview inside an app or in a frame of another site.

/** Where apps that were not written for us look for this script. */
const VENDOR = 'https://cdn.plaid.com/link/v2/stable/link-initialize.js';

/** The tag that loaded this script; null where a bundler put the script into something else. */
const OWN_TAG = /** @type {HTMLScriptElement | null} */ (document.currentScript);

/**
 * The origin of an address, unless it is not a web address or the vendor's: under that name we are reached only
 * where somebody put us in its place, and perhaps for this one file.
 * @param {string | null | undefined} address
 * @returns {string | null}
 */
function originOf(address) {
  if (!address) return null;
  try {
    const url = new URL(address, document.baseURI);
    return /^https?:$/.test(url.protocol) && url.origin !== new URL(VENDOR).origin ? url.origin : null;
  } catch {
    return null;
  }
}

/**
 * The origin of Link: named by the tag (`data-origin`), or the tag's own, or that of another tag for this file;
 * else the address that the server wrote into this script. Null when none is to be had.
 * @returns {string | null}
 */
function findOrigin() {
  const own = OWN_TAG && (originOf(OWN_TAG.getAttribute('data-origin')) ?? originOf(OWN_TAG.getAttribute('src')));
  if (own) return own;
  for (const tag of document.querySelectorAll('script[src*="link-initialize.js"]')) {
    const found = originOf(tag.getAttribute('src'));
    if (found) return found;
  }
  return originOf(HOME);
}

/** Whether the browser is a webview inside an app, where a bank's window cannot be opened. */
function inWebview() {
  const agent = navigator.userAgent;
  if ('ReactNativeWebView' in window || /; wv\)/.test(agent)) return true;
  return /Mac OS X/.test(agent) && /AppleWebKit\//.test(agent) && !/(Safari|Chrome)\//.test(agent);
}

/** Whether the page is itself in a frame of another origin. */
function inForeignFrame() {
  try {
    return window.top !== window && !window.top?.location.href;
  } catch {
    return true;
  }
}

/**
 * Calls `lost` each time that `element` is taken out of the document, or moved. Watches the two places where that
 * can happen, and not the whole page.
 * @param {Element} element
 * @param {() => void} lost
 * @returns {() => void} stops
 */
function watch(element, lost) {
  const observer = new MutationObserver(() => {
    if (!element.isConnected) lost();
    observeAgain();
  });
  const observeAgain = () => {
    observer.disconnect();
    observer.observe(document.documentElement, { childList: true });
    if (element.parentNode) observer.observe(element.parentNode, { childList: true });
  };
  observeAgain();
  return () => observer.disconnect();
}
