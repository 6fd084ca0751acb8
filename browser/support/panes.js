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
