// @jcss/vue-plaid-link, which waits for the vendor's script to load and takes its tag away with each component.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { FakeFrame, VENDOR, listener, openPage, until } from './support/page.js';

const page = await openPage({ body: '<div id="root"></div>' });
for (const key of /** @type {const} */ (['window', 'document', 'navigator', 'Element', 'SVGElement', 'ShadowRoot', 'Node'])) {
  Object.defineProperty(globalThis, key, { value: page.window[key], configurable: true, writable: true });
}
// loaded once there is a page: they look for it as they load
const { createApp, h, nextTick } = await import('vue');
const { PlaidLink } = await import('@jcss/vue-plaid-link');

/** @type {(() => void)[]} */
const endings = [];
afterEach(() => endings.splice(0).forEach((end) => end()));

/** @param {Record<string, unknown>} config */
function mount(config) {
  const app = createApp({ render: () => h(PlaidLink, config, () => 'Link a bank') });
  app.mount(/** @type {HTMLElement} */ (page.document.getElementById('root')));
  return app;
}

/** The wrapper's button. */
const button = () => /** @type {HTMLButtonElement} */ (page.document.querySelector('#root button'));

test('the wrapper finds the marker, in its first component and in every later one', async () => {
  endings.push(() => page.close());
  for (const round of [1, 2, 3]) {
    const { config, named } = listener();
    const app = mount(config);
    await until(() => button() && !button().disabled, `the button of component ${round} is ready`);
    button().click();
    const frame = new FakeFrame(page, page.frames()[0]);
    frame.hello();
    frame.say({ t: 'ready' });
    frame.say({ t: 'success', public_token: `public-${round}`, metadata: {} });
    await until(() => named('onSuccess').length, 'the success is told');
    assert.equal(named('onSuccess')[0][1], `public-${round}`);
    app.unmount();
    await nextTick();
    await until(() => page.document.querySelector(`script[src="${VENDOR}"]`), 'the marker is there again');
  }
  const tags = [...page.document.querySelectorAll('script')].map((tag) => tag.getAttribute('src'));
  assert.deepEqual(tags.filter((source) => source === VENDOR).length, 1, 'the marker, and no tag of the vendor');
  assert.equal(page.window.Plaid.version, '1.2.3');
});
