// The React page, once with each major version of react-plaid-link, as npm has it.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The page's own code, and the package that stands for react-plaid-link. @type {Record<string, [string, string]>} */
const PAGES = {
  'react-3': ['react', 'react-plaid-link-3'],
  'react-4': ['react', 'react-plaid-link-4'],
  'react-5': ['react', 'react-plaid-link'],
  quickstart: ['quickstart', 'react-plaid-link'],
};

/** @type {Map<string, Promise<string>>} */
const made = new Map();

/**
 * One script with React's development build, which is the one that mounts twice in strict mode.
 * @param {string} name
 * @returns {Promise<string>}
 */
export function bundle(name) {
  const known = made.get(name);
  if (known) return known;
  const page = PAGES[name];
  if (!page) throw new Error(`there is no page ${name}`);
  const [code, target] = page;
  const text = build({
    entryPoints: [fileURLToPath(new URL(`./apps/${code}.js`, import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    alias: { 'react-plaid-link': target },
    define: { 'process.env.NODE_ENV': '"development"' },
    logLevel: 'silent',
  }).then((result) => result.outputFiles[0]?.text ?? '');
  made.set(name, text);
  return text;
}
