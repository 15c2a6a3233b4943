import type { Page } from 'playwright-core';
import { asset } from '../assets/serve.ts';

/** The content policy that every page must work under. */
export const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** One page and the assets, served to a browser under the content policy without a server. */
export function servePages() {
  const site = {
    address: 'http://network.test/',
    html: '',
    attach: (page: Page) =>
      page.route('http://network.test/**', async (route) => {
        const path = new URL(route.request().url()).pathname;
        const found = path.startsWith('/assets/') ? asset(path.slice('/assets/'.length)) : undefined;
        if (found) return route.fulfill({ body: found.body, contentType: found.contentType });
        if (path !== '/') return route.fulfill({ status: 404, body: '' });
        return route.fulfill({ body: site.html, contentType: 'text/html; charset=utf-8', headers: { 'content-security-policy': policy } });
      }),
  };
  return site;
}
