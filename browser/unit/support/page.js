// A page of somebody's app in jsdom, with the script in it. Frames load nothing; `FakeFrame` speaks for them.
import { JSDOM, ResourceLoader, VirtualConsole } from 'jsdom';
import { script } from './script.js';

/** Where Link is in these tests. */
export const LINK = 'https://link.example.org';
/** Where existing apps look for it. */
export const VENDOR = 'https://cdn.plaid.com/link/v2/stable/link-initialize.js';
/** The tag that an app adds. */
export const TAG = `<script src="${LINK}/link-initialize.js"></script>`;

/** Stands for the vendor's script. */
const THEIRS = 'window.Plaid = { theirs: true, create: () => ({ open() {}, exit() {}, destroy() {} }) };';

/** Serves the script at whatever address ends in its name, and nothing else. */
class Loader extends ResourceLoader {
  /** @param {string} home @param {string} agent */
  constructor(home, agent) {
    super({ userAgent: agent });
    this.home = home;
  }

  /** @param {string} url @param {any} options */
  fetch(url, options) {
    if (options.element?.localName !== 'script') return null;
    const found = url.endsWith('link-initialize.js');
    const text = url === VENDOR && this.home === '' ? THEIRS : script(this.home);
    const loading = Promise.resolve(Buffer.from(found ? text : ''));
    return /** @type {any} */ (Object.assign(loading, { abort() {}, response: { headers: {} } }));
  }
}

/**
 * What a page is like.
 * @typedef {object} Options
 * @property {string} [head] what stands in the head; the tag alone when absent
 * @property {string} [body]
 * @property {string} [home] the address that the server wrote into the script
 * @property {string} [agent] the name of the browser
 * @property {string} [url]
 * @property {(window: any) => void} [before] changes the page before anything runs
 */

/**
 * Loads a page.
 * @param {Options} [options]
 */
export async function openPage(options = {}) {
  const { head = TAG, body = '<button id="launch">Link a bank</button>', home = '', agent = 'test jsdom' } = options;
  const virtualConsole = new VirtualConsole();
  /** @type {{level: string, text: string}[]} */
  const printed = [];
  for (const level of ['warn', 'error', 'log', 'jsdomError']) {
    virtualConsole.on(/** @type {any} */ (level), (/** @type {any[]} */ ...terms) => {
      printed.push({ level, text: terms.map((term) => String(term?.message ?? term)).join(' ') });
    });
  }
  /** @type {unknown[]} */
  const thrown = [];
  /** @type {MessagePort[]} */
  const ports = [];
  const dom = new JSDOM(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`, {
    url: options.url ?? 'https://app.example.com/',
    runScripts: 'dangerously',
    resources: new Loader(home, agent),
    pretendToBeVisual: true,
    virtualConsole,
    beforeParse(/** @type {any} */ page) {
      page.MessageChannel = class extends MessageChannel {
        constructor() {
          super();
          ports.push(this.port1, this.port2);
        }
      };
      page.reportError = (/** @type {unknown} */ error) => thrown.push(error);
      page.addEventListener('error', (/** @type {any} */ event) => thrown.push(event.error ?? event.message));
      options.before?.(page);
    },
  });
  const window = /** @type {any} */ (dom.window);
  await new Promise((resolve) => {
    if (window.document.readyState === 'complete') resolve(undefined);
    else window.addEventListener('load', () => resolve(undefined));
  });
  return {
    window,
    document: /** @type {Document} */ (window.document),
    /** What was printed to the console. */
    printed,
    /** What was thrown and caught by nobody. */
    thrown,
    /** The frames of Link that a test suite would find. */
    frames: () => [...window.document.querySelectorAll('iframe.plaid-link-iframe')],
    close() {
      for (const port of ports) port.close();
      dom.window.close();
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof openPage>>} Page */

/**
 * Waits until something holds.
 * @template T
 * @param {() => T} holds
 * @param {string} what
 * @returns {Promise<NonNullable<T>>}
 */
export async function until(holds, what) {
  const end = Date.now() + 5_000;
  for (;;) {
    const value = holds();
    if (value) return /** @type {NonNullable<T>} */ (value);
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Speaks for a frame of Link. */
export class FakeFrame {
  /**
   * @param {Page} page
   * @param {any} element
   */
  constructor(page, element) {
    this.page = page;
    this.element = element;
    this.address = new URL(element.src);
    const terms = new URLSearchParams(this.address.hash.slice(1));
    this.nonce = terms.get('n') ?? '';
    this.version = terms.get('v');
    /** @type {{message: any, target: string, ports: MessagePort[]}[]} what the page posted to the frame's window */
    this.posted = [];
    /** @type {any[]} what the page said on the port */
    this.heard = [];
    /** @type {any} its end of the line, once it said hello */
    this.port = null;
    this.inside = element.contentWindow;
    this.inside.postMessage = (/** @type {any} */ message, /** @type {string} */ target, /** @type {any[]} */ ports) => {
      this.posted.push({ message, target, ports });
    };
  }

  /** @param {Record<string, unknown>} event replaces what an honest frame would send */
  post(event) {
    const { window } = this.page;
    window.dispatchEvent(new window.MessageEvent('message', {
      data: { t: 'hello', n: this.nonce, v: 1 }, origin: this.address.origin, source: this.inside, ...event,
    }));
  }

  /** Says hello, and takes the port. */
  hello() {
    this.post({});
    const last = this.posted.at(-1);
    if (!last) throw new Error('the page did not answer the hello');
    [this.port] = last.ports;
    this.port.on('message', (/** @type {any} */ message) => this.heard.push(message));
    return last;
  }

  /** @param {unknown} message */
  say(message) {
    this.port.postMessage(message);
  }

  /** @param {string} name @param {Record<string, unknown>} more */
  event(name, more = {}) {
    this.say({ t: 'event', name, metadata: { link_session_id: 's', request_id: 'r', timestamp: stamp(), ...more } });
  }
}

let time = Date.now();

/** A time later than the one before. */
export function stamp() {
  time += 1;
  return new Date(time).toISOString();
}

/**
 * Callbacks that remember their calls.
 * @returns {{calls: any[][], named: (name: string) => any[][], config: Record<string, any>}}
 */
export function listener() {
  /** @type {any[][]} */
  const calls = [];
  const keep = (/** @type {string} */ name) => (/** @type {any[]} */ ...terms) => {
    // copied out of the page's own world, whose objects equal none of ours
    calls.push([name, ...terms.map((term) => JSON.parse(JSON.stringify(term ?? null)))]);
  };
  return {
    calls,
    named: (name) => calls.filter(([called]) => called === name),
    config: {
      token: 'link-sandbox-7a2c', onSuccess: keep('onSuccess'), onExit: keep('onExit'), onEvent: keep('onEvent'),
      onLoad: keep('onLoad'),
    },
  };
}

/**
 * Opens Link in a page, up to its first pane.
 * @param {Page} page
 * @param {Record<string, any>} [more] of the configuration
 */
export async function opened(page, more = {}) {
  const app = listener();
  const handler = page.window.Plaid.create({ ...app.config, ...more });
  const before = page.frames();
  handler.open();
  const frame = new FakeFrame(page, page.frames().find((each) => !before.includes(each)));
  frame.hello();
  frame.say({ t: 'ready' });
  frame.event('OPEN', { view_name: 'CONSENT' });
  await until(() => app.named('onEvent').length === 1, 'OPEN is told');
  return { app, handler, frame };
}
