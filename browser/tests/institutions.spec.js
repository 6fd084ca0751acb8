// Choosing a bank: searching, banks that are unwell or not offered, a known routing number, one bank given.
import { outline } from '../support/events.js';
import { expect, test } from '../support/test.js';

test('a bank is found although its name is mistyped', async ({ app, link, api }) => {
  await app.open(await api.token());
  await link.agree();
  await link.search('tattersal fedral');
  await expect(link.byId('institution-ins_109510')).toBeVisible();
  await link.byId('institution-ins_109510').click();
  await link.pane('CREDENTIAL');
  await expect(link.current).toContainText('Tattersall Federal Credit Union');
  await link.leave();
  const { events } = await app.exited();
  const search = events.filter((event) => event.name === 'SEARCH_INSTITUTION');
  expect(search).toHaveLength(1);
  expect(search[0]?.metadata['institution_search_query']).toBe('tattersal fedral');
});

test('the best match stands first, and everything found is announced', async ({ app, link, api }) => {
  await app.open(await api.token());
  await link.agree();
  await link.search('houndstooth');
  await expect(link.byId('institution-results').locator('.InstitutionSearchResult').first()).toContainText('Houndstooth Bank');
  await expect(link.root.getByRole('status')).toContainText(/\d/);
});

test('a search that finds nothing says what to do next', async ({ app, link, api }) => {
  await app.open(await api.token());
  await link.agree();
  await link.search('zzzz qqqq xxxx');
  await expect(link.byId('institutions-none')).toBeVisible();
  await expect(link.root.locator('.InstitutionSearchResult')).toHaveCount(0);
  await link.search('');
  await expect(link.byId('institutions-none')).toBeHidden();
  await expect(link.byId('institution-ins_109508')).toBeVisible();
  await link.close();
  const { metadata } = await app.exited();
  expect(metadata.status).toBe('institution_not_found');
});

test('the results are walked by arrow keys', async ({ app, link, api, page }) => {
  await app.open(await api.token());
  await link.agree();
  await link.pane('SELECT_INSTITUTION');
  const search = link.byId('institution-search');
  await search.focus();
  await page.keyboard.type('First Platypus Bank', { delay: 5 });
  const first = link.byId('institution-results').locator('.InstitutionSearchResult').first();
  await expect(first).toContainText('First Platypus Bank');
  await page.keyboard.press('ArrowDown');
  await expect(first).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await link.pane('CREDENTIAL');
});

test('a bank that works badly warns and goes on', async ({ app, link, api }) => {
  await app.open(await api.token());
  await link.toBank('ins_132363');
  await expect(link.current).toContainText('Degraded');
  await link.byId('unwell-continue').click();
  await link.signIn();
  await link.pickAccounts();
  await link.finish();
  const { events } = await app.succeeded();
  expect(outline(events)).toContain('SELECT_DEGRADED_INSTITUTION');
});

test('a bank that is down offers another one', async ({ app, link, api }) => {
  await app.open(await api.token());
  await link.toBank('ins_132361');
  await expect(link.byId('unwell-continue')).toHaveCount(0);
  await link.byId('unwell-another').click();
  await link.choose('ins_109508');
  await link.signIn();
  await link.pickAccounts();
  await link.finish();
  const { events } = await app.succeeded();
  expect(outline(events)).toContain('SELECT_DOWN_INSTITUTION');
});

test('a bank that is not supported says so, and leaving there says so too', async ({ app, link, api }) => {
  await app.open(await api.token());
  await link.toBank('ins_133402');
  await link.pane('UNWELL');
  await expect(link.byId('unwell-another')).toBeVisible();
  await link.close();
  const { metadata, events } = await app.exited();
  expect(metadata.status).toBe('institution_not_supported');
  expect(outline(events)).toContain('SELECT_FILTERED_INSTITUTION');
});

test('the bank of a known routing number stands first', async ({ app, link, api }) => {
  const { institutions } = await api.post('/institutions/get', {
    count: 50,
    offset: 0,
    country_codes: ['US'],
    options: { products: ['auth'] },
  });
  /** @type {Map<string, string[]>} */
  const owners = new Map();
  for (const { institution_id, routing_numbers } of institutions) {
    for (const number of routing_numbers) owners.set(number, [...(owners.get(number) ?? []), institution_id]);
  }
  const known = [...owners].find(([, ids]) => ids.length === 1);
  if (!known) throw new Error('no test bank has a routing number of its own');
  const [routing, [bank]] = known;
  await app.open(await api.token({ institution_data: { routing_number: routing } }));
  await link.agree();
  await link.pane('SELECT_INSTITUTION');
  await expect(link.current.locator('[data-testid^="institution-ins_"]').first()).toHaveAttribute(
    'data-testid',
    `institution-${bank}`,
  );
  await link.byId(`institution-${bank}`).click();
  await expect.poll(() => app.eventNames()).toContain('MATCHED_SELECT_INSTITUTION');
  const matched = (await app.events()).find((event) => event.name === 'MATCHED_SELECT_INSTITUTION');
  expect(matched?.metadata['match_reason']).toBe('routing_number');
  expect(matched?.metadata['institution_id']).toBe(bank);
});

test('only banks of the given countries are offered', async ({ app, link, api }) => {
  await app.open(await api.token({ country_codes: ['CA'] }));
  await link.agree();
  await link.search('platypus');
  await expect(link.byId('institution-ins_109508')).toHaveCount(0);
  await link.search('tartan');
  await expect(link.byId('institution-ins_43')).toBeVisible();
  await expect(link.byId('institution-ins_109511')).toHaveCount(0);
});

test('a bank that the app names is not asked for', async ({ app, link, api }) => {
  await app.open(await api.token({ institution_id: 'ins_109509' }));
  await link.agree();
  await link.signIn();
  await link.pickAccounts();
  await link.finish();
  const { metadata } = await app.succeeded();
  expect(metadata.institution.institution_id).toBe('ins_109509');
});

test('every tile has a woven swatch that is an image of its own', async ({ app, link, api, server }) => {
  await app.open(await api.token());
  await link.agree();
  await link.pane('SELECT_INSTITUTION');
  const sources = await link.current.locator('[data-testid^="institution-ins_"] img').evaluateAll((images) =>
    images.map((image) => [image.getAttribute('src') ?? '', image.getAttribute('alt')]),
  );
  expect(sources.length).toBeGreaterThan(5);
  for (const [source, alt] of sources) {
    expect(alt).toBe('');
    const answer = await fetch(new URL(source ?? '', server.url));
    expect(answer.headers.get('content-type')).toContain('image/svg+xml');
    expect(answer.headers.get('cache-control')).toContain('immutable');
  }
});
