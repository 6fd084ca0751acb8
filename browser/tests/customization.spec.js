// What an app can change about Link's look and words, and when that counts.
import { deflateSync } from 'node:zlib';
import { expect, test } from '../support/test.js';

/** A square of one colour as PNG. @param {number} side */
function png(side) {
  /** @param {string} kind @param {Buffer} data */
  const chunk = (kind, data) => {
    const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.concat(Array.from({ length: side }, () => Buffer.concat([Buffer.from([0]), Buffer.alloc(side * 3, 0x55)])));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]).toString('base64');
}

/** @param {Buffer} bytes */
function crc(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

test('texts, logo and colour of an app stand in Link', async ({ app, link, api, page }) => {
  await api.post('/selvedge/link/customization/set', {
    name: 'fern',
    accent_color: '#7a1fa2',
    logo: png(64),
    texts: {
      consent: 'Fern keeps an eye on your savings.',
      institutions: 'Where do you bank?',
      connected: 'Your fern is planted.',
    },
  });
  await app.open(await api.token({ link_customization_name: 'fern' }));
  await expect(link.current).toContainText('Fern keeps an eye on your savings.');
  const logo = link.root.locator('img[src*="/link/logo/"]').first();
  await expect(logo).toBeVisible();
  expect(await logo.evaluate((image) => /** @type {HTMLImageElement} */ (image).naturalWidth)).toBe(64);
  const colour = await link.byId('consent-continue').evaluate((button) => getComputedStyle(button).backgroundColor);
  expect(colour).toBe('rgb(122, 31, 162)');
  await link.agree();
  await expect(link.current).toContainText('Where do you bank?');
  await link.choose('ins_109508');
  await link.signIn();
  await link.pickAccounts();
  await link.pane('CONNECTED');
  await expect(link.current).toContainText('Your fern is planted.');
});

test('a colour that nobody could read is made readable', async ({ app, link, api, page }) => {
  const { customization } = await api.post('/selvedge/link/customization/set', { name: 'pale', accent_color: '#ffff66' });
  expect(customization.accent).toMatchObject({ given: '#ffff66', adjusted: ['light'] });
  await app.open(await api.token({ link_customization_name: 'pale' }));
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const [back, fore] = await link.byId('consent-continue').evaluate((button) => {
      const style = getComputedStyle(button);
      return [style.backgroundColor, style.color];
    });
    expect(contrast(back ?? '', fore ?? ''), `${colorScheme}: ${fore} on ${back}`).toBeGreaterThanOrEqual(4.5);
  }
});

test('a customization for another language or other countries does not count', async ({ app, link, api }) => {
  await api.post('/selvedge/link/customization/set', {
    name: 'french',
    language: 'fr',
    country_codes: ['FR'],
    texts: { consent: 'Bonjour de la fougère' },
  });
  await app.open(await api.token({ link_customization_name: 'french' }));
  await expect(link.current).not.toContainText('Bonjour');
});

test('a chosen appearance counts more than that of the system', async ({ app, link, api, page }) => {
  await api.post('/selvedge/link/customization/set', { name: 'night', appearance: 'DARK' });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await app.open(await api.token({ link_customization_name: 'night' }));
  expect(await link.byId('link-sheet').evaluate((sheet) => getComputedStyle(sheet).colorScheme)).toBe('dark');
});

test('a list of institutions is the list that is offered', async ({ app, link, api }) => {
  await api.post('/selvedge/link/customization/set', { name: 'two', institutions: ['ins_109510', 'ins_109508'] });
  await app.open(await api.token({ link_customization_name: 'two' }));
  await link.agree();
  await link.pane('SELECT_INSTITUTION');
  const ids = await link.current
    .locator('[data-testid^="institution-ins_"]')
    .evaluateAll((tiles) => tiles.map((tile) => tile.getAttribute('data-testid')));
  expect(ids).toEqual(['institution-ins_109510', 'institution-ins_109508']);
});

test('an app whose name is too long is not named', async ({ app, link, api }) => {
  const name = 'A name that is longer than thirty letters';
  await app.open(await api.token({ client_name: name }));
  await expect(link.current).not.toContainText('A name that');
  await expect(link.current).toContainText(/this app/i);
});

test('l8_a_name_that_plays_tricks_is_cleaned', async ({ app, link, api }) => {
  await app.open(await api.token({ client_name: 'Fern\u202e\u200b\u2066 Savings' }));
  const text = await link.root.locator('body').innerText();
  expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b-\u200f\ufeff]/);
  expect(text).toContain('Fern');
});

/** @param {string} one @param {string} two */
function contrast(one, two) {
  /** @param {string} colour */
  const light = (colour) => {
    const parts = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map((part) => {
      const value = Number(part) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * (parts[0] ?? 0) + 0.7152 * (parts[1] ?? 0) + 0.0722 * (parts[2] ?? 0);
  };
  const [high, low] = [light(one), light(two)].sort((a, b) => b - a);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}
