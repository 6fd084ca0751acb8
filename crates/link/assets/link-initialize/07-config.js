// What an app configures, and how its callbacks are called.

/**
 * The parts of an app's configuration that count. All others were settled when the link token was made.
 * @typedef {object} Config
 * @property {string | null} token
 * @property {boolean} hasKey whether a public key of old was given
 * @property {string | null} receivedRedirectUri
 * @property {Callbacks} tell
 */

/**
 * The app's callbacks.
 * @typedef {object} Callbacks
 * @property {() => void} load
 * @property {(name: string, metadata: Payload) => void} event
 * @property {(token: string | null, metadata: Payload) => void} success
 * @property {(standing: Standing) => void} exit
 */

/** The keys of every event's metadata. */
const EVENT_KEYS = [
  'account_number_mask', 'brand_name', 'error_code', 'error_message', 'error_type', 'exit_status', 'institution_id',
  'institution_name', 'institution_search_query', 'is_update_mode', 'link_session_id', 'match_reason', 'mfa_type',
  'request_id', 'routing_number', 'selection', 'timestamp', 'view_name', 'view_variant',
];

/** The metadata of an event that says nothing yet. */
function emptyEvent() {
  return {
    ...Object.fromEntries(EVENT_KEYS.map((key) => [key, null])),
    link_session_id: '',
    request_id: '',
    timestamp: new Date().toISOString(),
  };
}

/**
 * Calls the app; what it throws is its own, and is reported as such.
 * @param {unknown} callback
 * @param {unknown[]} terms
 */
function call(callback, ...terms) {
  if (typeof callback !== 'function') return;
  try {
    callback(...terms);
  } catch (error) {
    if (typeof reportError === 'function') reportError(error);
    else setTimeout(() => { throw error; });
  }
}

/**
 * Reads an app's configuration. The only thing that is worth an exception is that nothing names a session: an
 * exception here takes whole component trees down.
 * @param {any} given
 * @returns {Config}
 */
function readConfig(given) {
  const { token, key, publicKey, receivedRedirectUri, onLoad, onEvent, onSuccess, onExit } = given ?? {};
  const hasKey = Boolean(key || publicKey);
  if (!token && !hasKey && !receivedRedirectUri) {
    throw new Error('Missing Link parameter. Link requires a key or token to be provided.');
  }
  return {
    token: typeof token === 'string' && token ? token : null,
    hasKey,
    receivedRedirectUri: typeof receivedRedirectUri === 'string' ? receivedRedirectUri.slice(0, 4096) : null,
    tell: {
      load: () => call(onLoad),
      event: (name, metadata) => call(onEvent, name, metadata),
      success: (publicToken, metadata) => call(onSuccess, publicToken, metadata),
      exit: ({ error, metadata }) => call(onExit, error, metadata),
    },
  };
}

/**
 * What `onExit` says of a session that never began.
 * @param {string} type
 * @param {string} code
 * @param {string} message
 * @returns {Standing}
 */
function failure(type, code, message) {
  return {
    error: { error_type: type, error_code: code, error_message: message, display_message: null },
    metadata: { institution: null, status: null, link_session_id: '', request_id: '' },
  };
}

/**
 * Why Link cannot even be loaded, if so.
 * @param {Config} config
 * @returns {Standing | null}
 */
function obstacle(config) {
  if (!config.token) {
    return config.hasKey
      ? failure('INVALID_INPUT', 'PUBLIC_KEY_NOT_ENABLED', 'Link opens with a link_token; public keys are not served')
      : failure('INVALID_INPUT', 'INVALID_LINK_TOKEN', 'invalid link_token provided');
  }
  if (!findOrigin()) {
    console.error('Link cannot tell where it comes from: load link-initialize.js from its own server with a script '
      + 'tag, or name the server in the tag as data-origin.');
    return failure('API_ERROR', 'INTERNAL_SERVER_ERROR', 'the origin of Link is not known');
  }
  return null;
}
