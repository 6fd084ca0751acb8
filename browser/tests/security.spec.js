// Hostile neighbours: foreign messages, foreign frames, and what every answer's headers say (L3, L4, L5, L17).
import { randomUUID } from 'node:crypto';
import { AppServer } from '../support/app-server.js';
import { FRAME } from '../support/app.js';
import { expect, test } from '../support/test.js';

test('l3_messages_from_strangers_are_ignored', async ({ app, link, api, page }) => {
  await app.open(await api.token());
  // From the page itself, from a child frame of another making, malformed, huge.
  await page.evaluate(async () => {
    const frame = document.querySelector('iframe.plaid-link-iframe');
    const inner = /** @type {HTMLIFrameElement} */ (frame).contentWindow;
    const nonce = '0'.repeat(32);
    /** @type {unknown[]} */
    const messages = [
      null,
      undefined,
      0,
      'hello',
      [],
      {},
      { t: 'hello', n: nonce, v: 1 },
      { t: 'init', n: nonce, v: 1, token: 'link-sandbox-x', way: 'overlay' },
      { t: 'success', public_token: 'public-sandbox-forged', metadata: {} },
      { t: 'exit', error: null, metadata: {} },
      { t: 'leave', url: 'javascript:alert(1)' },
      { t: { toString: 1 } },
      { t: 'event', name: 'X'.repeat(5_000_000), metadata: {} },
      new Map([[1, 2]]),
      new Uint8Array(1_000_000),
    ];
    const child = document.createElement('iframe');
    document.body.append(child);
    const inside = /** @type {any} */ (child.contentWindow);
    for (const message of messages) {
      window.postMessage(message, '*');
      inner?.postMessage(message, '*');
      inner?.postMessage(message, '*', [new MessageChannel().port1]);
      inside.parent.postMessage(message, '*');
      window.dispatchEvent(new MessageEvent('message', { data: message, origin: 'https://evil.example' }));
    }
    // Everything that was posted has arrived when this one has.
    await new Promise((resolve) => {
      window.addEventListener('message', (event) => event.data === 'last' && resolve(undefined));
      window.postMessage('last', '*');
    });
    child.remove();
  });
  expect((await app.log()).filter((entry) => entry.kind !== 'event' && entry.kind !== 'load')).toEqual([]);
  await link.complete();
  const { publicToken } = await app.succeeded();
  expect(publicToken).not.toContain('forged');
});

test('l4_what_the_app_gets_never_stands_in_a_message_to_everybody', async ({ app, link, api, page }) => {
  /** @type {{data: any, origin: string}[]} */
  const heard = [];
  await page.exposeBinding('heard', (_, data, origin) => void heard.push({ data, origin }));
  await page.addInitScript(() => {
    if (window !== window.top) return;
    window.addEventListener('message', (event) => /** @type {any} */ (window).heard(event.data, event.origin), true);
  });
  const token = await api.token();
  await app.open(token);
  await link.complete();
  const { publicToken } = await app.succeeded();
  // On the window nothing but the greeting is ever said by Link; the rest goes through a port of its own.
  const said = heard.filter((message) => message.origin === app.server.link);
  expect(said.map((message) => message.data.t)).toEqual(['hello']);
  expect(JSON.stringify(heard)).not.toContain(publicToken);
  expect(JSON.stringify(heard)).not.toContain(token);
});

test('l4_a_frame_that_is_not_links_never_gets_the_token', async ({ app, api, page, appServer }) => {
  appServer.page('/unbound', { policy: null });
  // Somebody stands in Link's place, greets with the right nonce, and listens.
  appServer.page('/impostor', { policy: null, load: 'none', code: 'impostor' });
  await page.route(/\/link\/frame\//, (route) =>
    route.fulfill({ status: 302, headers: { Location: `${appServer.origin}/impostor` } }),
  );
  await app.goto('/unbound');
  await app.launch({ token: await api.token() });
  const impostor = page.frameLocator(FRAME);
  await expect(impostor.locator('body')).toHaveAttribute('data-greeted', 'yes');
  // The parent has heard the greeting once it has answered a message of its own that was sent later.
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        window.addEventListener('message', (event) => event.data === 'last' && resolve(undefined));
        window.postMessage('last', '*');
      }),
  );
  expect(await impostor.locator('body').getAttribute('data-heard')).toBeNull();
});

/**
 * Waits until the browser has refused the frame, and lets the time pass that the page's script waits for it.
 * @param {import('../support/guard.js').Guard} guard
 * @param {import('@playwright/test').Page} page
 */
async function turnedAway(guard, page) {
  await expect.poll(() => guard.console.join('\n')).toMatch(/frame-ancestors/);
  await page.clock.fastForward(60_000);
}

