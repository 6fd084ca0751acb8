// Link in an app's webview: one page that never navigates, and tells the app what happens by addresses that the app
// catches. Apps read them into maps that allow no key twice and miss no key, so each has every key once.

import { backMeansBack } from './back.js';
import { Flow } from './flow.js';
import { Memory } from './session.js';

/** @typedef {Record<string, any>} Data */

/** How long the server may take to record that a page gave up. */
const FAREWELL_MS = 2000;
/** Between two addresses; a browser drops the first of two at once. */
const APART_MS = 60;
const EVENT_KEYS = [
  'account_number_mask', 'brand_name', 'error_code', 'error_message', 'error_type', 'exit_status', 'institution_id',
  'institution_name', 'institution_search_query', 'is_update_mode', 'link_session_id', 'match_reason', 'mfa_type',
  'request_id', 'routing_number', 'selection', 'timestamp', 'view_name', 'view_variant',
];

/** Odd, and far from each other. */
const FACTORS = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f];

const query = new URLSearchParams(location.search);
const token = query.get('token') ?? '';
/** @type {Promise<unknown>} */
let queue = Promise.resolve();

/**
 * @param {'event' | 'exit' | 'connected'} host
 * @param {Data} data
 * @param {string} name
 * @param {Data} metadata
 */
function tell(host, data, name, metadata) {
  const text = (/** @type {unknown} */ value) => (value === null || value === undefined ? '' : String(value));
  const pairs = Object.entries(data).map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(text(value))}`);
  queue = queue.then(async () => {
    location.href = `plaidlink://${host}?${pairs.join('&')}`;
    await new Promise((later) => setTimeout(later, APART_MS));
  });
  const bridge = /** @type {any} */ (window).ReactNativeWebView;
  bridge?.postMessage?.(JSON.stringify({ action: `plaid_link-webview::${host}`, eventName: name, metadata }));
}

/** @param {Data} account */
const accountOf = (account) => ({
  _id: account.id,
  meta: { name: account.name, number: account.mask },
  type: account.type,
  subtype: account.subtype,
  verification_status: account.verification_status,
  class_type: account.class_type,
});

/**
 * @param {string | null | undefined} publicToken
 * @param {Data} metadata
 */
function connected(publicToken, metadata) {
  const [only] = metadata.accounts.length === 1 ? metadata.accounts : [null];
  const data = {
    public_token: publicToken,
    institution_id: metadata.institution?.institution_id,
    institution_name: metadata.institution?.name,
    institution_type: '',
    accounts: JSON.stringify(metadata.accounts.map(accountOf)),
    account_id: only?.id,
    account_name: only?.name,
    link_session_id: metadata.link_session_id,
    transfer_status: metadata.transfer_status,
  };
  tell('connected', data, 'HANDOFF', { ...metadata, public_token: publicToken });
}

/**
 * @param {Data | null} error
 * @param {Data} metadata
 */
function exited(error, metadata) {
  const data = {
    status: metadata.status,
    error_type: error?.error_type,
    error_code: error?.error_code,
    error_message: error?.error_message,
    display_message: error?.display_message,
    error_display_message: error?.display_message,
    institution_id: metadata.institution?.institution_id,
    institution_name: metadata.institution?.name,
    link_session_id: metadata.link_session_id,
    request_id: metadata.request_id,
    link_request_id: metadata.request_id,
    plaid_api_request_id: metadata.request_id,
  };
  tell('exit', data, 'EXIT', { ...metadata, error });
}

const returned = query.get('receivedRedirectUri');

/**
 * A name for the tab's memory that does not give the token away. Coming back from a bank is another load than the
 * first, and opens the session again; only the same address once more is a reload.
 */
function nickname() {
  // Four sums of 32 bits, each with a factor of its own. A page on plain http has no digest at hand.
  const sums = FACTORS.map((factor) => {
    let sum = factor;
    for (const letter of `${token} ${returned ?? ''}`) {
      sum = Math.imul(sum ^ letter.charCodeAt(0), factor);
      sum ^= sum >>> 15;
    }
    return (sum >>> 0).toString(16).padStart(8, '0');
  });
  return `webview.${sums.join('')}`;
}

/**
 * The server does not take what this page asks any more. A session of it that is still open ends first, so that the
 * last event comes before the end.
 * @param {Data | null} error
 * @param {Data} metadata
 */
async function giveUp(error, metadata) {
  /** @type {import('./session.js').Ended[]} */
  const ends = [];
  const left = flow.session?.abandon(flow.seen, ({ events, ended }) => {
    flow.tell(events ?? []);
    if (ended) ends.push(ended);
  });
  await Promise.race([left, new Promise((late) => setTimeout(late, FAREWELL_MS))]);
  // What was linked before is linked, whatever this page was refused.
  const linked = ends.find((ended) => ended.callback === 'success');
  if (linked) connected(linked.public_token, linked.metadata);
  else exited(error, metadata);
}

const flow = new Flow(
  {
    ready: () => {},
    event: ({ event_name, metadata }) => {
      /** @type {Data} */
      const data = { event_name };
      for (const key of EVENT_KEYS) data[key] = metadata[key];
      tell('event', data, event_name, metadata);
    },
    standing: () => {},
    end: ({ callback, public_token, error, metadata }) => {
      if (callback === 'success') connected(public_token, metadata);
      else exited(error ?? null, metadata);
    },
    refused: ({ error, metadata }) => void giveUp(error, metadata),
    leave: (url) => location.assign(url),
  },
  new Memory(nickname()),
);

backMeansBack(flow);
void flow.start({ token, way: 'webview', webview: true, received_redirect_uri: returned });
