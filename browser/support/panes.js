// A way to every pane, for what has to hold of each of them.

/**
 * @typedef {object} Walk
 * @property {string} pane as events name it
 * @property {Record<string, unknown>} [token] what the link token asks for besides
 * @property {(link: import('./link.js').Link) => Promise<unknown>} go from the consent
 */

/** @type {Record<string, Walk>} */
export const PANES = {
  consent: { pane: 'CONSENT', go: async () => {} },
  'data-types': {
    pane: 'CONSENT',
    go: async (link) => {
      await link.byId('consent-details').click();
      await link.byId('data-types').waitFor();
    },
  },
  institutions: { pane: 'SELECT_INSTITUTION', go: (link) => link.agree() },
  'institutions-found': {
    pane: 'SELECT_INSTITUTION',
    go: async (link) => {
      await link.agree();
      await link.pane('SELECT_INSTITUTION');
      await link.search('platypus');
      await link.root.locator('.InstitutionSearchResult').first().waitFor();
    },
  },
  'institutions-none': {
    pane: 'SELECT_INSTITUTION',
    go: async (link) => {
      await link.agree();
      await link.pane('SELECT_INSTITUTION');
      await link.search('zzzz qqqq');
      await link.byId('institutions-none').waitFor();
    },
  },
  degraded: { pane: 'UNWELL', go: (link) => link.toBank('ins_132363') },
  down: { pane: 'UNWELL', go: (link) => link.toBank('ins_132361') },
  credentials: { pane: 'CREDENTIAL', go: (link) => link.toBank() },
  'credentials-wrong': {
    pane: 'CREDENTIAL',
    go: async (link) => {
      await link.toBank();
      await link.signIn('user_good', 'wrong');
      await link.byId('pane-error').waitFor();
    },
  },
  captcha: {
    pane: 'RECAPTCHA',
    go: async (link) => {
      await link.toBank();
      await link.signIn('user_good', '{"recaptcha":"good"}');
    },
  },
  device: {
    pane: 'MFA',
    go: async (link) => {
      await link.toBank();
      await link.signIn('user_good', 'mfa_device');
    },
  },
  code: {
    pane: 'MFA',
    go: async (link) => {
      await link.toBank();
      await link.signIn('user_good', 'mfa_device');
      await link.sendTo(0);
    },
  },
  questions: {
    pane: 'MFA',
    go: async (link) => {
      await link.toBank();
      await link.signIn('user_good', 'mfa_questions_1_3');
    },
  },
  selections: {
    pane: 'MFA',
    go: async (link) => {
      await link.toBank();
      await link.signIn('user_good', 'mfa_selections_1_2_3');
    },
  },
  oauth: { pane: 'OAUTH', go: (link) => link.toBank('ins_127287') },
  accounts: { pane: 'SELECT_ACCOUNT', go: (link) => link.toAccounts() },
  error: {
    pane: 'ERROR',
    go: async (link) => {
      await link.toBank();
      await link.signIn('user_good', 'error_INSTITUTION_DOWN');
    },
  },
  leaving: {
    pane: 'EXIT',
    go: async (link) => {
      await link.toBank();
      await link.pane('CREDENTIAL');
      await link.byId('link-close').click();
    },
  },
  connected: {
    pane: 'CONNECTED',
    go: async (link) => {
      await link.toAccounts();
      await link.pickAccounts();
    },
  },
  expired: {
    pane: 'EXPIRED',
    go: async (link) => {
      await link.toBank();
      await link.signIn('user_custom', '{"force_error":"INVALID_LINK_TOKEN"}');
      await link.byId('expired-close').waitFor();
    },
  },
};

/**
 * Asks for no motion, and waits until a frame of the page, which may be another process's, knows. Whatever was asked
 * for before Link opened may be forgotten there: a frame that made Link ready was in that process, and takes along
 * what it was asked for when it goes.
 * @param {import('@playwright/test').Page} page
 * @param {import('@playwright/test').Frame} frame
 */
export async function withoutMotion(page, frame) {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await frame.waitForFunction(() => matchMedia('(prefers-reduced-motion: reduce)').matches);
}

/**
 * Changes how a page is shown, and waits until the document of a frame in it, which may be another process's, is
 * shown so, with nothing of the pane before on it.
 * @param {import('@playwright/test').Page} page
 * @param {import('@playwright/test').Frame} frame
 * @param {{size?: {width: number, height: number}, colorScheme: 'light' | 'dark', forcedColors?: 'active' | 'none'}} how
 */
export async function showAs(page, frame, { size, colorScheme, forcedColors = 'none' }) {
  if (size) await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme, forcedColors, reducedMotion: 'reduce' });
  await frame.waitForFunction(
    ([width, scheme, forced]) =>
      (width === null || innerWidth === width) &&
      matchMedia(`(prefers-color-scheme: ${scheme})`).matches &&
      matchMedia(`(forced-colors: ${forced})`).matches &&
      matchMedia('(prefers-reduced-motion: reduce)').matches &&
      !document.querySelector('.ghost'),
    /** @type {const} */ ([size?.width ?? null, colorScheme, forcedColors]),
  );
  await frame.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}
