import type { LocalAnswer } from '../front/local-pages.ts';
import { renderPage } from './layout.ts';

/** Nothing inline, nothing from elsewhere; the script may only ask this same site. */
const pagePolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const always = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' };

export function htmlAnswer(body: string, policy: string = pagePolicy, status = 200): LocalAnswer {
  return { status, headers: { ...always, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy }, body };
}

export function jsonAnswer(value: unknown, status = 200): LocalAnswer {
  return { status, headers: { ...always, 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(value, null, 1) };
}

export function textAnswer(body: string, status = 200, type = 'text/plain'): LocalAnswer {
  return { status, headers: { ...always, 'content-type': `${type}; charset=utf-8` }, body };
}

export function seeOther(location: string): LocalAnswer {
  return { status: 303, headers: { ...always, location }, body: '' };
}

export function notFound(): LocalAnswer {
  return htmlAnswer(renderPage({ title: 'Not here', current: 'overview', body: 'This machine has no such page.' }), pagePolicy, 404);
}
