// The tiles of an embedded Link: as many as fit, a search, and a choice that the page answers by opening Link.

import { greet } from './handshake.js';
import { byId, dress, fill } from './markup.js';
import { SearchBox } from './search.js';
import { Refused, call } from './session.js';

const FEWEST = 2;
const MOST = 15;

const root = byId('tiles');

/** Shows as many tiles as the page gave room for. */
function fit() {
  const list = /** @type {HTMLElement | null} */ (root.querySelector('[data-fit]'));
  if (!list) return;
  const tiles = /** @type {HTMLElement[]} */ ([...list.children]);
  tiles.forEach((tile) => (tile.hidden = false));
  const room = list.parentElement?.getBoundingClientRect().bottom ?? 0;
  const fits = tiles.filter((tile) => tile.getBoundingClientRect().bottom <= room + 1).length;
  const shown = Math.max(FEWEST, Math.min(MOST, fits));
  tiles.forEach((tile, index) => (tile.hidden = index >= shown));
}

/** @param {import('./handshake.js').Opening} opening */
async function run({ token, port }) {
  const box = new SearchBox(root, {
    search: async (query) => {
      const { html, title } = await call('/link/tiles', { token, query });
      return { html, said: title };
    },
    paused: () => {},
    offered: fit,
  });

  root.addEventListener('input', () => box.typed());
  root.addEventListener('keydown', (event) => box.pressed(event));
  root.addEventListener('click', (event) => {
    /** @type {HTMLElement | null} */
    const target = /** @type {Element} */ (event.target).closest('button');
    if (target?.dataset.institution) port.send({ t: 'choose', institution: target.dataset.institution });
    else if (target && 'clearSearch' in target.dataset) box.clear();
  });

  try {
    const { html, title, chrome } = await call('/link/tiles', { token, query: '' });
    dress(chrome);
    document.title = title;
    fill(root, html);
    root.removeAttribute('aria-busy');
    fit();
    new ResizeObserver(fit).observe(root);
    port.send({ t: 'ready' });
  } catch (error) {
    const refused = error instanceof Refused ? error : new Refused(0, null);
    const metadata = { institution: null, link_session_id: '', request_id: refused.requestId, status: null };
    port.send({ t: 'exit', error: refused.error, metadata });
  }
}

void greet().then(run);
