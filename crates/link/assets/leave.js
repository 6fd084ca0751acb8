// On the way to a bank: tells the window that opened this one, lets go of it, and goes on.

const link = document.getElementById('go');
if (link instanceof HTMLAnchorElement) {
  window.opener?.postMessage({ t: 'departed' }, location.origin);
  window.opener = null;
  location.replace(link.href);
}
