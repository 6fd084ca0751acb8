// A browser of its own with other preferences than the usual, for what no launch option can say.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Runs `use` with a context whose browser has these preferences.
 * @param {import('@playwright/test').PlaywrightWorkerArgs['playwright']} playwright
 * @param {Parameters<import('@playwright/test').BrowserType['launchPersistentContext']>[1]} options
 * @param {Record<string, unknown>} preferences as Chromium keeps them in its profile
 * @param {(context: import('@playwright/test').BrowserContext) => Promise<void>} use
 */
export async function withPreferences(playwright, options, preferences, use) {
  const folder = await mkdtemp(join(tmpdir(), 'selvedge-browser-profile-'));
  await mkdir(join(folder, 'Default'));
  await writeFile(join(folder, 'Default', 'Preferences'), JSON.stringify(preferences));
  const context = await playwright.chromium.launchPersistentContext(folder, options);
  try {
    await use(context);
  } finally {
    await context.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
