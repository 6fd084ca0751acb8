// What axe-core says of a document.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** @type {Promise<string> | undefined} */
let source;

/**
 * Puts axe-core into every document of a context; before its first page is opened.
 * @param {import('@playwright/test').BrowserContext} context
 */
export async function withAxe(context) {
  source ??= readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await context.addInitScript(await source);
}

/**
 * Checks a document, and the ones inside it that it can reach.
 * @param {import('@playwright/test').Frame} frame
 * @param {string} what for the message
 */
export async function audit(frame, what) {
  // An animation that is half done has half the contrast.
  await frame.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {}))));
  const findings = await frame.evaluate(async (rules) => {
    const { violations } = await /** @type {any} */ (window).axe.run(document, {
      runOnly: { type: 'tag', values: rules },
      resultTypes: ['violations'],
    });
    return violations.map((/** @type {any} */ violation) => ({
      rule: violation.id,
      help: violation.help,
      where: violation.nodes.map((/** @type {any} */ node) => `${node.target.join(' ')}: ${node.failureSummary}`),
    }));
  }, RULES);
  expect(findings, what).toEqual([]);
}
