// The examples of the documentation, run as they stand there: only the addresses and the link token are filled in.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { FRAME } from '../support/app.js';
import { Link } from '../support/link.js';
import { expect, test } from '../support/test.js';

const EXAMPLE = 'https://link.example.org';

/**
 * The example of this name.
 * @param {string} file
 * @param {string} name
 */
async function example(file, name) {
  const text = await readFile(new URL(`../../docs/link/${file}.md`, import.meta.url), 'utf8');
  const found = new RegExp(`^\`\`\`\\w+ ${name.replaceAll('.', '\\.')}\\n([^]*?)^\`\`\`$`, 'm').exec(text);
  if (!found?.[1]) throw new Error(`${file}.md has no example ${name}`);
  return found[1];
}

/**
 * Serves files as a page of the app, under the policy that the documentation asks for.
 * @param {import('@playwright/test').Page} page
 * @param {import('../support/app-server.js').AppServer} app
 * @param {Record<string, string>} files
 * @param {string} [policy]
 */
async function serve(page, app, files, policy) {
  const asked = policy ?? (await example('web', 'policy')).trim().replaceAll(EXAMPLE, app.link);
  const kinds = /** @type {Record<string, string>} */ ({ js: 'text/javascript', css: 'text/css', html: 'text/html; charset=utf-8' });
  for (const [name, body] of Object.entries(files)) {
    app.files.set(`/docs/${name.replace('index.html', '')}`, {
      body: body.replaceAll(EXAMPLE, app.link),
      headers: {
        'Content-Type': kinds[name.split('.').at(-1) ?? ''] ?? '',
        // the style sheet of an example is the app's own
        'Content-Security-Policy': `${asked}; style-src 'self'`,
      },
    });
  }
  await page.goto(`${app.origin}/docs/`);
}

/**
 * What the page printed, as it comes.
 * @param {import('@playwright/test').Page} page
 */
function printed(page) {
  /** @type {string[]} */
  const lines = [];
  page.on('console', (message) => lines.push(message.text()));
  return lines;
}

/** @param {import('@playwright/test').Page} page */
const linkOf = (page) => new Link(page.frameLocator(FRAME), page);

test('web.md: one script tag, and a handler', async ({ page, api, appServer }) => {
  const lines = printed(page);
  const code = (await example('web', 'web-app.js')).replace('LINK_TOKEN', await api.token());
  await serve(page, appServer, { 'index.html': await example('web', 'web-page'), 'app.js': code });
  await page.locator('#link-button').click();
  await linkOf(page).complete();
  await expect.poll(() => lines.find((line) => line.startsWith('linked'))).toMatch(/^linked public-sandbox-\S+ First Platypus Bank$/);
  expect(lines).toContain('OPEN CONSENT');
  await page.locator('#link-button').click();
  await linkOf(page).close();
  await expect.poll(() => lines.at(-1)).toBe('left null requires_credentials');
});

