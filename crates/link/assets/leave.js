// On the way to a bank: has the Link that opened this window prove that it did, lets go of it, and goes on.
//
// An address can be handed to anybody, and whoever signs in at the bank would link their accounts for somebody else.
// So without an answer this page says whose it is, and leads nowhere.

/** How long Link may take to answer before the page says why it waits. */
const PATIENCE_MS = 1500;

const opener = /** @type {Window | null} */ (window.opener);
const link = document.getElementById('go');
const going = document.getElementById('going');

/** @param {string} url */
function depart(url) {
  // Nothing secret is in it, and Link may have been opened by another name of this server.
  opener?.postMessage({ t: 'departed' }, '*');
  window.opener = null;
  location.replace(url);
}

/** Says whose way this is. */
function sayAlone() {
  const alone = document.getElementById('alone');
  if (!(alone instanceof HTMLTemplateElement) || !going?.isConnected) return;
  going.replaceWith(alone.content.cloneNode(true));
  document.querySelector('h1')?.focus();
}

/** @param {URL | Location} at */
const isLoopback = (at) => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(at.hostname);

/**
 * Whether an origin is this very server by another name of the same machine. No page of anywhere else can have such a
 * name, and no other server of the machine has the port.
 * @param {string} origin
 */
function isNeighbour(origin) {
  if (!URL.canParse(origin)) return false;
  const at = new URL(origin);
  return isLoopback(at) && isLoopback(location) && at.protocol === location.protocol && at.port === location.port;
}

/** @param {string} proof */
async function show(proof) {
  try {
    const response = await fetch(location.pathname, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ proof }),
      cache: 'no-store',
      // What it sets must be brought back from the bank.
      credentials: 'same-origin',
      referrerPolicy: 'no-referrer',
    });
    const { url } = await response.json();
    if (response.ok && typeof url === 'string' && /^https?:/.test(url)) return depart(url);
  } catch {
    // Said below.
  }
  sayAlone();
}

if (link instanceof HTMLAnchorElement) depart(link.href);
else if (going) {
  const hopped = 'hopped' in going.dataset;
  let shown = false;
  addEventListener('message', (event) => {
    // Only a page of this server is believed.
    const ours = event.origin === location.origin || (hopped && isNeighbour(event.origin));
    if (shown || opener === null || event.source !== opener || !ours) return;
    const { t, proof } = event.data ?? {};
    if (t !== 'proof' || typeof proof !== 'string') return;
    shown = true;
    void show(proof);
  });
  setTimeout(() => {
    if (!shown) sayAlone();
  }, opener ? PATIENCE_MS : 0);
  opener?.postMessage({ t: 'arrived' }, '*');
}
