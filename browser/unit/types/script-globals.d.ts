// What the server writes at the head of link-initialize.js.

/** The server's own address. */
declare const HOME: string;
/** The server's version. */
declare const VERSION: string;
