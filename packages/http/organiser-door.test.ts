import { generateKeyPairSync } from 'node:crypto';
import { readSession, signSession, writeEnded } from '@convener/signing';
import { describe, expect, test } from 'vitest';
import { organiserDoor } from './organiser-door.ts';

const now = new Date('2026-03-01T09:00:00Z');
const pair = generateKeyPairSync('ed25519');
const privateKey = String(pair.privateKey.export({ type: 'pkcs8', format: 'pem' }));
const publicKey = String(pair.publicKey.export({ type: 'spki', format: 'pem' }));
const parameters = { publicKey: async () => publicKey };

/** A token of twelve hours, as a program has it. */
const tokenOf = (standing: number) =>
  signSession({ kind: 'organiser', organiserId: 'org_ada', roles: ['organiser'], standing }, privateKey, now, 43_200);

describe('somebody who was removed, or lost a role', () => {
  const ended = writeEnded([{ organiserId: 'org_ada', standing: 2 }]);
  const door = organiserDoor(parameters, { read: async () => ended });

  test('is out with what was signed before', async () => {
    expect(await door(await tokenOf(1), now)).toBeUndefined();
  });

  test('is in with what was signed since: with the roles that are left, or invited again', async () => {
    expect(await door(await tokenOf(2), now)).toMatchObject({ organiserId: 'org_ada', standing: 2 });
  });

  test('nobody else is out', async () => {
    const others = organiserDoor(parameters, { read: async () => writeEnded([{ organiserId: 'org_ben', standing: 2 }]) });
    expect(await others(await tokenOf(1), now)).toMatchObject({ organiserId: 'org_ada' });
  });

  test('is caught by these tests: a twin that looks at the signature alone lets them in', async () => {
    expect(await readSession(await tokenOf(1), 'organiser', publicKey, now)).toMatchObject({ organiserId: 'org_ada' });
  });
});
