import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeRoles, invite, type Organiser, remove } from './organiser.ts';
import { type Claims, decideSignIn, rolesInClaim, safeReturn } from './sign-in.ts';

const claims: Claims = { address: 'morag@example.org', addressVerified: true, name: 'Morag Sample', roles: [] };
const active: Organiser = { kind: 'active', id: 'org_1', address: 'morag@example.org', name: 'Morag Sample', roles: ['organiser'] };

describe('signing in', () => {
  test('nobody comes in on an address that the provider has not verified', () => {
    expect(decideSignIn(active, { ...claims, addressVerified: false }, 'org_1', true)).toEqual({ kind: 'refused', reason: 'unverified' });
  });

  test('somebody unknown without a role is not invited', () => {
    expect(decideSignIn(undefined, claims, 'org_1', false)).toEqual({ kind: 'refused', reason: 'not-invited' });
  });

  test('somebody removed stays out, whatever the provider claims', () => {
    const claiming = { ...claims, roles: ['organiser' as const] };
    expect(decideSignIn({ kind: 'removed', id: 'org_1' }, claiming, 'org_1', true)).toEqual({ kind: 'refused', reason: 'removed' });
  });

  test('our own record decides over the provider’s claim', () => {
    const editor: Organiser = { kind: 'invited', id: 'org_1', address: claims.address, roles: ['editor'] };
    expect(decideSignIn(editor, { ...claims, roles: ['organiser'] }, 'org_1', false)).toMatchObject({ organiser: { roles: ['editor'] } });
  });

  test('the first organiser can invite, and reads nobody’s needs unless the provider says so', () => {
    expect(decideSignIn(undefined, claims, 'org_1', true)).toMatchObject({ kind: 'welcome', organiser: { roles: ['organiser'] } });
    const coordinating = { ...claims, roles: ['access-coordinator' as const] };
    expect(decideSignIn(undefined, coordinating, 'org_1', true)).toMatchObject({
      organiser: { roles: ['organiser', 'access-coordinator'] },
    });
  });
});

describe('the way back', () => {
  const tricks = [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/%0d%0aset-cookie:x',
    '',
    '\\\\evil',
    '/a\\b',
  ];

  test.each(tricks)('%j stays on this site', (trick) => {
    expect(new URL(safeReturn(trick), 'https://network.example').origin).toBe('https://network.example');
  });

  test('whatever is asked, it never leaves', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((s) => `/${s}`),
        ),
        (wanted) => new URL(safeReturn(wanted), 'https://network.example').origin === 'https://network.example',
      ),
    );
  });

  test('is caught by this test: a twin that only looks for a leading slash leaves', () => {
    const twin = (wanted: string) => (wanted.startsWith('/') ? wanted : '/organise');
    expect(tricks.some((trick) => new URL(twin(trick), 'https://network.example').origin !== 'https://network.example')).toBe(true);
  });

  test('a page with its query is kept', () => {
    expect(safeReturn('/organise/events?x=1&y=2')).toBe('/organise/events?x=1&y=2');
  });
});

describe('roles', () => {
  test('are read from a list or a text, and nothing else', () => {
    expect(rolesInClaim(['editor', 'admin'])).toEqual(['editor']);
    expect(rolesInClaim('organiser, access-coordinator')).toEqual(['organiser', 'access-coordinator']);
    expect(rolesInClaim({ organiser: true })).toEqual([]);
  });

  test('the last organiser can neither be removed nor lose the role', () => {
    expect(remove(active, [])).toEqual({ kind: 'refused', reason: 'last-organiser' });
    expect(changeRoles(active, ['editor'], [])).toEqual({ kind: 'refused', reason: 'last-organiser' });
    expect(remove(active, [{ ...active, id: 'org_2' }])).toMatchObject({ kind: 'changed', organiser: { kind: 'removed', id: 'org_1' } });
  });

  test('somebody removed can be invited again', () => {
    expect(invite({ kind: 'removed', id: 'org_1' }, { id: 'org_1', address: 'a@example.org', roles: ['editor'] })).toMatchObject({
      kind: 'changed',
    });
  });
});
