// @ts-check
// Stands where Link should stand, greets as Link does, and shows whatever it is told.
(() => {
  window.addEventListener('message', (event) => {
    document.body.dataset['heard'] = JSON.stringify(event.data);
  });
  const nonce = new URLSearchParams(location.hash.slice(1)).get('n');
  window.parent.postMessage({ t: 'hello', n: nonce, v: 1 }, '*');
  document.body.dataset['greeted'] = nonce === null ? 'no nonce' : 'yes';
})();
