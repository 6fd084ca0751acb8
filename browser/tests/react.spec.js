// Pages that use react-plaid-link from npm, unchanged, in each of its major versions.
import { VENDOR_SCRIPT } from '../support/app-server.js';
import { FRAME } from '../support/app.js';
import { expect, test } from '../support/test.js';

for (const version of [3, 4, 5]) {
  test.describe(`react-plaid-link ${version}`, () => {
    test.beforeEach(async ({ app, appServer, page, guard }) => {
      // React says in the console that its development tools exist.
      guard.allow(/React DevTools/);
      appServer.page('/react', { code: `react-${version}`, body: '<div id="root"></div>' });
      await page.route(VENDOR_SCRIPT, (route) => route.abort());
      await app.goto('/react');
    });

    test.afterEach(({ guard }) => {
      expect(guard.urls.filter((url) => url.startsWith('https://cdn.plaid.com'))).toEqual([]);
    });

    for (const strict of [false, true]) {
      test(`a bank is linked${strict ? ' in strict mode' : ''}`, async ({ app, link, api, page }) => {
        await page.evaluate((props) => window.app.show(props), { token: await api.token(), strict });
        await page.getByRole('button', { name: 'Connect' }).click();
        await link.complete();
        const { publicToken } = await app.succeeded();
        await api.exchange(publicToken);
      });
    }

    test('leaving is told', async ({ app, link, api, page }) => {
      await page.evaluate((props) => window.app.show(props), { token: await api.token() });
      await page.getByRole('button', { name: 'Connect' }).click();
      await link.pane('CONSENT');
      await link.byId('link-close').click();
      await app.exited();
    });

    test('a component that goes away takes Link along', async ({ app, link, api, page }) => {
      await page.evaluate((props) => window.app.show(props), { token: await api.token() });
      await page.getByRole('button', { name: 'Connect' }).click();
      await link.toBank();
      await link.pane('CREDENTIAL');
      await page.evaluate(() => window.app.hide());
      await expect(page.locator(FRAME)).toHaveCount(0);
      await expect(page.locator('dialog')).toHaveCount(0);
      expect(await page.evaluate(() => document.body.style.overflow)).toBe('');
      await app.called('exit');
    });

    test('another token makes another session', async ({ app, link, api, page }) => {
      const tokens = [await api.token(), await api.token()];
      await page.evaluate((props) => window.app.show(props), { token: tokens[0] ?? '' });
      await page.getByRole('button', { name: 'Connect' }).click();
      await link.pane('CONSENT');
      await page.evaluate((props) => window.app.show(props), { token: tokens[1] ?? '' });
      await expect(page.locator(FRAME)).toHaveCount(0);
      await app.called('exit');
      await page.evaluate(() => window.app.log.splice(0));
      await page.getByRole('button', { name: 'Connect' }).click();
      await link.complete();
      await app.succeeded();
      expect(await api.sessions(tokens[1] ?? '')).toHaveLength(1);
    });

    test('tiles stand in the page and open Link', async ({ app, link, api, page }) => {
      await page.evaluate((props) => window.app.show(props), { token: await api.token(), embedded: true });
      const tiles = page.frameLocator('#root iframe');
      await tiles.getByTestId('institution-ins_109508').click();
      await link.agree();
      await link.signIn();
      await link.pickAccounts();
      await link.finish();
      await app.called('success');
      expect((await app.events())[0]?.name).toBe('OPEN');
    });
  });
}
