// The script as the server joins it, with its comments.
import { readFileSync, readdirSync } from 'node:fs';

const FOLDER = new URL('../../../crates/link/assets/link-initialize/', import.meta.url);

/**
 * One part of the script.
 * @param {string} name
 */
export function part(name) {
  return readFileSync(new URL(name, FOLDER), 'utf8');
}

/**
 * The script of the server at `home`.
 * @param {string} home
 */
export function script(home) {
  const parts = readdirSync(FOLDER).sort().map(part).join('');
  return `(() => {'use strict'; const HOME = ${JSON.stringify(home)}; const VERSION = '1.2.3';\n${parts}})();`;
}
