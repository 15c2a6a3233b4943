import type { Organiser } from '../domain/organiser.ts';
import { type Claims, decideSignIn, type SignIn } from '../domain/sign-in.ts';
import type { OrganiserStore, Sessions, SignInStore } from './ports.ts';

/** Every service verifies a session by itself; after this it is renewed, with the roles of that moment. */
export const sessionSeconds = 30 * 60;
/** After this, the identity provider is asked again. */
export const signInSeconds = 12 * 60 * 60;
/** How long a program's token lasts, unless whoever made it is removed or loses a role meanwhile. */
export const tokenSeconds = 12 * 60 * 60;

export interface SignInPorts {
  readonly store: Pick<OrganiserStore, 'find' | 'save'>;
  readonly signIns: SignInStore;
  readonly sessions: Sessions;
  readonly newId: () => string;
  /** Address of the network's first organiser, by deployment; empty when there is none. */
  readonly firstOrganiser: string;
}

export type SignedIn =
  | { readonly kind: 'signed-in'; readonly session: string; readonly signInId: string }
  | Extract<SignIn, { kind: 'refused' }>;

/** Somebody comes back from the identity provider. */
export async function signInWith(claims: Claims, now: Date, ports: SignInPorts): Promise<SignedIn> {
  const id = await ports.sessions.idOf(claims.address);
  const loaded = await ports.store.find(id);
  const isFirst = ports.firstOrganiser !== '' && ports.firstOrganiser.toLowerCase() === claims.address.toLowerCase();
  const decision = decideSignIn(loaded?.organiser, claims, id, isFirst);
  if (decision.kind === 'refused') return decision;
  const { organiser } = decision;
  let standing = loaded?.version ?? 0;
  if (decision.isNew) {
    const saved = await ports.store.save({ loaded, organiser, announcement: 'signed-in', actor: { kind: 'organiser', id }, now });
    // Somebody changed this organiser in the same moment; what they decided counts.
    if (saved !== 'saved') return signInWith(claims, now, ports);
    standing += 1;
  }
  const signInId = ports.newId();
  await ports.signIns.start(signInId, id, new Date(now.getTime() + signInSeconds * 1000));
  return { kind: 'signed-in', session: await ports.sessions.sign({ ...organiser, standing }, now, sessionSeconds), signInId };
}

type RenewalPorts = Pick<SignInPorts, 'store' | 'signIns' | 'sessions'>;

/** A fresh session for somebody whose sign-in still lasts, with the roles that they have now. */
export async function renewSession(signInId: string | undefined, now: Date, ports: RenewalPorts): Promise<string | undefined> {
  const organiser = await whoSignedIn(signInId, now, ports);
  return organiser && ports.sessions.sign(organiser, now, sessionSeconds);
}

/**
 * A token for a program of somebody who has signed in by themselves. A token alone makes no other, or whoever was removed could go on for
 * ever by renewing theirs in time.
 */
export async function tokenForProgram(
  who: { readonly signInId: string | undefined; readonly organiserId: string },
  now: Date,
  ports: RenewalPorts,
): Promise<string | undefined> {
  const organiser = await whoSignedIn(who.signInId, now, ports);
  return organiser?.id === who.organiserId ? ports.sessions.sign(organiser, now, tokenSeconds) : undefined;
}

async function whoSignedIn(
  signInId: string | undefined,
  now: Date,
  { store, signIns }: RenewalPorts,
): Promise<(Extract<Organiser, { kind: 'active' }> & { readonly standing: number }) | undefined> {
  const id = signInId && (await signIns.find(signInId, now));
  const loaded = id ? await store.find(id) : undefined;
  return loaded?.organiser.kind === 'active' ? { ...loaded.organiser, standing: loaded.version } : undefined;
}
