// @ts-check
// What the official quickstart's page does with Link, told once more: a token from the server, react-plaid-link, the
// public token back to the server, and a table of what came of it. For where no checkout of it is at hand.
import { createElement as h, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { usePlaidLink } from 'react-plaid-link';

/** @param {{token: string | null, onLinked: () => void}} props */
function Launch({ token, onLinked }) {
  const { open, ready } = usePlaidLink({
    token,
    onSuccess: async (publicToken) => {
      await fetch('/api/set_access_token', {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8' },
        body: `public_token=${publicToken}`,
      });
      onLinked();
    },
  });
  return h('button', { type: 'button', disabled: !ready, onClick: () => open() }, 'Launch Link');
}

function Page() {
  const [token, setToken] = useState(/** @type {string | null} */ (null));
  const [linked, setLinked] = useState(false);
  const [numbers, setNumbers] = useState(/** @type {string[]} */ ([]));
  useEffect(() => {
    fetch('/api/create_link_token', { method: 'POST' })
      .then((answer) => answer.json())
      .then((answer) => setToken(answer.link_token));
  }, []);
  const read = async () => {
    const answer = await (await fetch('/api/auth')).json();
    setNumbers(answer.numbers.ach.map((/** @type {{account: string}} */ number) => number.account));
  };
  if (!linked) return h(Launch, { token, onLinked: () => setLinked(true) });
  return h(
    'section',
    null,
    h('span', null, 'Auth'),
    h('button', { type: 'button', onClick: read }, 'Send request'),
    h('table', null, h('tbody', null, ...numbers.map((number) => h('tr', { key: number }, h('td', null, number))))),
  );
}

createRoot(/** @type {HTMLElement} */ (document.getElementById('root'))).render(h(Page));
