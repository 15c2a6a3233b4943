import { createPublicKey } from 'node:crypto';
import { type OrganiserSession, signSession } from '@convener/signing';
import type { Clock } from '../../part.ts';
import type { Stack } from '../../stack/model.ts';
import type { LocalKeys } from '../keys/local-keys.ts';
import type { ParameterStore } from '../parameters/parameter-store.ts';
import { people, type Role } from './people.ts';

export interface ProgramToken {
  readonly token: string;
  readonly role: Role;
  readonly expiresAt: Date;
}

/** As long as a working day, so that a script is not cut off in the middle. */
const lifetimeSeconds = 12 * 3600;

/**
 * Bearer tokens for programs, signed with the organisers service's own session key, so every service accepts them as it
 * accepts a session. Where the service has not run yet, the pair of keys is made here under the names that it uses.
 */
export function tokenIssuer(store: ParameterStore, keys: LocalKeys, stack: Stack, clock: Clock): (role: Role) => Promise<ProgramToken> {
  const prefix = `${secretPrefix(stack)}/organisers`;
  return async (role) => {
    const now = clock.now();
    const person = people.find(({ roles }) => roles.length === 1 && roles[0] === role);
    const session: OrganiserSession = { kind: 'organiser', organiserId: person?.sub ?? `program-${role}`, roles: [role] };
    const token = await signSession(session, await sessionKey(store, keys, prefix), now, lifetimeSeconds);
    return { token, role, expiresAt: new Date(now.getTime() + lifetimeSeconds * 1000) };
  };
}

/** `/convener/<stage>`, as the functions are told it. */
export function secretPrefix(stack: Stack): string {
  return stack.functions.find(({ environment }) => environment.SECRET_PREFIX)?.environment.SECRET_PREFIX ?? '/convener/local';
}

async function sessionKey(store: ParameterStore, keys: LocalKeys, prefix: string): Promise<string> {
  const privateName = `${prefix}/session-private-key`;
  const held = (await store.get(privateName, true))?.value;
  const privateKey = held ?? String((await keys.privateKey('organiser-sessions', 'ed25519')).export({ type: 'pkcs8', format: 'pem' }));
  if (held === undefined) await store.put({ name: privateName, type: 'SecureString', value: privateKey });
  const publicName = `${prefix}/session-public-key`;
  if ((await store.get(publicName, false)) === undefined) {
    const publicKey = String(createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }));
    await store.put({ name: publicName, type: 'String', value: publicKey });
  }
  return privateKey;
}
