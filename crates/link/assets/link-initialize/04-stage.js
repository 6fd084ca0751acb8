// What the page shows while Link is open: a dialog in the top layer with Link's frame in it. The page behind
// does not scroll, and gets focus and scrolling back as they were. Styles are set through the CSSOM only, so
// that the page's policy need not allow any.

/** How many dialogs hold the page still. */
let holders = 0;
/** @type {() => void} */
let letScroll = () => {};

/**
 * Sets styles that no style sheet of the page can override.
 * @param {HTMLElement} element
 * @param {Record<string, string>} styles
 */
function dress(element, styles) {
  for (const [name, value] of Object.entries({ all: 'initial', ...styles })) {
    element.style.setProperty(name, value, 'important');
  }
}

/** Stops the page from scrolling, without moving it. */
function holdScroll() {
  const root = document.documentElement;
  // the viewport scrolls as the root says, or as the body says where the root says nothing
  const bodyRules = getComputedStyle(root).overflowY === 'visible'
    && getComputedStyle(document.body).overflowY !== 'visible';
  /** @type {[HTMLElement, string, string][]} */
  const ours = [[bodyRules ? document.body : root, 'overflow', 'hidden']];
  if (window.innerWidth > root.clientWidth) ours.push([root, 'scrollbar-gutter', 'stable']);
  const before = ours.map(([element, name]) => [
    element.style.getPropertyValue(name), element.style.getPropertyPriority(name),
  ]);
  for (const [element, name, value] of ours) element.style.setProperty(name, value, 'important');
  letScroll = () => ours.forEach(([element, name, value], at) => {
    // whoever changed it meanwhile knows better
    const untouched = element.style.getPropertyValue(name) === value
      && element.style.getPropertyPriority(name) === 'important';
    if (untouched) element.style.setProperty(name, before[at][0], before[at][1]);
    if (!element.getAttribute('style')) element.removeAttribute('style');
  });
}

/** The lowest number that no open frame of Link has. */
function freeNumber() {
  let number = 1;
  while (document.getElementById('plaid-link-iframe-' + number)) number++;
  return number;
}

/**
 * A frame of Link.
 * @param {string} address
 */
function makeFrame(address) {
  const frame = document.createElement('iframe');
  frame.title = 'Plaid Link';
  frame.setAttribute('sandbox',
    'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox');
  frame.setAttribute('allow', 'publickey-credentials-get; clipboard-write');
  frame.referrerPolicy = 'no-referrer';
  // the scheme of the canvas of Link's pages: a frame of another scheme than its page is not see-through
  dress(frame, { display: 'block', width: '100%', height: '100%', 'color-scheme': 'light' });
  frame.src = address;
  return frame;
}

/** How long nothing but the dimmed page is seen before there are signs of waiting. */
const CALM_MILLISECONDS = 400;

/** Surface, ink, lines and thread of Link's pages. */
const LIGHT = ['#fff', '#171c2c', '#e4e1d9', '#c4432b'];
const DARK = ['#1a1f2d', '#f1efea', '#2c3344', '#f0705a'];

/** What closes Link is called like this, by the first two letters of a language. */
const CLOSE = {
  da: 'Luk', de: 'Schließen', es: 'Cerrar', et: 'Sulge', fr: 'Fermer', hi: 'बंद करें', it: 'Chiudi', lt: 'Uždaryti',
  lv: 'Aizvērt', nl: 'Sluiten', no: 'Lukk', nb: 'Lukk', pl: 'Zamknij', pt: 'Fechar', ro: 'Închideți', sv: 'Stäng', vi: 'Đóng',
};

/**
 * @param {string} query
 * @returns {boolean}
 */
function matches(query) {
  return Boolean(window.matchMedia?.(`(${query})`).matches);
}

/**
 * An element of the curtain.
 * @param {Element} parent
 * @param {string} name
 * @param {Record<string, string>} styles
 */
function hang(parent, name, styles) {
  const element = document.createElement(name);
  dress(element, { display: 'block', position: 'absolute', ...styles });
  parent.append(element);
  return element;
}

/**
 * What is seen until Link's page is there: a sheet where its own will be, a thread that runs, and a way out.
 * @param {Element} stage
 * @param {() => void} onClose
 */
