// l7: more than a thousand strings of script, through everything that an app or a person words, into every pane.
// Most sessions are driven without a browser; then one page of Link shows every answer by its own code, and nothing
// of it may run, and nothing may stand there that the page's policy has to stop.
import { documentOf } from '../support/app.js';
import { groups, packed, PAYLOADS } from '../support/payloads.js';
import { PageSession } from '../support/session.js';
import { expect, test } from '../support/test.js';

/** Runs in every frame of every test here: what a payload calls. */
const TRAP = () => {
  Object.assign(window, { runs: 0, pwned: () => void (/** @type {any} */ (window).runs += 1) });
};

test('l7_there_are_a_thousand_payloads', () => {
  expect(new Set(PAYLOADS).size).toBeGreaterThan(1000);
});

/**
 * Has a real page of Link show each piece of HTML, and looks at what came of it.
 * @param {import('../support/app.js').App} app
 * @param {string} token
 * @param {string[]} pieces
 */
async function show(app, token, pieces) {
  await app.page.addInitScript(TRAP);
  // The page's script, and one more line of its own that hands out the one place where it parses markup.
  await app.page.route(/\/link\/assets\/\w+\/frame\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()}\nglobalThis.shows = $markup.fill;` });
  });
  await app.open(token);
  const frame = await documentOf(app.page);
  const found = await frame.evaluate(async (pieces) => {
    const fill = /** @type {any} */ (globalThis).shows;
    const place = document.createElement('div');
    document.body.append(place);
    const strange = [];
    for (const piece of pieces) {
      fill(place, piece);
      for (const element of place.querySelectorAll('*')) {
        const handlers = element.getAttributeNames().filter((name) => name.startsWith('on'));
        const bad = element.matches('script, iframe, object, embed, base, meta, link, style, [href^="javascript:" i], [srcdoc]');
        if (bad || handlers.length > 0) strange.push(element.outerHTML.slice(0, 200));
      }
      place.querySelectorAll('dialog').forEach((dialog) => dialog.showModal());
      // Whatever loads or takes the focus by itself gets its chance.
      await new Promise((resolve) => setTimeout(resolve));
    }
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100)));
    place.remove();
    return { strange, runs: /** @type {any} */ (window).runs };
  }, pieces);
  expect(found).toEqual({ strange: [], runs: 0 });
}

/**
 * What a page would show of an answer.
 * @param {any} answer
 * @returns {string[]}
 */
function shownOf(answer) {
  return [answer.html, answer.chrome?.header, answer.chrome?.waiting].filter((piece) => typeof piece === 'string');
}

test('l7_the_name_of_an_app', async ({ app, api, server }) => {
  test.slow();
  // A name has at most thirty letters; the shortest of each kind fit.
  const short = ['<b onclick=pwned()>', '"onfocus=pwned() x="', '<svg onload=pwned()>', '<a href=//x>', '<img src onerror=pwned()>', "'-pwned()-'", '{{pwned()}}', '</h1><svg onload=pwned()>', '&lt;b onload=pwned()&gt;', '<script>pwned()</script>'];
  const tags = PAYLOADS.filter((payload) => payload.length <= 30);
  const pieces = [];
  for (const name of [...short, ...tags]) {
    const session = await PageSession.open(server.url, await api.token({ client_name: name }));
    await session.signIn('ins_109508', 'user_good', 'pass_good');
    await session.turn({ kind: 'back' });
    pieces.push(...session.answers.flatMap(shownOf));
  }
  expect(pieces.join('')).toContain('&#60;');
  await show(app, await api.token({ client_name: short[2] ?? '' }), pieces);
});

test('l7_the_names_of_accounts', async ({ app, api, server }) => {
  test.slow();
  const pieces = [];
  for (const group of groups(groups(PAYLOADS, 4), 10)) {
    const accounts = group.map((names, index) => ({
      type: 'depository',
      subtype: 'checking',
      starting_balance: index,
      meta: { name: names.join(' '), official_name: names.join(' '), mask: '0000' },
    }));
    const session = await PageSession.open(server.url, await api.token());
    const listed = await session.signIn('ins_109508', 'user_custom', JSON.stringify({ override_accounts: accounts }));
    expect(listed.pane).toBe('SELECT_ACCOUNT');
    const keys = [...listed.html.matchAll(/value="([^"]+)" data-account/g)].map((match) => match[1]);
    expect(keys).toHaveLength(group.length);
    const connected = await session.turn({ kind: 'accounts', keys });
    expect(connected.pane).toBe('CONNECTED');
    pieces.push(...session.answers.flatMap(shownOf));
  }
  await show(app, await api.token(), pieces);
});

test('l7_what_is_searched_for', async ({ app, api, server }) => {
  test.slow();
  const session = await PageSession.open(server.url, await api.token());
  await session.turn({ kind: 'agree' });
  const pieces = [];
  for (const query of PAYLOADS) {
    pieces.push((await session.search(query)).html);
  }
  await show(app, await api.token(), pieces);
});

test('l7_what_is_searched_for_is_typed', async ({ app, link, api, page }) => {
  await page.addInitScript(TRAP);
  await app.open(await api.token());
  await link.agree();
  await link.pane('SELECT_INSTITUTION');
  for (const query of PAYLOADS.slice(0, 30)) {
    await link.search(query);
    await expect(link.byId('institutions-none').or(link.byId('institution-results').locator('.tile').first())).toBeVisible();
  }
  const frame = await documentOf(page);
  expect(await frame.evaluate(() => /** @type {any} */ (window).runs)).toBe(0);
  await link.close();
  await app.exited();
});

test('l7_the_texts_of_a_customization', async ({ app, api, server }) => {
  test.slow();
  const pieces = [];
  // Other ones are refused: a text is one line of what can be seen.
  const fitting = PAYLOADS.map((payload) => payload.replace(/\t/g, ' ')).filter((payload) => /^[ -~]{1,160}$/.test(payload));
  expect(fitting.length).toBeGreaterThan(1000);
  for (const group of groups(packed(fitting, 160), 4)) {
    const [consent, institutions, connected, reconnected] = group;
    await api.post('/selvedge/link/customization/set', {
      name: 'hostile',
      texts: { consent, institutions, connected, reconnected },
    });
    const session = await PageSession.open(server.url, await api.token({ link_customization_name: 'hostile' }));
    const listed = await session.signIn('ins_109508', 'user_good', 'pass_good');
    const key = /value="([^"]+)" data-account/.exec(listed.html)?.[1];
    await session.turn({ kind: 'accounts', keys: [key] });
    expect(session.shown.pane).toBe('CONNECTED');
    pieces.push(...session.answers.flatMap(shownOf));
  }
  await show(app, await api.token(), pieces);
});

test('l7_names_and_answers_that_a_bank_refuses', async ({ app, api, server }) => {
  test.slow();
  const pieces = [];
  for (const group of groups(PAYLOADS.filter((_, index) => index % 8 === 0), 4)) {
    const session = await PageSession.open(server.url, await api.token());
    await session.signIn('ins_109508', group[0] ?? '', group[1] ?? '');
    await session.turn({ kind: 'credentials', fields: [['username', 'user_good'], ['password', `error_${group[2]}`]] });
    await session.turn({ kind: 'credentials', fields: [['username', 'user_good'], ['password', 'mfa_questions_1_1']] });
    await session.turn({ kind: 'answers', answers: [group[3] ?? 'x'] });
    for (const answer of session.answers) {
      expect(JSON.stringify(answer)).not.toContain(group[0]);
      pieces.push(...shownOf(answer));
    }
  }
  await show(app, await api.token(), pieces);
});

test('l7_a_hostile_app_and_a_hostile_bank_on_the_screen', async ({ app, link, api, page }) => {
  await page.addInitScript(TRAP);
  await api.post('/selvedge/link/customization/set', {
    name: 'screen',
    texts: { consent: PAYLOADS[0], institutions: PAYLOADS[2], connected: PAYLOADS[13] },
  });
  const token = await api.token({ client_name: '<svg onload=pwned()>', link_customization_name: 'screen' });
  await app.open(token);
  await expect(link.current).toContainText('<svg onload=pwned()>');
  await link.toBank();
  const accounts = PAYLOADS.slice(0, 10).map((name, index) => ({
    type: 'depository',
    subtype: 'checking',
    starting_balance: index,
    meta: { name, mask: '0000' },
  }));
  await link.signIn('user_custom', JSON.stringify({ override_accounts: accounts }));
  await link.pane('SELECT_ACCOUNT');
  for (const name of PAYLOADS.slice(0, 10)) await expect(link.current).toContainText(name);
  await link.pickAccounts([0]);
  await link.pane('CONNECTED');
  const frame = await documentOf(page);
  expect(await frame.evaluate(() => /** @type {any} */ (window).runs)).toBe(0);
  await link.finish();
  const { metadata } = await app.succeeded();
  expect(metadata.accounts[0].name).toBe(PAYLOADS[0]);
  expect(await page.evaluate(() => /** @type {any} */ (window).runs)).toBe(0);
});
