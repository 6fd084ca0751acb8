// The browser's own Back, on pages that Link has for itself.

/** @typedef {import('./flow.js').Flow} Flow */

/**
 * Makes the browser's Back mean one pane back, on pages of their own.
 * @param {Flow} flow
 */
export function backMeansBack(flow) {
  const keep = () => history.pushState({ link: true }, '');
  keep();
  addEventListener('popstate', () => {
    if (flow.over || !flow.shown?.back) return history.back();
    keep();
    void flow.act({ kind: 'back' }, null);
  });
}