function drawCurtain(stage, onClose) {
  const [paper, ink, line, color] = matches('prefers-color-scheme: dark') ? DARK : LIGHT;
  const place = matches('max-width: 480px')
    ? { inset: 'auto 0 0', height: 'min(680px, 100vh - 24px)', 'border-radius': '16px 16px 0 0' }
    : { inset: '0', margin: 'auto', width: '400px', height: 'min(680px, 100vh - 32px)', 'border-radius': '16px' };
  const sheet = hang(stage, 'div', { ...place, overflow: 'hidden', background: paper });
  const thread = hang(sheet, 'div', {
    inset: '0', margin: 'auto', width: '96px', height: '3px', 'border-radius': '2px', overflow: 'hidden', background: line,
  });
  // no animation moves what is important
  const runner = document.createElement('div');
  const look = { display: 'block', position: 'absolute', width: '32px', height: '3px', borderRadius: '2px', background: color };
  Object.assign(runner.style, look);
  thread.append(runner);
  const run = { duration: 1200, iterations: Infinity, direction: /** @type {const} */ ('alternate'), easing: 'ease-in-out' };
  if (!matches('prefers-reduced-motion: reduce')) runner.animate?.([{ left: '0' }, { left: '64px' }], run);
  const close = hang(sheet, 'button', {
    top: '8px', right: '8px', width: '44px', height: '44px', 'border-radius': '8px', cursor: 'pointer', color: ink,
    font: '24px/44px system-ui, sans-serif', 'text-align': 'center',
  });
  const language = (document.documentElement.lang || navigator.language || '').slice(0, 2).toLowerCase();
  close.setAttribute('type', 'button');
  close.setAttribute('aria-label', /** @type {Record<string, string>} */ (CLOSE)[language] ?? 'Close');
  close.textContent = '\u00d7';
  // `all: initial` takes the browser's own ring away
  const ring = (/** @type {string} */ outline) => close.style.setProperty('outline', outline, 'important');
  close.addEventListener('focus', () => ring(`2px solid ${ink}`));
  close.addEventListener('blur', () => ring('none'));
  close.addEventListener('click', onClose);
  return sheet;
}

/**
 * Shows Link over the page.
 * @param {string} address of the frame
 * @param {() => void} onEscape the person pressed Escape, a phone's Back, or what closes Link before it is there
 * @param {() => void} onLost somebody took the dialog out of the page
 */
function raise(address, onEscape, onLost) {
  let lowered = false;
  /** @type {Element | null} */
  let curtain = null;
  const before = /** @type {HTMLElement | null} */ (document.activeElement);
  const modal = typeof HTMLDialogElement === 'function' && 'showModal' in HTMLDialogElement.prototype;
  const dialog = /** @type {HTMLDialogElement} */ (document.createElement(modal ? 'dialog' : 'div'));
  const frame = makeFrame(address);
  frame.id = 'plaid-link-iframe-' + freeNumber();
  frame.className = 'plaid-link-iframe';
  dialog.setAttribute('aria-label', frame.title);
  if (!modal) dialog.setAttribute('role', 'dialog');
  dress(dialog, {
    display: 'block', position: 'fixed', inset: '0', width: '100%', height: '100%', 'z-index': '2147483647',
    background: 'rgb(18 21 31 / 48%)',
  });
  // what is in it until then may be the browser's word that it shows nothing
  frame.style.setProperty('opacity', '0', 'important');
  frame.setAttribute('inert', '');
  dialog.tabIndex = -1;
  dialog.append(frame);
  document.body.append(dialog);
  if (holders++ === 0) holdScroll();
  if (modal) dialog.showModal();
  dialog.focus();
  const waiting = setTimeout(() => { curtain = drawCurtain(dialog, onEscape); }, CALM_MILLISECONDS);

  const escape = (/** @type {Event} */ event) => {
    event.preventDefault();
    event.stopPropagation();
    onEscape();
  };
  dialog.addEventListener('cancel', escape);
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') escape(event);
  });
  // a browser closes a dialog that was asked to twice; that is not for it to decide
  dialog.addEventListener('close', () => {
    if (!lowered && dialog.isConnected) {
      dialog.showModal();
      onEscape();
    }
  });
  const unwatch = watch(dialog, onLost);

  /** Shows the frame: its page is there. */
  const reveal = () => {
    if (lowered || !frame.hasAttribute('inert')) return;
    clearTimeout(waiting);
    const here = dialog.contains(document.activeElement);
    curtain?.remove();
    frame.removeAttribute('inert');
    frame.style.removeProperty('opacity');
    dialog.style.removeProperty('background');
    // its page then gives the focus to what the person reads first; to focus the frame again would take it from there
    if (here) frame.focus();
  };
  /** Gives the page back; the frame may still be there, out of sight. */
  const lower = () => {
    if (lowered) return;
    lowered = true;
    clearTimeout(waiting);
    unwatch();
    if (modal && dialog.isConnected) dialog.close();
    dialog.style.setProperty('display', 'none', 'important');
    frame.removeAttribute('id');
    frame.removeAttribute('class');
    if (--holders === 0) letScroll();
    const now = document.activeElement;
    const adrift = !now || now === document.body || dialog.contains(now);
    if (adrift && before?.isConnected && before !== document.body) before.focus({ preventScroll: true });
  };
  return {
    frame,
    reveal,
    lower,
    remove() {
      lower();
      dialog.remove();
    },
  };
}