test('l5_an_origin_that_is_not_listed_cannot_frame_link', async ({ app, api, server, guard, page }) => {
  guard.allow(/frame-ancestors|Refused to|Framing|ERR_BLOCKED|Link/i);
  const listed = `https://${randomUUID()}.example`;
  await api.post('/selvedge/link/settings/update', { web_origins: [listed] });
  try {
    await page.clock.install();
    await app.goto();
    await app.launch({ token: await api.token() });
    await turnedAway(guard, page);
    const { error } = await app.refused();
    expect(error.error_type).toMatch(/API_ERROR|INVALID_INPUT|INVALID_REQUEST/);
    expect(await page.locator(FRAME).count()).toBe(0);
  } finally {
    await api.post('/selvedge/link/settings/update', { web_origins: [] });
  }
  const framed = await fetch(`${server.url}/link/frame/${'0'.repeat(32)}`);
  expect(framed.headers.get('content-security-policy')).toContain('frame-ancestors');
});

test('l5_an_origin_that_is_listed_frames_link_and_its_neighbour_does_not', async ({ app, link, api, server, guard, page }) => {
  guard.allow(/frame-ancestors|Refused to|Framing|ERR_BLOCKED|Link/i);
  const other = new AppServer(server.url);
  await other.start();
  try {
    await api.post('/selvedge/link/settings/update', { web_origins: [app.server.origin] });
    await app.open(await api.token());
    await link.complete();
    await app.succeeded();
    const token = await api.token();
    await page.clock.install();
    await page.goto(other.origin);
    await app.launch({ token });
    await turnedAway(guard, page);
    await app.refused();
  } finally {
    await api.post('/selvedge/link/settings/update', { web_origins: [] });
    await other.stop();
  }
});

test('l6_pages_that_stand_alone_cannot_be_framed', async ({ api, server }) => {
  const { hosted_link_url } = await api.linkToken({ hosted_link: {} });
  const pages = [
    hosted_link_url ?? '',
    `${server.url}/link/v2/stable/link.html?isWebview=true&token=${await api.token()}`,
    `${server.url}/link/oauth/return?state=x&code=y`,
  ];
  for (const page of pages) {
    const { headers } = await fetch(page);
    expect(headers.get('content-security-policy'), page).toContain("frame-ancestors 'none'");
    expect(headers.get('x-frame-options'), page).toBe('DENY');
  }
});

test('l17_every_answer_of_link_carries_its_headers', async ({ app, link, api, page }) => {
  /** @type {Map<string, Record<string, string>>} */
  const seen = new Map();
  page.context().on('response', async (response) => {
    const url = new URL(response.url());
    if (url.origin === app.server.link) seen.set(url.pathname, await response.allHeaders());
  });
  await app.open(await api.token());
  await link.toBank('ins_127287');
  const bank = await link.bankWindow();
  await bank.page.waitForLoadState();
  const { hosted_link_url } = await api.linkToken({ hosted_link: {} });
  await page.goto(hosted_link_url ?? '');
  await page.getByTestId('link-pane').waitFor();
  await page.goto(`${app.server.link}/link/v2/stable/link.html?isWebview=true&token=${await api.token()}`);
  await page.getByTestId('link-pane').waitFor();
  await expect.poll(() => seen.size).toBeGreaterThan(8);
  let documents = 0;
  for (const [path, headers] of seen) {
    const type = headers['content-type'] ?? '';
    expect(headers['x-content-type-options'], path).toBe('nosniff');
    if (type.includes('html')) {
      documents += 1;
      const policy = headers['content-security-policy'] ?? '';
      expect(policy, path).toContain("default-src 'none'");
      expect(policy, path).toContain("base-uri 'none'");
      expect(policy, path).toContain('frame-ancestors');
      expect(policy, path).not.toContain('unsafe-');
      expect(policy, path).not.toMatch(/script-src[^;]*(data:|blob:|\*)/);
      expect(headers['cache-control'], path).toContain('no-store');
      // The bank's own forms have to say where they come from.
      expect(headers['referrer-policy'], path).toBe(path.startsWith('/test-bank/') ? 'same-origin' : 'no-referrer');
    }
    if (type.includes('json')) expect(headers['cache-control'], path).toContain('no-store');
    if (path.startsWith('/link/assets/')) expect(headers['cache-control'], path).toContain('immutable');
    for (const cookie of (headers['set-cookie'] ?? '').split('\n').filter(Boolean)) {
      expect(cookie, path).toMatch(/HttpOnly/i);
      expect(cookie, path).toMatch(/SameSite=(Lax|Strict)/i);
    }
  }
  expect(documents).toBeGreaterThan(3);
});

test('l15_the_endpoints_of_a_page_refuse_other_sites_and_simple_forms', async ({ api, server }) => {
  const token = await api.token();
  for (const path of ['/link/session', '/link/session/turn', '/link/session/view', '/link/session/search', '/link/tiles']) {
    /** @param {Record<string, string>} headers */
    const ask = (headers) =>
      fetch(server.url + path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify({ token, way: 'overlay', webview: false }),
      });
    /** @type {Record<string, string>[]} */
    const foreign = [
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { 'Content-Type': 'text/plain', 'Sec-Fetch-Site': 'same-origin' },
      { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' },
    ];
    for (const headers of foreign) {
      expect((await ask(headers)).status, `${path} ${JSON.stringify(headers)}`).toBe(403);
    }
  }
});
