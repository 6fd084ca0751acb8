// The bank's own window: opened inside the click, watched until it is closed, never reached into.
//
// The page in between asks for the proof that Link opened it, says that it goes on, and lets go of its opener. Whether the window is closed is only a hint: a
// bank that isolates its pages makes it look closed as soon as it is there. So a window counts as closed when it was
// seen at the bank before, or never left for it; else only when the person has been back on this page for a while.

const WIDTH = 480;
const HEIGHT = 720;
const GLANCE_MS = 100;
/** How long the way back may take after the window has closed. */
const GRACE_MS = 1500;
/** How long somebody is here again who may still be at the bank. */
const BACK_MS = 10_000;
/** After which nobody is expected to come back. */
const LATE_MS = 15 * 60 * 1000;

/** A window of a bank, and what is done when it seems closed or takes too long. */
export class BankWindow {
  /**
   * @param {() => void} onClosed
   * @param {() => void} onLate
   */
  constructor(onClosed, onLate) {
    this.onClosed = onClosed;
    this.onLate = onLate;
    /** @type {Window | null} */
    this.window = null;
    /** What the window is opened with. @type {import('./session.js').WindowProof | null} */
    this.proof = null;
    this.departed = false;
    this.reached = false;
    this.here = 0;
    /** @type {ReturnType<typeof setInterval> | undefined} */
    this.glance = undefined;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.late = undefined;
    addEventListener('message', (event) => this.hear(event));
  }

  /** @param {MessageEvent} event */
  hear({ source, origin, data }) {
    const ours = origin === location.origin || origin === this.proof?.origin;
    if (!ours || !source || source === window.parent || (this.window && source !== this.window)) return;
    if (data?.t === 'departed') this.departed = true;
    if (data?.t !== 'arrived' || !this.proof) return;
    // A window that the browser opened by the link, after it had refused one.
    this.window ??= /** @type {Window} */ (source);
    this.window.postMessage({ t: 'proof', proof: this.proof.proof }, origin);
  }

  /**
   * Opens the window; must be called inside the click.
   * @param {string} url
   * @param {import('./session.js').WindowProof | null} proof
   * @returns {boolean} whether the browser allowed it
   */
  open(url, proof) {
    this.stop();
    this.proof = proof;
    const left = Math.max(0, Math.round((screen.availWidth - WIDTH) / 2));
    const top = Math.max(0, Math.round((screen.availHeight - HEIGHT) / 2));
    const wide = screen.availWidth > WIDTH + 200;
    // On a phone a size makes some browsers refuse the window.
    this.window = window.open(url, '_blank', wide ? `popup,width=${WIDTH},height=${HEIGHT},left=${left},top=${top}` : '');
    if (!this.window) return false;
    this.watch();
    return true;
  }

  /** Begins to wait, whether there is a window to watch or not. */
  watch() {
    clearTimeout(this.late);
    this.late = setTimeout(this.onLate, LATE_MS);
    if (this.window) this.glance = setInterval(() => this.look(), GLANCE_MS);
  }

  look() {
    if (!this.window) return;
    if (!this.window.closed) {
      this.reached ||= isElsewhere(this.window);
      return;
    }
    if (this.departed && !this.reached) {
      this.here = document.hasFocus() ? this.here + GLANCE_MS : 0;
      if (this.here < BACK_MS) return;
    }
    clearInterval(this.glance);
    setTimeout(this.onClosed, GRACE_MS);
  }

  /** Stops waiting. */
  stop() {
    clearInterval(this.glance);
    clearTimeout(this.late);
    this.window = null;
    this.proof = null;
    this.departed = false;
    this.reached = false;
    this.here = 0;
  }
}

/**
 * Whether a window has left our page in between.
 * @param {Window} other
 */
function isElsewhere(other) {
  try {
    const { protocol, pathname } = other.location;
    return protocol.startsWith('http') && !pathname.startsWith('/link/oauth/');
  } catch {
    // Of another origin, so it is at the bank.
    return true;
  }
}
