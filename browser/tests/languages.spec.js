// All 17 languages: the first panes speak them, and say so.
import { documentOf } from '../support/app.js';
import { expect, test } from '../support/test.js';

const LANGUAGES = ['da', 'nl', 'en', 'et', 'fr', 'de', 'hi', 'it', 'lv', 'lt', 'no', 'pl', 'pt', 'ro', 'es', 'sv', 'vi'];

/** What stands in English on the first three panes; read once. @type {Promise<string[]> | undefined} */
let english;

/**
 * @param {import('../support/app.js').App} app
 * @param {import('../support/api.js').Api} api
 * @param {string} language
 */
async function headings(app, api, language) {
  const { link, page } = app;
  await page.setViewportSize({ width: 320, height: 700 });
  await app.open(await api.token({ language }));
  const frame = await documentOf(page);
  /** @type {string[]} */
  const texts = [];
  const read = async () => {
    texts.push(await link.current.getByRole('heading', { level: 1 }).innerText());
    texts.push(await link.current.locator('button, p').last().innerText());
    expect(await frame.evaluate(() => document.documentElement.lang)).toBe(language);
    expect(await frame.evaluate(() => document.documentElement.scrollWidth <= innerWidth), language).toBe(true);
    // A key that has no words would stand there itself.
    expect(await link.current.innerText()).not.toMatch(/\b(consent|institutions|credentials|button|scope)-[a-z_-]+/);
  };
  await read();
  await link.agree();
  await link.pane('SELECT_INSTITUTION');
  await read();
  await link.choose('ins_109508');
  await link.pane('CREDENTIAL');
  await read();
  return texts;
}

for (const language of LANGUAGES) {
  test(`Link speaks ${language}`, async ({ app, api }) => {
    const texts = await headings(app, api, language);
    if (language !== 'en') {
      english ??= headings(app, api, 'en');
      const original = await english;
      for (const index of [0, 2, 4]) expect(texts[index], `${language} ${index}`).not.toBe(original[index]);
    }
  });
}

test('a long app name, a long bank name and a long account name fit in German', async ({ app, link, api, page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await app.open(await api.token({ language: 'de', client_name: 'Donaudampfschifffahrtsgesell.' }));
  await link.toBank('ins_133402');
  await expect(link.current).toContainText('Unsupported Platypus Bank');
  const frame = await documentOf(page);
  expect(await frame.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});
