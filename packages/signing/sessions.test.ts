import { generateKeyPairSync } from 'node:crypto';
import { SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { type OrganiserSession, readSession, signSession } from './sessions.ts';

const now = new Date('2026-03-01T09:00:00Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

function keys() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privateKey: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    publicKey: String(publicKey.export({ type: 'spki', format: 'pem' })),
  };
}

const ours = keys();
const organiser: OrganiserSession = { kind: 'organiser', organiserId: 'org_sample', roles: ['organiser', 'editor'] };
const token = await signSession(organiser, ours.privateKey, now, 1800);

test('an organiser’s session says who and in which roles', async () => {
  expect(await readSession(token, 'organiser', ours.publicKey, later(60))).toEqual(organiser);
  const named = { ...organiser, name: 'Sample Organiser' };
  expect(await readSession(await signSession(named, ours.privateKey, now, 60), 'organiser', ours.publicKey, now)).toEqual(named);
});

test('an attendee’s session is good for one place', async () => {
  const session = { kind: 'attendee' as const, registrationId: 'reg_sample', eventId: 'evt_sample' };
  expect(await readSession(await signSession(session, ours.privateKey, now, 60), 'attendee', ours.publicKey, now)).toEqual(session);
  const known = { ...session, person: 'per_sample' };
  expect(await readSession(await signSession(known, ours.privateKey, now, 60), 'attendee', ours.publicKey, now)).toEqual(known);
});

describe('nobody comes in', () => {
  test.each([
    ['when the session has ended', () => readSession(token, 'organiser', ours.publicKey, later(1801))],
    ['with a key of somebody else', () => readSession(token, 'organiser', keys().publicKey, now)],
    ['as an attendee with an organiser’s session', () => readSession(token, 'attendee', ours.publicKey, now)],
    ['with a changed token', () => readSession(`${token.slice(0, -6)}AAAAAA`, 'organiser', ours.publicKey, now)],
    ['with nonsense', () => readSession('nonsense', 'organiser', ours.publicKey, now)],
  ])('%s', async (_what, read) => {
    expect(await read()).toBeUndefined();
  });

  test('with a token that signs itself: no algorithm, or the public key as a secret', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = { iss: 'convener', aud: 'organiser', sub: 'org_sample', roles: ['organiser'], exp: later(600).getTime() / 1000 };
    expect(await readSession(`${part({ alg: 'none' })}.${part(claims)}.`, 'organiser', ours.publicKey, now)).toBeUndefined();
    const confused = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(ours.publicKey));
    expect(await readSession(confused, 'organiser', ours.publicKey, now)).toBeUndefined();
  });

  test('in a role that does not exist', async () => {
    const { importPKCS8 } = await import('jose');
    const made = await new SignJWT({ roles: ['owner', 'editor'] })
      .setProtectedHeader({ alg: 'EdDSA' })
      .setIssuer('convener')
      .setAudience('organiser')
      .setSubject('org_sample')
      .setExpirationTime(later(60).getTime() / 1000)
      .sign(await importPKCS8(ours.privateKey, 'EdDSA'));
    expect(await readSession(made, 'organiser', ours.publicKey, now)).toMatchObject({ roles: ['editor'] });
  });
});
