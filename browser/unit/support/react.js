// React in the page of `openPage`, with an unmodified react-plaid-link.
import { createRequire } from 'node:module';
import { TAG, FakeFrame, listener, openPage, until } from './page.js';

const require = createRequire(import.meta.url);

/**
 * Loads a page and, in it, React and the wrapper.
 * @param {string} name the package
 * @param {string} [head]
 */
export async function openReact(name, head = TAG) {
  const page = await openPage({ head, body: '<button id="launch"></button><div id="root"></div>' });
  const globals = /** @type {any} */ (globalThis);
  const { window, document } = page;
  for (const [key, value] of Object.entries({ window, document, navigator: window.navigator })) {
    Object.defineProperty(globals, key, { value, configurable: true, writable: true });
  }
  for (const key of Object.keys(require.cache)) {
    // the wrapper remembers in its module which scripts a page has
    if (/node_modules\/(react|react-dom|scheduler|react-plaid-link[^/]*|react-script-hook)\//.test(key)) delete require.cache[key];
  }
  const React = require('react');
  const { createRoot } = require('react-dom/client');
  const wrapper = require(name);
  const root = createRoot(/** @type {HTMLElement} */ (page.document.getElementById('root')));
  const act = async (/** @type {() => void} */ work) => {
    globals.IS_REACT_ACT_ENVIRONMENT = true;
    await React.act(async () => work());
    // what frames say in between updates the app as it would in a browser
    globals.IS_REACT_ACT_ENVIRONMENT = false;
  };
  /** @type {{open: () => void, exit: (options?: any, then?: () => void) => void, ready: boolean, error: unknown, submit: (data: any) => void}} */
  let link = /** @type {any} */ (null);
  const Hook = (/** @type {any} */ props) => {
    link = wrapper.usePlaidLink(props);
    return null;
  };
  const app = listener();
  return {
    page,
    app,
    React,
    wrapper,
    /** What the hook gave last. */
    link: () => link,
    /** @param {import('react').ReactNode} element */
    render: (element) => act(() => root.render(element)),
    /** Renders a component that uses the hook. @param {Record<string, unknown>} [more] */
    hook: (more = {}) => act(() => root.render(React.createElement(Hook, { ...app.config, ...more }))),
    /** Renders it in React's strict mode. */
    strict: () => act(() => root.render(
      React.createElement(React.StrictMode, null, React.createElement(Hook, app.config)),
    )),
    unmount: () => act(() => root.unmount()),
    /** Opens Link and speaks for its frame. */
    async open() {
      const before = page.frames();
      await act(() => link.open());
      const frame = new FakeFrame(page, page.frames().find((each) => !before.includes(each)));
      frame.hello();
      frame.say({ t: 'ready' });
      frame.event('OPEN');
      const seen = app.named('onEvent').length;
      await until(() => app.named('onEvent').length > seen, 'OPEN is told');
      return frame;
    },
    /** How many frames, dialogs and locks of scrolling are left. */
    traces: () => page.document.querySelectorAll('iframe, dialog, [role=dialog]').length
      + (page.document.documentElement.style.overflow === 'hidden' ? 1 : 0),
    close() {
      page.close();
      delete globals.window;
      delete globals.document;
    },
  };
}
