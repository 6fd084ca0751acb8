// Every pane at the sizes people have: nothing is cut off, and there is nothing to scroll sideways.
// The pictures that it takes are for the eye, in the folder that PICTURES names; nothing compares them.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { documentOf } from '../support/app.js';
import { PANES, showAs, withoutMotion } from '../support/panes.js';
import { expect, test } from '../support/test.js';

const PICTURES = process.env['PICTURES'];

/** @type {[string, {width: number, height: number}, 'light' | 'dark'][]} */
const SCREENS = [
  ['phone', { width: 320, height: 640 }, 'light'],
  ['phone-dark', { width: 320, height: 640 }, 'dark'],
  ['desktop', { width: 1280, height: 800 }, 'light'],
  ['desktop-dark', { width: 1280, height: 800 }, 'dark'],
  // What a window of 1280 by 1024 is at a zoom of 400 %.
  ['zoomed', { width: 320, height: 256 }, 'light'],
];

for (const [name, { pane, go, token }] of Object.entries(PANES)) {
  test(`${name} fits every screen`, async ({ app, link, api, page }) => {
    await app.open(await api.token(token));
    await go(link);
    await link.pane(pane);
    const frame = await documentOf(page);
    for (const [screen, size, colorScheme] of SCREENS) {
      await showAs(page, frame, { size, colorScheme });
      if (PICTURES) {
        await mkdir(PICTURES, { recursive: true });
        await page.screenshot({ path: join(PICTURES, `${name}-${screen}.png`) });
      }
      const found = await frame.evaluate(measure);
      expect(found, `${name} on ${screen}`).toEqual({ sideways: [], slides: [], small: [], unreachable: [] });
    }
  });
}

/** Looks for what is wider than the screen, for what can slip, for controls too small for a thumb, for what cannot be scrolled to. */
function measure() {
  /** @param {Element} element */
  const shown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const named = (/** @type {Element} */ element) =>
    `${element.tagName} ${element.getAttribute('data-testid') ?? element.className}`;
  const sideways = [...document.querySelectorAll('*')]
    .filter((element) => shown(element) && getComputedStyle(element).overflowX !== 'visible')
    .filter((element) => !['INPUT', 'TEXTAREA'].includes(element.tagName) && getComputedStyle(element).textOverflow !== 'ellipsis')
    .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1)
    .map(named);
  if (document.documentElement.scrollWidth > innerWidth) sideways.push('the document');
  // What is cut off and nobody can scroll to moves all the same when something in it takes the focus.
  const slides = [...document.querySelectorAll('*')]
    .filter((element) => shown(element) && getComputedStyle(element).overflowY === 'hidden' && element.clientHeight > 1)
    .filter((element) => getComputedStyle(element).webkitLineClamp === 'none')
    .filter((element) => element.scrollHeight > element.clientHeight + 1)
    .map(named);
  // What lies over a pane takes all clicks while it is open.
  const reach = document.querySelector('dialog[open]') ?? document;
  const controls = [...reach.querySelectorAll('button, select, input:not([type=checkbox], [type=radio], [type=hidden])')];
  const small = controls
    .filter(shown)
    .filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 1 && (box.height < 43.5 || box.width < 43.5);
    })
    .map(named);
  const unreachable = controls
    .filter(shown)
    .filter((element) => {
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      const box = element.getBoundingClientRect();
      const centre = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      return box.width > 1 && !(centre && (element.contains(centre) || centre.contains(element)));
    })
    .map(named);
  scrollTo(0, 0);
  return { sideways, slides, small, unreachable };
}

test('nothing moves for those who want no motion', async ({ app, link, api, page }) => {
  await app.open(await api.token());
  const frame = await documentOf(page);
  await withoutMotion(page, frame);
  await frame.evaluate(() => {
    const seen = /** @type {string[]} */ ([]);
    Object.assign(window, { seen });
    for (const kind of ['animationstart', 'transitionrun']) {
      document.addEventListener(kind, (event) => seen.push(`${kind} ${/** @type {Element} */ (event.target).className}`), true);
    }
  });
  await link.agree();
  await link.choose('ins_109508');
  await link.pane('CREDENTIAL');
  expect(await frame.evaluate(() => [/** @type {any} */ (window).seen, document.getAnimations().length])).toEqual([[], 0]);
});

test('on a phone Link stands at the bottom and takes the whole width', async ({ app, link, api, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await app.open(await api.token());
  const sheet = await link.byId('link-sheet').boundingBox();
  expect(sheet?.width).toBe(390);
  expect((sheet?.y ?? 0) + (sheet?.height ?? 0)).toBeCloseTo(844, 0);
});

test('on a desktop Link stands in the middle and takes no more than it needs', async ({ app, link, api }) => {
  await app.open(await api.token());
  await expect(async () => {
    const sheet = await link.byId('link-sheet').boundingBox();
    expect(sheet?.width).toBe(400);
    expect(sheet?.height).toBeLessThanOrEqual(680);
    expect((sheet?.x ?? 0) + 200).toBeCloseTo(640, 0);
  }).toPass();
});

test('what is scrolled fades at the top as well, and not before', async ({ app, link, api }) => {
  await app.open(await api.token());
  await link.agree();
  await link.pane('SELECT_INSTITUTION');
  const content = link.current.locator('.content');
  const mask = () => content.evaluate((element) => getComputedStyle(element).maskImage.replace(/\s+/g, ' '));
  const unscrolled = await mask();
  await content.evaluate((element) => element.scrollTo(0, 60));
  await expect.poll(mask).not.toBe(unscrolled);
  await content.evaluate((element) => element.scrollTo(0, 0));
  await expect.poll(mask).toBe(unscrolled);
});
