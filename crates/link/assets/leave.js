// On the way to a bank: tells the window that opened this one, lets go of it, and goes on.

const link = document.getElementById('go');
if (link instanceof HTMLAnchorElement) {
  // Link may have been opened by another name of this server; there is nothing secret in this.
  window.opener?.postMessage({ t: 'departed' }, '*');
  window.opener = null;
  location.replace(link.href);
}
