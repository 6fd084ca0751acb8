// The global `Plaid`. A handler costs nothing until it is opened, but for the one frame that has Link ready.

/**
 * @param {unknown} options
 * @returns {boolean}
 */
function isForced(options) {
  return options === true || (isRecord(options) && Boolean(options.force));
}

/**
 * The runs of one handler: one after the other, never two at once.
 * @param {Config} config
 * @param {() => void} [cool] nothing has to be kept ready any more
 */
function makeRunner(config, cool = () => {}) {
  /** @type {ReturnType<typeof run> | null} */
  let present = null;
  let destroyed = false;
  /** @type {unknown[]} */
  const farewells = [];
  const over = () => {
    present = null;
    cool();
    const waiting = farewells.splice(0);
    // after the callback of the run
    setTimeout(() => waiting.forEach((farewell) => call(farewell)));
  };
  setTimeout(() => {
    if (!destroyed) config.tell.load();
  });
  return {
    isOpen: () => present !== null,
    isDestroyed: () => destroyed,
    /** @param {Start} start */
    open(start) {
      // whoever opens Link again does not wait for the farewell of the last time
      if (present?.isLeaving()) present.leaveNow();
      if (destroyed || present) return;
      present = run(config, start, { there: cool, over });
    },
    /** @param {unknown} options @param {unknown} then */
    close(options, then) {
      farewells.push(then);
      if (isForced(options)) present?.force();
      else present?.ask();
    },
    destroy() {
      destroyed = true;
      cool();
      present?.destroy();
      present = null;
    },
  };
}

/**
 * `Plaid.create`.
 * @param {unknown} given the app's configuration
 */
function create(given) {
  const config = readConfig(given);
  const runner = makeRunner(config, warmUp(config));
  return {
    /** @param {unknown} [institution] skips the choice of a bank; of apps written long ago */
    open(institution) {
      runner.open({ way: 'overlay', ...(isInstitution(institution) ? { institution } : {}) });
    },
    /**
     * @param {unknown} [options] `{force: true}`, or `true`
     * @param {unknown} [then] called once Link is closed
     */
    exit(options, then) {
      if (runner.isOpen()) {
        runner.close(options, then);
        return;
      }
      if (!runner.isDestroyed()) console.warn('Plaid: attempted to exit Link when it was not open');
      call(then);
    },
    /** @param {unknown} data a phone number or a date of birth, neither of which Link knows anybody by */
    submit(data) {
      const birth = isRecord(data) && 'date_of_birth' in data;
      setTimeout(() => {
        if (runner.isDestroyed()) return;
        config.tell.event(birth ? 'LAYER_AUTOFILL_NOT_AVAILABLE' : 'LAYER_NOT_AVAILABLE', emptyEvent());
      });
    },
    destroy: runner.destroy,
    close: runner.destroy,
  };
}

/**
 * Why tiles cannot be shown, if so.
 * @param {Config} config
 * @param {unknown} element
 * @returns {string | null}
 */
function noTiles(config, element) {
  if (!(element instanceof Element)) return 'the second argument is not an element';
  if (inForeignFrame()) return 'the page is in a frame of another origin';
  if (inWebview()) return 'the page is in a webview';
  return config.token ? null : 'there is no link_token';
}

/**
 * `Plaid.createEmbedded`.
 * @param {unknown} given the app's configuration
 * @param {unknown} element the tiles fill it
 */
function createEmbedded(given, element) {
  const config = readConfig(given);
  const runner = makeRunner(config);
  const missing = noTiles(config, element);
  const refused = obstacle(config);
  let remove = () => {};

  /** @param {Standing} last */
  const fail = (last) => {
    remove();
    if (!runner.isDestroyed()) config.tell.exit(last);
  };
  /** @param {Element} container */
  const show = (container) => {
    const link = { origin: findOrigin() ?? '', nonce: makeNonce() };
    const frame = makeFrame(frameAddress(link.origin, 'tiles', config.token ?? '', link.nonce));
    container.append(frame);
    const line = openLine(frame, link, initOf(config, { way: 'embedded' }), {
      hear(said) {
        if (said.t === 'exit') fail(said);
        if (said.t === 'choose') runner.open({ way: 'embedded', institution: said.institution });
      },
      silent(what) {
        console.error(what);
        fail(failure('API_ERROR', 'INTERNAL_SERVER_ERROR', 'Link could not be loaded'));
      },
    });
    remove = () => {
      line.hangUp();
      frame.remove();
    };
  };
  if (missing) console.warn(`Plaid: createEmbedded does nothing: ${missing}`);
  else if (refused) setTimeout(() => fail(refused));
  else show(/** @type {Element} */ (element));
  return {
    destroy() {
      runner.destroy();
      remove();
    },
  };
}

/** Puts `Plaid` into the page; whatever the vendor's script puts there later is left out. */
function install() {
  /** @type {unknown} */
  let present = Object.defineProperty({ create, createEmbedded, version: VERSION }, OURS, { value: true });
  Object.defineProperty(window, 'Plaid', {
    configurable: true,
    enumerable: true,
    get: () => present,
    set(value) {
      const source = document.currentScript?.getAttribute('src') ?? '';
      if (source.startsWith(new URL(VENDOR).origin + '/')) {
        console.warn(`Plaid: ${source} is loaded as well, and left aside`);
      } else {
        present = value;
      }
    },
  });
}

/** By this a script knows that another of its kind was here before. */
const OURS = Symbol.for('selvedge link');

if (/** @type {any} */ (window).Plaid?.[OURS]) {
  console.warn('Warning: The Plaid link-initialize.js script was embedded more than once. The first one stays.');
} else {
  install();
  placeMarker();
}
