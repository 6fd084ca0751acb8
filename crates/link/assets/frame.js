// Link over an app's page: what happens goes to the page through the port.

import { Flow } from './flow.js';
import { greet } from './handshake.js';
import { Memory } from './session.js';

/** @param {import('./handshake.js').Opening} opening */
function run(opening) {
  const { port } = opening;

  const flow = new Flow(
    {
      ready: () => port.send({ t: 'ready' }),
      event: ({ event_name: name, metadata }) => port.send({ t: 'event', name, metadata }),
      standing: ({ error, metadata }) => port.send({ t: 'standing', error, metadata }),
      end: ({ callback, error, metadata, public_token }) =>
        port.send(callback === 'success' ? { t: 'success', public_token: public_token ?? null, metadata } : { t: 'exit', error: error ?? null, metadata }),
      refused: ({ error, metadata }) => port.send({ t: 'exit', error, metadata }),
      leave: (url) => port.send({ t: 'leave', url }),
      wait: () => port.send({ t: 'wait' }),
    },
    // Another frame has another nonce: only a reload of this very frame resumes.
    new Memory(opening.nonce),
  );

  port.listen((t) => {
    if (t === 'exit') void flow.leave();
    else if (t === 'force') void flow.force();
  });

  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('dialog[open]')) void flow.leave();
  });

  void flow.start({
    token: opening.token,
    way: opening.way,
    origin: opening.origin,
    institution: opening.way === 'embedded' ? opening.institution : null,
    webview: opening.webview,
    received_redirect_uri: opening.receivedRedirectUri,
  });
}

void greet().then(run);
