// Forms of a pane: what was filled in as an input of the flow, what is missing, and the small helps beside fields.

import { announce } from './markup.js';

/** @typedef {import('./session.js').Input} Input */

/**
 * What a form says, as an input.
 * @param {HTMLFormElement} form
 * @returns {Input}
 */
export function inputOf(form) {
  const all = (/** @type {string} */ selector) =>
    /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll(selector)]);
  switch (form.dataset.input) {
    case 'credentials':
      return { kind: 'credentials', fields: all('[data-field]').map((field) => [field.name, field.value]) };
    case 'accounts':
      return { kind: 'accounts', keys: all('[data-account]:checked').map((box) => box.value) };
    default:
      return {
        kind: 'answers',
        answers: all('[data-answer]').filter((field) => !isChoice(field) || field.checked).map((field) => field.value),
      };
  }
}

/**
 * Marks what is missing and goes to the first of it.
 * @param {HTMLFormElement} form
 * @returns {boolean} whether nothing is
 */
export function complete(form) {
  /** @type {HTMLElement | null} */
  let first = null;
  for (const group of form.querySelectorAll('.field')) {
    const fields = /** @type {HTMLInputElement[]} */ ([...group.querySelectorAll('input')]);
    const done = fields.length === 0 || fields.some((field) => (isChoice(field) ? field.checked : field.value !== ''));
    mark(group, fields, done);
    if (!done) first ??= fields[0] ?? null;
  }
  if (first) {
    first.focus();
    announce(first.closest('.field')?.querySelector('[data-error]')?.textContent ?? '');
  }
  return first === null;
}

/**
 * @param {Element} group
 * @param {HTMLInputElement[]} fields
 * @param {boolean} done
 */
function mark(group, fields, done) {
  const error = /** @type {HTMLElement | null} */ (group.querySelector('[data-error]'));
  if (error) error.hidden = done;
  for (const field of fields) {
    if (!done) field.setAttribute('aria-invalid', 'true');
    else if (error) field.removeAttribute('aria-invalid');
  }
}

/** @param {HTMLInputElement} field */
function isChoice(field) {
  return field.type === 'radio' || field.type === 'checkbox';
}

/**
 * Takes the mark off a field that is being mended, and words the button by what is chosen.
 * @param {Event} event
 */
export function onInput(event) {
  const field = /** @type {HTMLElement} */ (event.target);
  const group = field.closest('.field');
  if (group && field instanceof HTMLInputElement) {
    const fields = /** @type {HTMLInputElement[]} */ ([...group.querySelectorAll('input')]);
    const error = /** @type {HTMLElement | null} */ (group.querySelector('[data-error]'));
    if (error && !error.hidden) mark(group, fields, true);
  }
  const form = field.closest('form');
  if (form?.dataset.labels) label(form);
}

/**
 * Words the button of the accounts: it says what is about to be shared.
 * @param {HTMLFormElement} form
 */
export function label(form) {
  const text = form.querySelector('[data-button-text]');
  if (!text || !form.dataset.labels) return;
  const chosen = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll('[data-account]:checked')]);
  /** @type {string[]} */
  const labels = JSON.parse(form.dataset.labels);
  const [only] = chosen;
  const before = /** @type {HTMLElement | null} */ (text.previousElementSibling);
  if (before) before.hidden = chosen.length === 0;
  text.textContent = (chosen.length === 1 ? only?.dataset.label : labels[chosen.length]) ?? labels[0] ?? '';
}

/**
 * Chooses all accounts, or none.
 * @param {HTMLElement} button
 * @param {boolean} checked
 */
export function choose(button, checked) {
  const form = button.closest('form');
  if (!form) return;
  for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll('[data-account]'))) {
    box.checked = checked;
    box.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

/**
 * Shows or hides a password.
 * @param {HTMLElement} button
 */
export function reveal(button) {
  const field = document.getElementById(button.getAttribute('aria-controls') ?? '');
  if (!(field instanceof HTMLInputElement)) return;
  const shown = field.type === 'password';
  field.type = shown ? 'text' : 'password';
  button.setAttribute('aria-pressed', String(shown));
  button.setAttribute('aria-label', (shown ? button.dataset.on : button.dataset.off) ?? '');
}

/**
 * The user name that a sign-in has.
 * @param {ParentNode} root
 * @returns {string}
 */
export function userName(root) {
  return /** @type {HTMLInputElement | null} */ (root.querySelector('[data-field][autocomplete=username]'))?.value ?? '';
}

/**
 * Goes to what has to be mended first; in a sign-in that was refused the user name is there again.
 * @param {ParentNode} root
 * @param {string} name
 * @returns {boolean} whether there is such a field
 */
export function mend(root, name) {
  const user = /** @type {HTMLInputElement | null} */ (root.querySelector('[data-field][autocomplete=username]'));
  if (user && name) user.value = name;
  const wrong = /** @type {HTMLInputElement | null} */ (root.querySelector('input[aria-invalid=true]'));
  wrong?.focus();
  if (wrong === user) user?.select();
  return wrong !== null;
}

/**
 * Marks a list of which something is above what is seen.
 * @param {Event} event
 */
export function onScroll({ target }) {
  if (target instanceof Element && target.matches('.content')) target.classList.toggle('scrolled', target.scrollTop > 2);
}

/**
 * Empties every field that may hold a secret, so that nothing is there when the page is come back to.
 * @param {ParentNode} root
 */
export function empty(root) {
  for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (root.querySelectorAll('[data-field], [data-answer]'))) {
    if (isChoice(field)) field.checked = field.defaultChecked;
    else field.value = '';
  }
}

/**
 * Moves among tiles by arrow keys, as they stand on the screen; above the first row is the search field.
 * @param {KeyboardEvent} event
 * @param {ParentNode} root
 */
export function onArrow(event, root) {
  const field = /** @type {HTMLElement | null} */ (root.querySelector('[data-search]'));
  const tiles = /** @type {HTMLElement[]} */ ([...root.querySelectorAll('.tile')]).filter((tile) => tile.offsetParent);
  const from = /** @type {HTMLElement} */ (event.target);
  const here = tiles.indexOf(from);
  if (from === field) {
    if (event.key !== 'ArrowDown' || !tiles[0]) return;
    event.preventDefault();
    tiles[0].focus();
    return;
  }
  if (here < 0) return;
  const place = from.getBoundingClientRect();
  const column = (/** @type {HTMLElement} */ tile) => Math.abs(tile.getBoundingClientRect().left - place.left);
  const rows = (/** @type {number} */ way) => {
    const beyond = tiles.filter((tile) => (tile.getBoundingClientRect().top - place.top) * way > 1);
    const near = Math.min(...beyond.map((tile) => Math.abs(tile.getBoundingClientRect().top - place.top)));
    const row = beyond.filter((tile) => Math.abs(tile.getBoundingClientRect().top - place.top) <= near + 1);
    return row.sort((left, right) => column(left) - column(right))[0];
  };
  /** @type {Record<string, () => HTMLElement | null | undefined>} */
  const moves = {
    ArrowRight: () => tiles[here + 1],
    ArrowLeft: () => tiles[here - 1] ?? field,
    ArrowDown: () => rows(1),
    ArrowUp: () => rows(-1) ?? field,
    Home: () => tiles[0],
    End: () => tiles.at(-1),
  };
  const to = moves[event.key]?.();
  if (!to) return;
  event.preventDefault();
  to.focus();
}
