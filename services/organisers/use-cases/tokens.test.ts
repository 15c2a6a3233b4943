import { withTable } from '@convener/testing';
import { beforeEach, expect, test } from 'vitest';
import { organisers } from '../service.ts';
import { organiserStore } from '../store/organiser-store.ts';
import { signInStore } from '../store/sign-in-store.ts';
import { changeOrganiser } from './manage-organisers.ts';
import type { OrganiserStore, Sessions } from './ports.ts';
import { renewSession, type SignInPorts, signInWith, tokenForProgram } from './sign-in.ts';

const now = new Date('2026-03-01T09:00:00Z');
const hoursLater = (hours: number) => new Date(now.getTime() + hours * 60 * 60 * 1000);
const claims = (address: string) => ({ address, addressVerified: true, name: 'Sample Organiser', roles: ['organiser'] as const });
/** A readable stand-in for the signature: what is signed, and until when. */
const sessions: Sessions = {
  idOf: async (address) => `org_${address.split('@')[0]}`,
  sign: async ({ id, roles }, at, seconds) => `${id} ${roles.join('+')} ${(at.getTime() - now.getTime()) / 1000 + seconds}`,
};
let ports: SignInPorts & { readonly store: OrganiserStore };
let ada: { readonly signInId: string; readonly organiserId: string };

beforeEach(async () => {
  const table = await withTable(organisers.tables.main);
  ports = {
    store: organiserStore(table),
    signIns: signInStore(table),
    sessions,
    newId: () => crypto.randomUUID(),
    firstOrganiser: '',
  };
  ada = { signInId: await signedIn('ada@example.org'), organiserId: 'org_ada' };
  await signedIn('ben@example.org');
});

async function signedIn(address: string): Promise<string> {
  const outcome = await signInWith(claims(address), now, ports);
  if (outcome.kind !== 'signed-in') throw new Error(`${address} was not let in.`);
  return outcome.signInId;
}

const change = (wanted: Parameters<typeof changeOrganiser>[0]['change']) =>
  changeOrganiser({ organiserId: 'org_ada', change: wanted, actor: { kind: 'organiser', id: 'org_ben' }, now }, ports);

test('whoever has signed in gets a token with the roles that they have now', async () => {
  expect(await tokenForProgram(ada, now, ports)).toBe('org_ada organiser 43200');
  expect((await change({ kind: 'roles', roles: ['editor'] })).kind).toBe('changed');
  expect(await tokenForProgram(ada, now, ports)).toBe('org_ada editor 43200');
});

test('a token alone makes no other', async () => {
  expect(await tokenForProgram({ ...ada, signInId: undefined }, now, ports)).toBeUndefined();
  expect(await tokenForProgram({ ...ada, signInId: 'made-up' }, now, ports)).toBeUndefined();
});

test('whoever was removed makes none, nor renews a session', async () => {
  expect((await change({ kind: 'remove' })).kind).toBe('changed');
  expect(await tokenForProgram(ada, now, ports)).toBeUndefined();
  expect(await renewSession(ada.signInId, now, ports)).toBeUndefined();
});

test('neither does a sign-in that has ended, or that is somebody else’s', async () => {
  expect(await tokenForProgram(ada, hoursLater(12), ports)).toBeUndefined();
  expect(await tokenForProgram({ ...ada, organiserId: 'org_ben' }, now, ports)).toBeUndefined();
  await ports.signIns.end(ada.signInId);
  expect(await tokenForProgram(ada, now, ports)).toBeUndefined();
});

test('is caught by this test: a twin that signs what the session says goes on after the removal', async () => {
  const twin = (session: {
    readonly id: string;
    readonly roles: readonly ['organiser'];
    readonly name: string;
    readonly standing: number;
  }) => sessions.sign(session, now, 43_200);
  await change({ kind: 'remove' });
  expect(await twin({ id: 'org_ada', roles: ['organiser'], name: 'Sample', standing: 1 })).toBe('org_ada organiser 43200');
});
