// On the way to a bank: lets go of the window that opened this one, then goes on.

const link = document.getElementById('go');
if (link instanceof HTMLAnchorElement) {
  window.opener = null;
  location.replace(link.href);
}
