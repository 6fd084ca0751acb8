// The messages between this script and Link's frame, version 1. Whatever has another shape is ignored.

/**
 * What a callback gets as its second argument, and `onExit` as its first.
 * @typedef {Record<string, any>} Payload
 */

/**
 * What `onExit` would say.
 * @typedef {{error: Payload | null, metadata: Payload}} Standing
 */

/**
 * What the frame says.
 * @typedef {{t: 'ready' | 'wait'}
 *   | ({t: 'standing' | 'exit'} & Standing)
 *   | {t: 'event', name: string, metadata: Payload}
 *   | {t: 'success', public_token: string | null, metadata: Payload}
 *   | {t: 'leave', url: string}
 *   | {t: 'choose', institution: string}} Said
 */

/** The most characters that a message may have, as JSON. */
const MESSAGE_LENGTH = 1e6;

/**
 * @param {unknown} value
 * @returns {value is Payload}
 */
function isRecord(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * @param {unknown} value
 * @returns {value is string}
 */
function isInstitution(value) {
  return typeof value === 'string' && /^ins_[0-9A-Za-z_]{1,64}$/.test(value);
}

/**
 * @param {Payload} message
 * @returns {boolean}
 */
function isStanding(message) {
  const { error, metadata } = message;
  if (!isRecord(metadata)) return false;
  return error === null || (isRecord(error) && typeof error.error_type === 'string'
    && typeof error.error_code === 'string' && typeof error.error_message === 'string');
}

/** @type {Record<string, (message: Payload) => boolean>} */
const SHAPES = {
  ready: () => true,
  wait: () => true,
  standing: isStanding,
  exit: isStanding,
  event: ({ name, metadata }) => typeof name === 'string' && /^[A-Z0-9_]{1,64}$/.test(name) && isRecord(metadata),
  success: ({ public_token: token, metadata }) => (token === null || typeof token === 'string') && isRecord(metadata),
  leave: ({ url }) => typeof url === 'string',
  choose: ({ institution }) => isInstitution(institution),
};

/**
 * What the frame says, when it is something that we know.
 * @param {unknown} data
 * @returns {Said | null}
 */
function understand(data) {
  if (!isRecord(data) || typeof data.t !== 'string' || !Object.hasOwn(SHAPES, data.t)) return null;
  try {
    const fits = SHAPES[data.t](data) && JSON.stringify(data).length <= MESSAGE_LENGTH;
    return fits ? /** @type {Said} */ (data) : null;
  } catch {
    return null;
  }
}
