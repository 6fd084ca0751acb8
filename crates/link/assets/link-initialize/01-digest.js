// The name by which the server finds out who may frame a session: a part of the SHA-256 of the link token.
// Written out, because `crypto.subtle` answers later and is not there on pages without TLS. Nothing is protected
// by it, so it need not take the same time for every token.

/** The round constants of SHA-256, eight hex digits each. */
const ROUNDS =
  '428a2f9871374491b5c0fbcfe9b5dba53956c25b59f111f1923f82a4ab1c5ed5d807aa9812835b01243185be550c7dc3' +
  '72be5d7480deb1fe9bdc06a7c19bf174e49b69c1efbe47860fc19dc6240ca1cc2de92c6f4a7484aa5cb0a9dc76f988da' +
  '983e5152a831c66db00327c8bf597fc7c6e00bf3d5a7914706ca63511429296727b70a852e1b21384d2c6dfc53380d13' +
  '650a7354766a0abb81c2c92e92722c85a2bfe8a1a81a664bc24b8b70c76c51a3d192e819d6990624f40e3585106aa070' +
  '19a4c1161e376c082748774c34b0bcb5391c0cb34ed8aa4a5b9cca4f682e6ff3748f82ee78a5636f84c878148cc70208' +
  '90befffaa4506cebbef9a3f7c67178f2';

/** The first hash value, written in the same way. */
const START = '6a09e667bb67ae853c6ef372a54ff53a510e527f9b05688c1f83d9ab5be0cd19';

/**
 * The 32-bit words of hex text.
 * @param {string} hex
 */
function wordsOf(hex) {
  return (hex.match(/.{8}/g) ?? []).map((word) => parseInt(word, 16) | 0);
}

/**
 * The words of a message of one-byte characters, with its padding and its length.
 * @param {string} text
 */
function padded(text) {
  const words = new Int32Array((((text.length + 8) >> 6) + 1) << 4);
  for (let at = 0; at <= text.length; at++) {
    const byte = at < text.length ? text.charCodeAt(at) & 0xff : 0x80;
    words[at >> 2] |= byte << (24 - (at & 3) * 8);
  }
  words[words.length - 1] = text.length * 8;
  return words;
}

/**
 * One block of SHA-256.
 * @param {number[]} hash the value so far
 * @param {Int32Array} block sixteen words
 * @param {number[]} rounds the round constants
 */
function compress(hash, block, rounds) {
  /** @type {(word: number, by: number) => number} */
  const turn = (word, by) => (word >>> by) | (word << (32 - by));
  const schedule = new Int32Array(64);
  let [a, b, c, d, e, f, g, h] = hash;
  for (let at = 0; at < 64; at++) {
    if (at < 16) {
      schedule[at] = block[at];
    } else {
      const [x, y] = [schedule[at - 15], schedule[at - 2]];
      schedule[at] = schedule[at - 16] + schedule[at - 7]
        + (turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)) + (turn(y, 17) ^ turn(y, 19) ^ (y >>> 10));
    }
    const one = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + rounds[at] + schedule[at];
    const two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  return [a, b, c, d, e, f, g, h].map((word, at) => (word + hash[at]) | 0);
}

/**
 * SHA-256 of a text of one-byte characters, in hex.
 * @param {string} text
 */
function digest(text) {
  const rounds = wordsOf(ROUNDS);
  const words = padded(text);
  let hash = wordsOf(START);
  for (let at = 0; at < words.length; at += 16) {
    hash = compress(hash, words.subarray(at, at + 16), rounds);
  }
  return hash.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

/**
 * The name of a link token's frame.
 * @param {string} token
 */
function frameName(token) {
  return digest('selvedge frame ' + token).slice(0, 32);
}