test('web.md: a copy of the script that names Link', async ({ page, api, appServer, server }) => {
  const lines = printed(page);
  const tag = (await example('web', 'origin-page')).replace('/vendor/', 'vendor/');
  const html = (await example('web', 'web-page')).replace(/<script src="https.*\n/, tag);
  const script = await (await fetch(`${server.url}/link-initialize.js`)).text();
  const code = (await example('web', 'web-app.js')).replace('LINK_TOKEN', await api.token());
  await serve(page, appServer, { 'index.html': html, 'app.js': code, 'vendor/link-initialize.js': script });
  await page.locator('#link-button').click();
  await linkOf(page).close();
  await expect.poll(() => lines.find((line) => line.startsWith('left'))).toBeTruthy();
});

test('web.md: tiles in the page', async ({ page, api, appServer }) => {
  const lines = printed(page);
  await serve(page, appServer, {
    'index.html': await example('web', 'embedded-page'),
    'app.css': await example('web', 'embedded-app.css'),
    'app.js': (await example('web', 'embedded-app.js')).replace('LINK_TOKEN', await api.token()),
  });
  const tiles = page.frameLocator('#banks iframe');
  await tiles.locator('[data-testid^="institution-ins_"]').first().waitFor();
  await tiles.getByTestId('institution-search').fill('First Platypus Bank');
  await tiles.getByTestId('institution-results').getByTestId('institution-ins_109508').click();
  const link = linkOf(page);
  await link.agree();
  await link.signIn();
  await link.pickAccounts();
  await link.finish();
  await expect.poll(() => lines.find((line) => line.startsWith('linked'))).toMatch(/^linked public-sandbox-\S+ 1$/);
});

test.describe('in a webview', () => {
  test.use({ userAgent: 'Mozilla/5.0 (Linux; Android 14; Pixel 8; wv) AppleWebKit/537.36 Version/4.0 Chrome/126.0 Mobile Safari/537.36' });

  test('web.md: the way back from a bank', async ({ page, api, appServer }) => {
    const lines = printed(page);
    const back = `${appServer.origin}/docs/`;
    const token = await api.token({ redirect_uri: back });
    const returning = await example('web', 'return-app.js');
    const first = `localStorage.setItem('link_token', '${token}'); Plaid.create({ token: '${token}', onSuccess() {} }).open();`;
    const code = `if (location.search.includes('oauth_state_id')) { ${returning} } else { ${first} }`;
    await serve(page, appServer, { 'index.html': await example('web', 'web-page'), 'app.js': code });
    const link = linkOf(page);
    await link.toBank('ins_127287');
    await link.byId('oauth-continue').click();
    await page.getByTestId('bank-sign-in').click();
    await page.getByTestId('bank-account-0').check();
    await page.getByTestId('bank-allow').click();
    await link.finish();
    await expect.poll(() => lines.find((line) => line.startsWith('linked'))).toMatch(/^linked public-sandbox-/);
  });
});

for (const name of ['react-page', 'react-marker-page']) {
  test(`react.md: ${name} with an app that knows nothing of us`, async ({ page, api, appServer }) => {
    const lines = printed(page);
    const source = (await example('react', 'react-app.js')).replace('LINK_TOKEN', await api.token());
    const bundled = await build({
      stdin: { contents: source, loader: 'jsx', resolveDir: fileURLToPath(new URL('..', import.meta.url)) },
      bundle: true, write: false, format: 'iife', define: { 'process.env.NODE_ENV': '"production"' }, logLevel: 'silent',
    });
    const whole = await example('react', 'react-page');
    const html = name === 'react-page' ? whole : whole.replace(/<script src="https.*\n/, await example('react', name));
    await serve(page, appServer, { 'index.html': html, 'app.js': bundled.outputFiles[0]?.text ?? '' });
    await page.getByRole('button', { name: 'Link a bank' }).click();
    await linkOf(page).complete();
    await expect.poll(() => lines.find((line) => line.startsWith('linked'))).toMatch(/First Platypus Bank$/);
  });
}

test('testing.md: a session in one call', async ({ api, server }) => {
  const { stdout } = await promisify(execFile)('sh', ['-c', await example('testing', 'complete')], {
    env: {
      ...process.env, SELVEDGE: server.url, PLAID_CLIENT_ID: api.clientId, PLAID_SECRET: api.secret,
      LINK_TOKEN: await api.token(),
    },
  });
  const answer = JSON.parse(stdout);
  expect(answer.public_token).toMatch(/^public-sandbox-/);
  expect(answer.metadata.institution.institution_id).toBe('ins_109508');
  expect((await api.exchange(answer.public_token)).access_token).toMatch(/^access-sandbox-/);
});

test('testing.md: Playwright, with the vendor’s address in the app', async ({ page, context, api, appServer, server, guard }) => {
  const lines = printed(page);
  const Run = /** @type {any} */ (async () => {}).constructor;
  const route = (await example('testing', 'playwright-route')).replaceAll(EXAMPLE, server.url);
  await new Run('context', route)(context);
  const html = (await example('web', 'web-page')).replace(/https:\/\/link\.example\.org/, 'https://cdn.plaid.com')
    .replace('id="link-button"', '');
  const code = (await example('web', 'web-app.js')).replace('LINK_TOKEN', await api.token())
    .replace("document.getElementById('link-button')", "document.querySelector('button')");
  await serve(page, appServer, { 'index.html': html, 'app.js': code },
    `default-src 'none'; script-src 'self' https://cdn.plaid.com; frame-src ${server.url}`);
  await new Run('page', await example('testing', 'playwright'))(page);
  await expect.poll(() => lines.find((line) => line.startsWith('linked'))).toMatch(/First Platypus Bank$/);
  expect(guard.strangers.splice(0)).toEqual(['https://cdn.plaid.com/link/v2/stable/link-initialize.js']);
});

test('testing.md names every hook that a template has, and no other', async () => {
  const folder = fileURLToPath(new URL('../../crates/link/', import.meta.url));
  const { stdout } = await promisify(execFile)('grep', ['-rh', '', 'templates', 'assets', 'src/pages/pane/message.rs'], { cwd: folder });
  const written = [...stdout.matchAll(/(?:data-testid="|testid = '|"(?:retry|another_bank|go_on|stay|leave_now)",\s*"|another\(")([a-z][^"'{]*(?:\{\{[^}]*\}\}[^"'{]*)*)["']/g)];
  const hooks = new Set(written.map(([, hook]) => (hook ?? '')
    .replace(/\{\{ (bank\.id|field\.name) \}\}/, '*').replace(/\{\{[^}]*\}\}/g, '0')).filter((hook) => !hook.startsWith('bank-')));
  const text = await readFile(new URL('../../docs/link/testing.md', import.meta.url), 'utf8');
  const table = text.slice(text.indexOf('| pane (')).split('\n\n')[0] ?? '';
  const named = new Set([...table.matchAll(/`([a-z]+-[^`]*)`/g)].map(([, hook]) => (hook ?? '')
    .replace(/^institution-ins_…$/, 'institution-*').replace(/^credential-(username|password)$/, 'credential-*'))
    .filter((hook) => !hook.startsWith('data-') || hook.startsWith('data-types')));
  expect([...named].sort()).toEqual([...hooks].sort());
});
