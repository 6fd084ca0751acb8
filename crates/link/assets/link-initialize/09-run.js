// One run of Link, from `open()` to its callback: exactly one of `onSuccess` and `onExit` follows, unless the
// handler is destroyed before.

/** How long a frame that was closed by force may take, out of sight, to tell the server and say how it ended. */
const FAREWELL_MILLISECONDS = 500;
/**
 * The same, where the server may know more than the frame: a bank was linked, or is being linked at this moment. The
 * frame asks for as much again each time that it hears that it is not over yet.
 */
const HANDOVER_MILLISECONDS = 5_000;

/**
 * How a run begins: over the page, or after a tile was pressed.
 * @typedef {{way: 'overlay' | 'embedded', institution?: string}} Start
 */

/**
 * What a frame is told first.
 * @param {Config} config
 * @param {Start} start
 */
function initOf(config, start) {
  const { token, receivedRedirectUri } = config;
  return { token, ...start, receivedRedirectUri, webview: inWebview() };
}

/**
 * Opens Link.
 * @param {Config} config
 * @param {Start} start
 * @param {{there: () => void, over: () => void}} ears `there`: Link's page is; `over`: before the last callback
 */
function run(config, start, { there, over }) {
  /** @type {ReturnType<typeof raise> | null} */
  let stage = null;
  /** @type {ReturnType<typeof openLine> | null} */
  let line = null;
  /** @type {Standing} */
  let standing = {
    error: null,
    metadata: { institution: null, status: 'requires_credentials', link_session_id: '', request_id: '' },
  };
  let done = false;
  let opened = false;
  let linked = false;
  let exited = false;
  let leaving = false;
  let latest = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let farewell;

  const removeAll = () => {
    clearTimeout(farewell);
    line?.hangUp();
    stage?.remove();
    line = stage = null;
  };
  /** @param {() => void} callback */
  const finish = (callback) => {
    if (done) return;
    done = true;
    over();
    callback();
  };
  /** @param {Standing} last */
  const leave = (last) => finish(() => {
    removeAll();
    config.tell.exit(last);
  });

  /** @param {string} name @param {Payload} metadata */
  const tellEvent = (name, metadata) => {
    opened ||= name === 'OPEN';
    linked ||= metadata.view_name === 'CONNECTED';
    exited ||= name === 'EXIT';
    latest = Math.max(latest, Date.parse(metadata.timestamp) || 0);
    config.tell.event(name, metadata);
  };

  /** Ends the run as it stands, without the frame. */
  const leaveNow = () => finish(() => {
    removeAll();
    if (opened && !exited) {
      const { error, metadata } = standing;
      tellEvent('EXIT', {
        ...emptyEvent(),
        error_type: error?.error_type ?? null,
        error_code: error?.error_code ?? null,
        error_message: error?.error_message ?? null,
        exit_status: metadata.status ?? null,
        institution_id: metadata.institution?.institution_id ?? null,
        institution_name: metadata.institution?.name ?? null,
        link_session_id: metadata.link_session_id,
        request_id: metadata.request_id,
        timestamp: new Date(Math.max(Date.now(), latest + 1)).toISOString(),
      });
    }
    config.tell.exit(standing);
  });

  /** @param {number} milliseconds for the frame to say how it ended */
  const awaitEnd = (milliseconds) => {
    clearTimeout(farewell);
    farewell = setTimeout(leaveNow, milliseconds);
  };
  /** Closes Link for good: at once for the person, and for the app as soon as the frame has said how it ended. */
  const force = () => {
    if (done || leaving) return;
    if (!line?.isTalking()) {
      leaveNow();
      return;
    }
    leaving = true;
    stage?.lower();
    line.say('force');
    awaitEnd(linked ? HANDOVER_MILLISECONDS : FAREWELL_MILLISECONDS);
  };

  /** @param {Said} said */
  const hear = (said) => {
    if (done) return;
    switch (said.t) {
      case 'standing':
        standing = { error: said.error, metadata: said.metadata };
        break;
      case 'event':
        tellEvent(said.name, said.metadata);
        break;
      case 'success':
        finish(() => {
          removeAll();
          config.tell.success(said.public_token, said.metadata);
        });
        break;
      case 'exit':
        leave({ error: said.error, metadata: said.metadata });
        break;
      case 'wait':
        if (leaving) awaitEnd(HANDOVER_MILLISECONDS);
        break;
      case 'leave':
        if (originOf(said.url) === origin) location.assign(said.url);
    }
  };

  const origin = findOrigin() ?? '';
  /** Asks the frame to close, which it may answer with a question to the person. */
  const ask = () => {
    if (line?.isReady()) line.say('exit');
    else force();
  };
  const begin = () => {
    if (done) return;
    const nonce = makeNonce();
    stage = raise(frameAddress(origin, 'frame', config.token ?? '', nonce), ask, leaveNow);
    line = openLine(stage.frame, { origin, nonce }, initOf(config, start), {
      greeted() {
        stage?.reveal();
        there();
      },
      hear,
      silent(what) {
        console.error(what);
        leave(failure('API_ERROR', 'INTERNAL_SERVER_ERROR', 'Link could not be loaded'));
      },
    });
  };
  const refused = obstacle(config);
  // said later, so that `open()` has returned before `onExit`
  if (refused) setTimeout(() => leave(refused));
  else if (document.body) begin();
  else document.addEventListener('DOMContentLoaded', begin, { once: true });

  return {
    ask,
    force,
    /** Whether Link was closed by force and the frame has yet to answer. */
    isLeaving: () => leaving && !done,
    leaveNow,
    /** Removes everything; only a farewell that was begun is still said. */
    destroy() {
      if (leaving) leaveNow();
      finish(() => {});
      removeAll();
    },
  };
}
