// One Selvedge for the length of one worker: own port, own data folder, stopped at the end.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Api } from './api.js';

/** How long a start may take on a busy machine. */
const START_LIMIT = 60_000;
const READY = 'selvedge ready on ';

/**
 * A running server.
 * @typedef {object} Server
 * @property {string} url where it listens
 * @property {Api} api its API, with the keys of its first team
 * @property {(args: string[]) => Promise<string>} command runs `selvedge` beside it and gives its output
 * @property {() => string} log what it logged so far
 * @property {() => Promise<void>} stop
 */

/** The binary under test. */
export function binary() {
  const path = process.env['SELVEDGE_BIN'];
  if (!path) throw new Error('SELVEDGE_BIN does not name the binary; cargo xtask browser sets it');
  return path;
}

/**
 * Starts a server and waits for its ready line.
 * @param {string[]} options further options of `selvedge serve`
 * @returns {Promise<Server>}
 */
export async function startServer(options = []) {
  const folder = await mkdtemp(join(tmpdir(), 'selvedge-browser-'));
  const data = join(folder, 'data');
  const environment = { ...process.env };
  delete environment['PLAID_CLIENT_ID'];
  delete environment['PLAID_SECRET'];
  const child = spawn(binary(), ['serve', '--listen', '127.0.0.1:0', '--data-dir', data, ...options], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  child.stderr.on('data', (chunk) => {
    log = (log + chunk).slice(-200_000);
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    const killer = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(killer);
    await rm(folder, { recursive: true, force: true });
  };
  /** @type {Promise<string>} */
  const ready = new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`no ready line; the log:\n${log}`)), START_LIMIT);
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith(READY)) {
        clearTimeout(limit);
        resolve(line.slice(READY.length).trim());
      }
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}; its log:\n${log}`)));
  });
  try {
    const url = await ready;
    const keys = parse(await readFile(join(data, 'credentials.env'), 'utf8'));
    const api = new Api(url, keys['PLAID_CLIENT_ID'] ?? '', keys['PLAID_SECRET'] ?? '');
    return { url, api, stop, log: () => log, command: (args) => run([...args, '--data-dir', data]) };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Runs `selvedge` to its end.
 * @param {string[]} args
 * @returns {Promise<string>}
 */
function run(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(binary(), args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => (out += chunk));
    child.stderr.on('data', (chunk) => (err += chunk));
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve(out) : reject(new Error(`${args.join(' ')}: ${err}`))));
  });
}

/**
 * Reads `KEY=value` lines.
 * @param {string} text
 * @returns {Record<string, string>}
 */
function parse(text) {
  const pairs = text.split('\n').map((line) => /^([A-Z_]+)=(.*)$/.exec(line.trim()));
  return Object.fromEntries(pairs.flatMap((pair) => (pair ? [[pair[1], pair[2]]] : [])));
}
