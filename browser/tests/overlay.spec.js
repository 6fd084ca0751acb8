// Link over an app's page: what the page must allow, what it gets back, and what is left of Link afterwards.
import { VENDOR_SCRIPT } from '../support/app-server.js';
import { FRAME } from '../support/app.js';
import { checkEvents } from '../support/events.js';
import { Link } from '../support/link.js';
import { expect, test } from '../support/test.js';

test('a page under the strictest policy uses Link from end to end', async ({ app, link, api, appServer, page }) => {
  await app.open(await api.token());
  const policy = (await fetch(appServer.origin)).headers.get('content-security-policy') ?? '';
  expect(policy).not.toContain('unsafe');
  expect(policy).not.toContain('connect-src');
  expect(policy).not.toContain('style-src');
  expect(policy).toContain("trusted-types 'none'");
  await link.complete();
  await app.succeeded();
  expect(appServer.reports).toEqual([]);
  expect(await page.evaluate(() => document.querySelectorAll('style').length)).toBe(0);
});

test('one script tag is all that an app needs, and nobody else is asked for anything', async ({ app, link, api, guard, page }) => {
  let asked = 0;
  await page.route(VENDOR_SCRIPT, (route) => {
    asked += 1;
    return route.abort();
  });
  await app.open(await api.token());
  await link.complete();
  await app.succeeded();
  expect(asked).toBe(0);
  expect(guard.strangers).toEqual([]);
});

test('a page that keeps the tag of the vendor’s address is served by interception', async ({ app, link, api, appServer, server, page, guard }) => {
  appServer.page('/vendor', {
    load: 'vendor',
    policy: `default-src 'none'; script-src 'self' https://cdn.plaid.com; frame-src ${server.url}`,
  });
  // What the documentation says a test suite does: the vendor's address is answered with our script.
  const script = await (await fetch(`${server.url}/link/v2/stable/link-initialize.js`)).text();
  await page.route(VENDOR_SCRIPT, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: script }),
  );
  await app.open(await api.token(), { path: '/vendor' });
  await link.complete();
  await app.succeeded();
  guard.strangers = [];
});

test('handlers that are made and destroyed leave nothing on the page', async ({ app, api, page }) => {
  await app.goto();
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  const token = await api.token();
  await page.evaluate((token) => {
    const create = window.Plaid.create;
    for (let times = 0; times < 50; times += 1) {
      const handler = create({ token, onSuccess() {} });
      handler.destroy();
      handler.destroy();
    }
  }, token);
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
});

test('an idle page holds a frame that has Link ready, and none once Link was there', async ({ app, link, api, page }) => {
  await app.goto();
  const token = await api.token();
  await page.evaluate((token) => window.app.create({ token }), token);
  await expect(page.locator('iframe[aria-hidden="true"]')).toBeAttached();
  await expect(page.locator(FRAME)).toHaveCount(0);
  await page.evaluate(() => window.app.handlers[0].open());
  await link.pane('CONSENT');
  await expect(page.locator('iframe')).toHaveCount(1);
  await link.complete();
  await app.succeeded();
  await expect(page.locator('iframe')).toHaveCount(0);
});

test('onLoad comes after create has returned, once for each handler', async ({ app, api, page }) => {
  await app.goto();
  const token = await api.token();
  const early = await page.evaluate((token) => {
    window.app.create({ token }, 'a');
    window.app.create({ token }, 'b');
    return window.app.log.length;
  }, token);
  expect(early).toBe(0);
  await page.waitForFunction(() => window.app.log.length >= 2);
  expect((await app.log()).map((entry) => [entry.kind, entry.name])).toEqual([
    ['load', 'a'],
    ['load', 'b'],
  ]);
});

test('create throws for a missing token only', async ({ app, page }) => {
  await app.goto();
  const thrown = await page.evaluate(() => {
    try {
      /** @type {any} */ (window.Plaid).create({ onSuccess() {} });
      return null;
    } catch (error) {
      return String(error);
    }
  });
  expect(thrown).toContain('Missing Link parameter. Link requires a key or token to be provided.');
});

test('the page does not scroll while Link is open, does not move, and scrolls as before afterwards', async ({ app, link, api, page }) => {
  await app.goto();
  await page.evaluate(() => {
    document.body.style.height = '4000px';
    document.body.style.overflow = 'scroll';
    window.scrollTo(0, 30);
  });
  const left = (await page.locator('h1').boundingBox())?.x;
  await app.launch({ token: await api.token() });
  await link.pane('CONSENT');
  expect((await page.locator('h1').boundingBox())?.x).toBe(left);
  await page.mouse.move(20, 20);
  await page.mouse.wheel(0, 600);
  expect(await page.evaluate(() => window.scrollY)).toBe(30);
  await link.byId('link-close').click();
  await app.exited();
  expect(await page.evaluate(() => document.body.style.overflow)).toBe('scroll');
  await page.mouse.wheel(0, 600);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(30);
});

