import { describe, expect, test } from 'vitest';
import { readCookies, writeCookie } from './cookies.ts';
import { wantedFormat } from './negotiation.ts';
import { mayChangeState } from './same-origin.ts';

const site = 'https://network.example';
const organiserRoute = { audience: 'organiser', path: '/organise' } as const;
const publicRoute = { audience: 'public', path: '/join' } as const;
const post = (origin: string | undefined, bearer = false) => ({ method: 'POST', origin, bearer });

describe('a state-changing request comes from a page of this site', () => {
  test.each([
    undefined,
    'null',
    'https://evil.example',
    'http://network.example',
    'https://network.example.evil.example',
    'https://network.example:444',
  ])('Origin %s is refused', (origin) => {
    expect(mayChangeState(post(origin), publicRoute, site)).toBe(false);
    expect(mayChangeState(post(origin), organiserRoute, site)).toBe(false);
  });

  test('its own Origin passes, and reading needs none', () => {
    expect(mayChangeState(post(site), publicRoute, site)).toBe(true);
    expect(mayChangeState({ method: 'GET', origin: undefined, bearer: false }, publicRoute, site)).toBe(true);
  });

  test('the named exceptions: one-click unsubscribe, and bearer calls to organisers’ routes alone', () => {
    expect(mayChangeState(post(undefined), { ...publicRoute, audience: 'one-click' }, site)).toBe(true);
    expect(mayChangeState(post(undefined, true), organiserRoute, site)).toBe(true);
    expect(mayChangeState(post(undefined, true), publicRoute, site)).toBe(false);
  });

  test('an address that does not exist says so to everybody, programs too: nothing is changed there', () => {
    for (const bearer of [true, false])
      expect(mayChangeState(post(undefined, bearer), { audience: 'public', path: '$default' }, site)).toBe(true);
  });

  test('is caught by these tests: a twin that lets a missing Origin pass', () => {
    const twin = (origin: string | undefined) => origin === undefined || origin === site;
    expect(twin(undefined)).not.toBe(mayChangeState(post(undefined), publicRoute, site));
  });
});

describe('cookies', () => {
  test('carry the __Host- prefix and Secure on https, and neither on one machine', () => {
    const cookie = { name: 'organiser', value: 'abc', maxAgeSeconds: 60 };
    expect(writeCookie(cookie, site)).toBe('__Host-organiser=abc; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure');
    expect(writeCookie(cookie, 'http://127.0.0.1:3000')).toBe('organiser=abc; Path=/; Max-Age=60; HttpOnly; SameSite=Lax');
  });

  test('without the prefix count for nothing on https: a neighbouring host could have set them', () => {
    expect(readCookies(['organiser=planted', '__Host-place=real'], site)).toEqual({ place: 'real' });
  });

  test('called __proto__ are cookies and nothing more', () => {
    const cookies = readCookies(['__proto__=x'], 'http://127.0.0.1:3000');
    expect(Object.getPrototypeOf(cookies)).toBe(Object.prototype);
  });
});

test.each([
  [undefined, 'html'],
  ['text/html,application/xhtml+xml,application/json;q=0.9', 'html'],
  ['application/json', 'json'],
  ['application/problem+json, application/json', 'json'],
  ['*/*', 'html'],
] as const)('Accept %s wants %s', (accept, wanted) => {
  expect(wantedFormat(accept)).toBe(wanted);
});
