// A server that takes its time, for as long as a test wants.

/**
 * Holds the answer to the next turn back, once the server has done what it asks for.
 * @param {import('@playwright/test').Page} page
 */
export async function holdAnswer(page) {
  /** @type {() => void} */
  let release = () => {};
  /** @type {Promise<void>} */
  const released = new Promise((resolve) => (release = resolve));
  /** @type {() => void} */
  let tell = () => {};
  /** @type {Promise<void>} */
  const done = new Promise((resolve) => (tell = resolve));
  await page.route(
    /\/link\/session\/turn$/,
    async (route) => {
      const response = await route.fetch();
      tell();
      await released;
      // Nobody waits for it where the frame was loaded again.
      await route.fulfill({ response }).catch(() => {});
    },
    { times: 1 },
  );
  return { done, release };
}
