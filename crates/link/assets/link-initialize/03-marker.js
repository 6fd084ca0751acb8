// The marker: an element that React's and Vue's wrappers take for the vendor's own script, loaded already, so
// that they use what is here. It loads nothing and runs nothing. `data-marker="off"` on our tag leaves it out.
//
// It is SVG's `script`, which the wrappers' selector finds as well, with an attribute that means nothing there:
// on HTML's, to set `src` is refused on pages that enforce Trusted Types.

/** Whether a load is about to be announced. */
let announcing = false;

/**
 * Tells whoever listens that the marker is loaded.
 * @param {Element} marker
 */
function announce(marker) {
  if (announcing) return;
  announcing = true;
  setTimeout(() => {
    announcing = false;
    marker.dispatchEvent(new Event('load'));
  });
}

/**
 * Lets wrappers that wait for `load` have it, whenever they begin to.
 * @param {Element} marker
 */
function answerWaiters(marker) {
  const listen = marker.addEventListener;
  marker.addEventListener = /** @type {typeof listen} */ (
    /** @type {(...terms: any[]) => void} */
    (...terms) => {
      listen.apply(marker, /** @type {any} */ (terms));
      if (terms[0] === 'load') announce(marker);
    }
  );
  marker.setAttribute('data-loaded', 'true');
}

/** A new marker. */
function makeMarker() {
  const marker = document.createElementNS('http://www.w3.org/2000/svg', 'script');
  marker.setAttribute('type', 'text/plain');
  marker.setAttribute('src', VENDOR);
  // only where it is moved out of the head would it take part in the page's layout
  /** @type {SVGElement} */
  (marker).style.setProperty('display', 'none', 'important');
  return marker;
}

/** Puts the marker into the page, unless the page has a tag for the vendor's script, and keeps it there. */
function placeMarker() {
  if (OWN_TAG && (OWN_TAG.getAttribute('data-marker') === 'off' || OWN_TAG.getAttribute('src') === VENDOR)) return;
  const found = document.querySelector(`script[src="${VENDOR}"]`);
  if (found) {
    if (found.getAttribute('type') === 'text/plain') answerWaiters(found);
    return;
  }
  const marker = makeMarker();
  answerWaiters(marker);
  const insert = () => (document.head ?? document.documentElement).append(marker);
  insert();
  // one wrapper takes it away with its component, and would load the vendor's script the next time
  watch(marker, insert);
}
