// The official quickstart's React page against us, unchanged, by the two ways that need no change: the vendor's
// address answered by the test, and the vendor's name pointed at our server. QUICKSTART_DIR names a checkout whose
// front end is installed (npm ci); without one a page of ours that does the same stands in for it.
import { SCRIPT, checkoutSite, ownSite } from '../quickstart/site.js';
import { Link } from '../support/link.js';
import { expect, test } from '../support/test.js';
import { tlsFront } from '../support/tls.js';

const CHECKOUT = process.env['QUICKSTART_DIR'];

/**
 * @type {[string, (api: import('../support/api.js').Api) => Promise<import('../quickstart/site.js').Site>][]}
 */
const SITES = [
  ['a page like the quickstart', ownSite],
  ['the unmodified quickstart', (api) => checkoutSite(CHECKOUT ?? '', api)],
];

/**
 * What a developer does who tries the quickstart.
 * @param {import('@playwright/test').Page} page
 * @param {string} origin
 */
async function tryIt(page, origin) {
  await page.goto(origin);
  await page.getByRole('button', { name: 'Launch Link' }).click();
  const link = new Link(page.frameLocator('#plaid-link-iframe-1'), page);
  await link.complete();
  await page.getByRole('button', { name: 'Send request' }).first().click();
  await expect(page.getByText('1111222233330000')).toBeVisible();
  await expect(page.locator('iframe')).toHaveCount(0);
}

for (const [name, start] of SITES) {
  test.describe(name, () => {
    test.skip(name.startsWith('the unmodified') && !CHECKOUT, 'not asked for: QUICKSTART_DIR names no checkout');
    test.describe.configure({ timeout: 120_000 });

    test('works with the vendor’s address answered by the test', async ({ page, api, server, guard }) => {
      guard.allow(/React DevTools|favicon|status of 404/);
      guard.own.push('cdn.plaid.com');
      const site = await start(api);
      try {
        const script = await (await fetch(`${server.url}/link/v2/stable/link-initialize.js`)).text();
        await page.route(SCRIPT, (route) => route.fulfill({ contentType: 'application/javascript', body: script }));
        await tryIt(page, site.origin);
      } finally {
        await site.stop();
      }
    });

    test('works with the vendor’s name pointed at our server', async ({ playwright, launchOptions, api, server }) => {
      const site = await start(api);
      const front = await tlsFront('cdn.plaid.com', server.url);
      const browser = await playwright.chromium.launch({
        ...launchOptions,
        args: [`--host-resolver-rules=MAP cdn.plaid.com 127.0.0.1:${front.port}`],
      });
      try {
        const page = await browser.newPage({ ignoreHTTPSErrors: true });
        await tryIt(page, site.origin);
        expect(new Set(front.hosts)).toEqual(new Set(['cdn.plaid.com']));
      } finally {
        await browser.close();
        await front.stop();
        await site.stop();
      }
    });
  });
}
