// @ts-check
// What a plain page of an app does with Link; tests drive it through `window.app`.
(() => {
  /** @type {import('./page.js').Entry[]} */
  const log = [];
  /** @type {any[]} */
  const handlers = [];

  /**
   * The four callbacks, each writing down what it got.
   * @param {string} name which handler this is
   */
  const recorded = (name) => ({
    onLoad: () => void log.push({ kind: 'load', name, data: [] }),
    /** @param {unknown[]} data */
    onSuccess: (...data) => void log.push({ kind: 'success', name, data }),
    /** @param {unknown[]} data */
    onExit: (...data) => void log.push({ kind: 'exit', name, data }),
    /** @param {unknown[]} data */
    onEvent: (...data) => void log.push({ kind: 'event', name, data }),
  });

  /** @type {() => void} */
  let onLaunch = () => {};
  document.getElementById('launch')?.addEventListener('click', () => onLaunch());

  Object.assign(window, {
    app: {
      log,
      handlers,
      /** @param {Record<string, unknown>} config */
      create(config, name = '') {
        const handler = /** @type {any} */ (window).Plaid.create({ ...recorded(name), ...config });
        handlers.push(handler);
        return handler;
      },
      /**
       * What the button does: creates a handler and opens it in the same breath, as many apps do.
       * @param {Record<string, unknown>} config
       */
      arm(config) {
        onLaunch = () => this.create(config).open();
      },
      /**
       * @param {Record<string, unknown>} config
       * @param {string} width
       * @param {string} height
       */
      embed(config, width, height) {
        const box = document.createElement('div');
        box.id = 'tiles';
        box.style.width = width;
        box.style.height = height;
        document.body.append(box);
        const handler = /** @type {any} */ (window).Plaid.createEmbedded({ ...recorded(''), ...config }, box);
        handlers.push(handler);
        return handler;
      },
    },
  });
})();
