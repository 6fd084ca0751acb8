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

/**
 * Shows Link over the page.
 * @param {string} address of the frame
 * @param {() => void} onEscape the person pressed Escape, or a phone's Back
 * @param {() => void} onLost somebody took the dialog out of the page
 */
function raise(address, onEscape, onLost) {
  let lowered = false;
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
  });
  dialog.append(frame);
  document.body.append(dialog);
  if (holders++ === 0) holdScroll();
  if (modal) dialog.showModal();
  // its page then gives the focus to what the person reads first; to focus the frame again would take it from there
  frame.focus();

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

  /** Gives the page back; the frame may still be there, out of sight. */
  const lower = () => {
    if (lowered) return;
    lowered = true;
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
    lower,
    remove() {
      lower();
      dialog.remove();
    },
  };
}
