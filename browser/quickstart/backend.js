// The server side of the official quickstart, as its front end asks for it, on our API.
import { ApiError } from '../support/api.js';

/**
 * Answers `/api/…`; false where the address is another one.
 * @param {import('../support/api.js').Api} api
 */
export function backend(api) {
  let accessToken = '';
  /** @type {Record<string, (body: URLSearchParams) => Promise<unknown>>} */
  const routes = {
    '/api/info': async () => ({ item_id: null, access_token: null, products: ['auth'] }),
    '/api/create_link_token': () => api.linkToken({ client_name: 'Plaid Quickstart' }),
    '/api/set_access_token': async (body) => {
      const { access_token, item_id } = await api.exchange(body.get('public_token') ?? '');
      accessToken = access_token;
      return { access_token, item_id, error: null };
    },
    '/api/auth': () => api.auth(accessToken),
    '/api/accounts': () => api.post('/accounts/get', { access_token: accessToken }),
    '/api/link_exit_error': async () => ({}),
  };
  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  return async (request, response) => {
    const route = routes[new URL(request.url ?? '/', 'http://localhost').pathname];
    if (!route) return false;
    let text = '';
    for await (const chunk of request) text += chunk;
    /** @type {unknown} */
    let answer;
    try {
      answer = await route(new URLSearchParams(text));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      answer = { error: { ...error.body, status_code: error.status } };
    }
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
    return true;
  };
}