test('a lock that another part of the page took meanwhile stays', async ({ app, link, api, page }) => {
  await app.open(await api.token());
  await page.evaluate(() => (document.body.style.overflow = 'clip'));
  await link.byId('link-close').click();
  await app.exited();
  expect(await page.evaluate(() => document.body.style.overflow)).toBe('clip');
});

test('the focus goes into Link and comes back to the button', async ({ app, link, api, page }) => {
  await app.open(await api.token());
  await expect(link.current.getByRole('heading').first()).toBeFocused();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME');
  await link.byId('link-close').click();
  await app.exited();
  await expect(page.locator('#launch')).toBeFocused();
});

test('everything is gone after Link was closed by force', async ({ app, link, api, page }) => {
  await app.goto();
  await app.launch({ token: await api.token() });
  await link.pane('CONSENT');
  await page.evaluate(() => window.app.handlers[0].exit({ force: true }));
  await app.exited();
  await page.evaluate(() => window.app.handlers[0].destroy());
  expect(await page.evaluate(() => document.querySelectorAll('iframe, dialog').length)).toBe(0);
  expect(await page.evaluate(() => document.body.getAttribute('style') ?? '')).toBe('');
});

test('two handlers live side by side, and their callbacks never cross', async ({ app, api, page }) => {
  await app.goto();
  const tokens = [await api.token(), await api.token({ institution_id: 'ins_109509' })];
  await page.evaluate(([first, second]) => {
    window.app.create({ token: first }, 'first').open();
    window.app.create({ token: second }, 'second').open();
  }, tokens);
  await expect(page.locator(FRAME)).toHaveCount(2);
  const upper = new Link(page.frameLocator(FRAME).nth(1), page);
  await upper.agree();
  await upper.signIn();
  await upper.pickAccounts();
  await upper.finish();
  await app.called('success');
  await expect(page.locator(FRAME)).toHaveCount(1);
  const lower = new Link(page.frameLocator(FRAME), page);
  await lower.byId('link-close').click();
  await app.called('exit');
  const log = await app.log();
  expect(log.filter((entry) => entry.kind === 'success').map((entry) => entry.name)).toEqual(['second']);
  expect(log.filter((entry) => entry.kind === 'exit').map((entry) => entry.name)).toEqual(['first']);
  for (const name of ['first', 'second']) {
    checkEvents(
      log
        .filter((entry) => entry.kind === 'event' && entry.name === name)
        .map(({ data }) => ({ name: data[0], metadata: data[1] })),
      name === 'first' ? 'EXIT' : 'HANDOFF',
    );
  }
});

test('a second copy of the script changes nothing and warns', async ({ app, link, api, page, server, guard, appServer }) => {
  appServer.page('/lax', { policy: null });
  await app.goto('/lax');
  await page.evaluate(() => Object.assign(window, { first: window.Plaid }));
  await page.addScriptTag({ url: `${server.url}/link-initialize.js` });
  expect(await page.evaluate(() => /** @type {any} */ (window).first === window.Plaid)).toBe(true);
  expect(guard.console.filter((line) => /^warning/.test(line) && /more than once/.test(line))).toHaveLength(1);
  await app.launch({ token: await api.token() });
  await link.pane('CONSENT');
});

test('open twice opens once, and open after destroy opens nothing', async ({ app, link, api, page }) => {
  await app.goto();
  const token = await api.token();
  await page.evaluate((token) => {
    const handler = window.app.create({ token });
    handler.open();
    handler.open();
  }, token);
  await link.pane('CONSENT');
  await expect(page.locator(FRAME)).toHaveCount(1);
  await page.evaluate(() => {
    window.app.handlers[0].destroy();
    window.app.handlers[0].open();
  });
  await expect(page.locator(FRAME)).toHaveCount(0);
});

test('a callback that throws does not break Link', async ({ app, link, api, page, guard }) => {
  guard.allow(/the app broke/);
  await app.goto();
  const token = await api.token();
  await page.evaluate((token) => {
    window.app
      .create({
        token,
        onEvent() {
          throw new Error('the app broke');
        },
      })
      .open();
  }, token);
  await link.complete();
  await app.called('success');
  await expect(page.locator(FRAME)).toHaveCount(0);
});

test('events come as they happen', async ({ app, link, api }) => {
  await app.open(await api.token());
  await expect.poll(() => app.eventNames()).toEqual(['OPEN']);
  await link.agree();
  await expect.poll(() => app.eventNames()).toEqual(['OPEN', 'TRANSITION_VIEW']);
  await link.choose('ins_109508');
  await expect.poll(() => app.eventNames()).toEqual(['OPEN', 'TRANSITION_VIEW', 'SELECT_INSTITUTION', 'TRANSITION_VIEW']);
});

test('Link opens inside a modal dialog of the app and above it', async ({ app, link, api, page }) => {
  await app.goto();
  await page.evaluate(() => {
    const dialog = document.createElement('dialog');
    dialog.append('The app’s own dialog');
    document.body.append(dialog);
    dialog.showModal();
  });
  const token = await api.token();
  await page.evaluate((token) => window.app.create({ token }).open(), token);
  await link.complete();
  await app.ended('success');
});
