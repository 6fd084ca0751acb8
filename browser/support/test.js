// The test function of all browser tests: a server for each worker, an app and a guard for each test.
import { test as base } from '@playwright/test';
import { App } from './app.js';
import { AppServer } from './app-server.js';
import { Guard } from './guard.js';
import { startServer } from './server.js';

export { expect } from '@playwright/test';

/**
 * @typedef {object} TestFixtures
 * @property {AppServer} appServer the app's own web server
 * @property {App} app the app's page
 * @property {import('./link.js').Link} link Link on the app's page
 * @property {Guard} guard
 */

/**
 * @typedef {object} WorkerFixtures
 * @property {import('./server.js').Server} server
 * @property {import('./api.js').Api} api
 */

export const test = base.extend(
  /** @type {import('@playwright/test').Fixtures<TestFixtures, WorkerFixtures, import('@playwright/test').PlaywrightTestArgs & import('@playwright/test').PlaywrightTestOptions, import('@playwright/test').PlaywrightWorkerArgs & import('@playwright/test').PlaywrightWorkerOptions>} */ ({
    server: [
      async ({}, use) => {
        const server = await startServer();
        await use(server);
        await server.stop();
      },
      { scope: 'worker', timeout: 90_000 },
    ],
    api: [({ server }, use) => use(server.api), { scope: 'worker' }],
    appServer: async ({ server }, use) => {
      const app = new AppServer(server.url);
      await app.start();
      await use(app);
      await app.stop();
    },
    guard: [
      async ({ context, appServer, server }, use, testInfo) => {
        const guard = new Guard(['localhost', '127.0.0.1']);
        guard.watch(context);
        await use(guard);
        if (testInfo.status === testInfo.expectedStatus) guard.check(appServer.reports);
        else await testInfo.attach('consoles and the server log', { body: [...guard.console, server.log()].join('\n') });
      },
      { auto: true },
    ],
    app: async ({ page, appServer }, use) => use(new App(page, appServer)),
    link: async ({ app }, use) => use(app.link),
  }),
);
