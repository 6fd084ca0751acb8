// Several banks in one session.
import { expect, test } from '../support/test.js';

/** @param {import('../support/api.js').Api} api */
async function severalItems(api) {
  const { user_id } = await api.post('/user/create', { client_user_id: crypto.randomUUID() });
  return api.token({ user: undefined, user_id, enable_multi_item_link: true });
}

test('two banks are linked one after the other, and the server gets both', async ({ app, link, api }) => {
  const token = await severalItems(api);
  await app.open(token);
  await link.toAccounts();
  await link.pickAccounts();
  await link.pane('CONNECTED');
  await link.byId('connected-another').click();
  await link.choose('ins_109509');
  await link.signIn();
  await link.pickAccounts([1]);
  await link.pane('CONNECTED');
  await expect(link.current).toContainText('First Platypus Bank');
  await expect(link.current).toContainText('First Gingham Credit Union');
  await link.finish();

  const { publicToken, metadata, events } = await app.succeeded();
  expect(publicToken || null).toBeNull();
  expect(metadata.accounts).toEqual([]);
  expect(metadata.public_token).toBeNull();
  expect(events.filter((event) => event.name === 'HANDOFF').map((event) => event.metadata['institution_id'])).toEqual([
    'ins_109508',
    'ins_109509',
  ]);

  const [session] = await api.sessions(token);
  const results = session.results.item_add_results;
  expect(results.map((/** @type {any} */ result) => result.institution.institution_id).sort()).toEqual([
    'ins_109508',
    'ins_109509',
  ]);
  for (const result of results) {
    const { access_token } = await api.exchange(result.public_token);
    expect((await api.auth(access_token)).numbers.ach).toHaveLength(1);
  }
});

test('leaving after one linked bank is a success', async ({ app, link, api }) => {
  const token = await severalItems(api);
  await app.open(token);
  await link.toAccounts();
  await link.pickAccounts();
  await link.pane('CONNECTED');
  await link.byId('connected-another').click();
  await link.pane('SELECT_INSTITUTION');
  await link.close();
  const { events } = await app.succeeded('EXIT');
  expect(events.filter((event) => event.name === 'HANDOFF')).toHaveLength(1);
  const [session] = await api.sessions(token);
  expect(session.results.item_add_results).toHaveLength(1);
});
