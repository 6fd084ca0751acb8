// An app of somebody else's: a small web server on `localhost`, so that Link on `127.0.0.1` is another site.
// Its pages allow only what the documentation asks for, so that every test is a test under a strict policy.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { bundle } from './bundle.js';

/**
 * What one page of the app is like.
 * @typedef {object} PageOptions
 * @property {string} [link] where the script of Link comes from; the server's usual address when absent
 * @property {'script' | 'marker' | 'vendor' | 'none'} [load] `script`: one tag of ours; `marker`: the inert tag of
 *   the vendor's address written by hand besides; `vendor`: only the vendor's address; `none`: no tag
 * @property {string} [code] the app's own code: `plain`, or `react-3`, `react-4`, `react-5`
 * @property {string | null} [policy] the Content-Security-Policy; a strict one when absent, none when null
 * @property {string} [body] what stands in the body
 */

/** The address that existing pages load Link from. */
export const VENDOR_SCRIPT = 'https://cdn.plaid.com/link/v2/stable/link-initialize.js';

const BODY = '<h1>Fern Savings</h1><button id="launch" type="button">Link a bank</button><div id="root"></div>';

export class AppServer {
  /** @param {string} link where Link is served */
  constructor(link) {
    this.link = link;
    /** @type {string[]} what browsers reported against the policy of a page */
    this.reports = [];
    /** @type {{url: string, referrer: string | undefined}[]} every request that came */
    this.requests = [];
    /** @type {Map<string, PageOptions>} */
    this.pages = new Map([['/', {}]]);
    /** @type {Map<string, {body: string, headers: Record<string, string>}>} files as they are, by their path */
    this.files = new Map();
    this.server = createServer((request, response) => {
      this.answer(request, response).catch((error) => {
        response.writeHead(500, { 'Content-Type': 'text/plain' }).end(String(error));
      });
    });
    this.origin = '';
  }

  /** Begins to listen. */
  async start() {
    await new Promise((resolve) => this.server.listen(0, 'localhost', () => resolve(undefined)));
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('the app has no port');
    this.origin = `http://localhost:${address.port}`;
  }

  async stop() {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /**
   * Adds a page, or changes one.
   * @param {string} path
   * @param {PageOptions} options
   */
  page(path, options) {
    this.pages.set(path, options);
  }

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  async answer(request, response) {
    const url = new URL(request.url ?? '/', this.origin);
    this.requests.push({ url: url.href, referrer: request.headers.referer });
    if (url.pathname === '/policy-report') {
      let text = '';
      for await (const chunk of request) text += chunk;
      this.reports.push(text);
      response.writeHead(204).end();
      return;
    }
    if (url.pathname === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    const file = this.files.get(url.pathname);
    if (file) {
      response.writeHead(200, { 'Cache-Control': 'no-store', ...file.headers }).end(file.body);
      return;
    }
    const page = this.pages.get(url.pathname);
    if (page) {
      /** @type {Record<string, string>} */
      const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' };
      const policy = page.policy === undefined ? this.strictPolicy(page.link ?? this.link) : page.policy;
      if (policy !== null) headers['Content-Security-Policy'] = policy;
      response.writeHead(200, headers).end(this.html(page));
      return;
    }
    const code = /^\/code\/([a-z0-9-]+)\.js$/.exec(url.pathname);
    if (code?.[1]) {
      const text = code[1].startsWith('react-') ? await bundle(code[1]) : await plain(code[1]);
      response.writeHead(200, { 'Content-Type': 'text/javascript', 'Cache-Control': 'no-store' }).end(text);
      return;
    }
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('not found');
  }

  /**
   * The policy of the documentation, with Trusted Types besides.
   * @param {string} link
   */
  strictPolicy(link) {
    return [
      "default-src 'none'",
      `script-src 'self' ${link}`,
      `frame-src ${link}`,
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
      'report-uri /policy-report',
    ].join('; ');
  }

  /** @param {PageOptions} page */
  html(page) {
    const ours = `<script src="${page.link ?? this.link}/link/v2/stable/link-initialize.js"></script>`;
    const marker = `<script type="text/plain" src="${VENDOR_SCRIPT}"></script>`;
    const tags = {
      script: ours,
      marker: ours + marker,
      vendor: `<script src="${VENDOR_SCRIPT}"></script>`,
      none: '',
    };
    return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Fern Savings</title>
${tags[page.load ?? 'script']}</head>
<body>${page.body ?? BODY}<script src="/code/${page.code ?? 'plain'}.js"></script></body></html>`;
  }
}

/** @param {string} name */
function plain(name) {
  return readFile(new URL(`./apps/${name}.js`, import.meta.url), 'utf8');
}
