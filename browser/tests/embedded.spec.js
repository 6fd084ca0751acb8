// Tiles in a page: as many as fit, a search, and Link over the page once one is pressed.
import { FRAME } from '../support/app.js';
import { Link } from '../support/link.js';
import { outline } from '../support/events.js';
import { expect, test } from '../support/test.js';

/**
 * Puts tiles into the page.
 * @param {import('../support/app.js').App} app
 * @param {string} token
 * @param {string} width
 * @param {string} height
 */
async function embed(app, token, width, height) {
  await app.goto();
  await app.page.evaluate(({ token, width, height }) => void window.app.embed({ token }, width, height), {
    token,
    width,
    height,
  });
  const tiles = app.page.frameLocator('#tiles iframe');
  await expect(tiles.locator('[data-testid^="institution-ins_"]').first()).toBeVisible();
  return tiles;
}

for (const [width, height, atLeast, atMost] of /** @type {[string, string, number, number][]} */ ([
  ['300px', '350px', 2, 8],
  ['350px', '300px', 2, 8],
  ['600px', '400px', 4, 15],
  ['1000px', '600px', 8, 15],
])) {
  test(`tiles fill a container of ${width} by ${height}`, async ({ app, api, page }) => {
    const tiles = await embed(app, await api.token(), width, height);
    const frame = await page.locator('#tiles iframe').boundingBox();
    const box = await page.locator('#tiles').boundingBox();
    expect(frame).toEqual(box);
    const shown = await tiles.locator('[data-testid^="institution-ins_"]').evaluateAll(
      (elements) =>
        elements
          .map((element) => element.getBoundingClientRect())
          .filter((rectangle) => rectangle.width > 0 && rectangle.bottom <= innerHeight + 1).length,
    );
    expect(shown).toBeGreaterThanOrEqual(atLeast);
    expect(shown).toBeLessThanOrEqual(atMost);
    const overflow = await tiles.locator('html').evaluate((html) => [html.scrollWidth - html.clientWidth]);
    expect(overflow).toEqual([0]);
  });
}

test('a tile opens Link past the choice of a bank, with the events in their order', async ({ app, api, page }) => {
  const tiles = await embed(app, await api.token(), '600px', '400px');
  await tiles.getByTestId('institution-ins_109508').click();
  const link = new Link(page.frameLocator(`dialog ${FRAME}, body > * > ${FRAME}`).first(), page);
  await link.agree();
  await link.signIn();
  await link.pickAccounts();
  await link.finish();
  await app.called('success');
  expect(outline(await app.events()).slice(0, 4)).toEqual([
    'OPEN CONSENT',
    'SELECT_INSTITUTION',
    'TRANSITION_VIEW CONSENT',
    'TRANSITION_VIEW CREDENTIAL',
  ]);
  await expect(page.locator('#tiles iframe')).toHaveCount(1);
});

test('a tile of a bank with pages of its own leads there', async ({ app, api, page }) => {
  const tiles = await embed(app, await api.token(), '600px', '400px');
  await tiles.getByTestId('institution-search').fill('Platypus OAuth Bank');
  await tiles.getByTestId('institution-ins_127287').click();
  const link = new Link(page.frameLocator(`dialog ${FRAME}`).first(), page);
  await link.agree();
  await link.pane('OAUTH');
  expect(outline(await app.events()).slice(-1)).toEqual(['TRANSITION_VIEW OAUTH']);
});

test('a bank that has no tile is found by its name', async ({ app, api }) => {
  const tiles = await embed(app, await api.token(), '300px', '350px');
  await tiles.getByTestId('institution-search').fill('paplin stret');
  await expect(tiles.getByTestId('institution-ins_900111')).toBeVisible();
});

test('destroy takes the tiles away', async ({ app, api, page }) => {
  await embed(app, await api.token(), '600px', '400px');
  await page.evaluate(() => window.app.handlers[0].destroy());
  await expect(page.locator('#tiles iframe')).toHaveCount(0);
  await page.evaluate(() => window.app.handlers[0].destroy());
});

test('the return value has destroy and no open', async ({ app, api, page }) => {
  await embed(app, await api.token(), '600px', '400px');
  expect(await page.evaluate(() => [typeof window.app.handlers[0].destroy, typeof window.app.handlers[0].open])).toEqual([
    'function',
    'undefined',
  ]);
});
