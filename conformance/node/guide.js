// The guide with the official Node client. Only the host is ours: `basePath`.

import assert from 'node:assert/strict';
import { Configuration, PlaidApi } from 'plaid';

const connect = (clientId, secret) => new PlaidApi(new Configuration({
  basePath: process.env.SELVEDGE_URL,
  baseOptions: {
    headers: { 'PLAID-CLIENT-ID': clientId, 'PLAID-SECRET': secret, 'Plaid-Version': '2020-09-14' },
    timeout: 30_000,
  },
}));

const keys = [process.env.CLIENT_ID, process.env.SECRET];
const app = connect(...keys);

async function step(name, action) {
  try {
    await action();
    console.log(`pass ${name}`);
  } catch (error) {
    console.log(`fail ${name}`);
    console.log(error.response ? { status: error.response.status, ...error.response.data } : error);
  }
}

// Awaits a call that must be refused with this error.
async function refused(call, type, code) {
  const { response } = await call.then(() => assert.fail('was not refused'), (error) => error);
  assert.equal(response?.status, 400);
  assert.equal(response.data.error_type, type);
  assert.equal(response.data.error_code, code);
  assert.ok(response.data.error_message);
  assert.ok(response.data.request_id);
  assert.equal(response.data.display_message, null);
}

let publicToken;
let accessToken;
let accountId;
let processorToken;
let partner;

await step('creates a link token', async () => {
  const { data } = await app.linkTokenCreate({
    client_name: 'Guide',
    language: 'en',
    country_codes: ['US'],
    products: ['auth', 'identity'],
    user: { client_user_id: 'user-1' },
  });
  assert.match(data.link_token, /^link-sandbox-/);
  assert.ok(new Date(data.expiration) > new Date());
});

await step('gets a public token', async () => {
  const { data } = await app.sandboxPublicTokenCreate({
    institution_id: 'ins_109508',
    initial_products: ['auth', 'identity'],
  });
  publicToken = data.public_token;
  assert.match(publicToken, /^public-sandbox-/);
});

await step('exchanges it for an access token', async () => {
  const { data } = await app.itemPublicTokenExchange({ public_token: publicToken });
  accessToken = data.access_token;
  assert.match(accessToken, /^access-sandbox-/);
  assert.ok(data.item_id);
});

await step('lists the accounts', async () => {
  const { data } = await app.accountsGet({ access_token: accessToken });
  assert.equal(data.accounts[0].name, 'Plaid Checking');
  assert.equal(data.accounts[0].mask, '0000');
});

await step('reads balances', async () => {
  const { data } = await app.accountsBalanceGet({ access_token: accessToken });
  assert.equal(data.accounts[0].balances.available, 100);
  assert.equal(data.accounts[0].balances.current, 110);
});

await step('reads account and routing numbers', async () => {
  const { data } = await app.authGet({ access_token: accessToken });
  const [first] = data.numbers.ach;
  accountId = first.account_id;
  assert.equal(first.account, '1111222233330000');
  assert.equal(first.routing, '011401533');
});

await step('reads who owns the account', async () => {
  const { data } = await app.identityGet({ access_token: accessToken });
  assert.ok(data.accounts[0].owners[0].names.length > 0);
});

await step('makes a processor token', async () => {
  const { data } = await app.processorTokenCreate({
    access_token: accessToken,
    account_id: accountId,
    processor: 'dwolla',
  });
  processorToken = data.processor_token;
  assert.match(processorToken, /^processor-sandbox-/);
});

// Partners are Selvedge's own: no client has a method for them.
await step('registers a partner', async () => {
  const answer = await fetch(`${process.env.SELVEDGE_URL}/selvedge/partners/create`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'PLAID-CLIENT-ID': keys[0], 'PLAID-SECRET': keys[1] },
    body: JSON.stringify({ processor: 'dwolla', name: 'Guide partner' }),
  });
  assert.equal(answer.status, 200);
  const { client_id: id, secret } = await answer.json();
  partner = connect(id, secret);
});

await step('lets the partner read the numbers', async () => {
  const { data } = await partner.processorAuthGet({ processor_token: processorToken });
  assert.equal(data.numbers.ach.account, '1111222233330000');
  assert.equal(data.account.account_id, accountId);
});

await step('keeps the numbers from everybody else', async () => {
  await assert.rejects(app.processorAuthGet({ processor_token: processorToken }), (error) => error.response?.status === 400);
});

await step('refuses a used public token', async () => {
  await refused(app.itemPublicTokenExchange({ public_token: publicToken }), 'INVALID_INPUT', 'INVALID_PUBLIC_TOKEN');
});

await step('refuses an unknown access token', async () => {
  await refused(app.authGet({ access_token: 'access-sandbox-nobody' }), 'INVALID_INPUT', 'INVALID_ACCESS_TOKEN');
});

await step('removes the Item', async () => {
  const { data } = await app.itemRemove({ access_token: accessToken });
  assert.ok(data.request_id);
});

await step('knows the Item no more', async () => {
  await refused(app.authGet({ access_token: accessToken }), 'ITEM_ERROR', 'ITEM_NOT_FOUND');
});
