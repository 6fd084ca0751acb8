// Back from a bank: this window was opened for the visit and closes itself. Where the browser keeps it open, it says
// that it can be closed.

window.close();
