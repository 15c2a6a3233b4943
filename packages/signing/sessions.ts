import { createPrivateKey, createPublicKey } from 'node:crypto';
import type { Role } from '@convener/contracts';
import { jwtVerify, SignJWT } from 'jose';

/**
 * Sessions are short signed tokens (JWT, EdDSA). Only their issuer holds the private key; every service verifies with the public one, so
 * that no service can sign anybody in but organisers (for organisers) and registration (for attendees).
 */
const algorithm = 'EdDSA';
const issuer = 'convener';

export interface OrganiserSession {
  readonly kind: 'organiser';
  readonly organiserId: string;
  readonly roles: readonly Role[];
  /** As the sign-in provider knows them, for those who review who looked at what. */
  readonly name?: string;
  /** The version of the organiser's record that it was signed by, so that a loss of roles can end it; see `ended-sessions.ts`. */
  readonly standing?: number;
}

/** Somebody who came by a link in their mail; good for their own place only. */
export interface AttendeeSession {
  readonly kind: 'attendee';
  readonly registrationId: string;
  readonly eventId: string;
  /**
   * A pseudonym of the person, the same at every event of the network, so that accessibility can find what somebody asked it to remember
   * without ever seeing an address. In every session alike, whether or not anything is remembered.
   */
  readonly person?: string;
}

export type Session = OrganiserSession | AttendeeSession;

/** Signs a session that ends `lifetimeSeconds` after `now`. */
export async function signSession(session: Session, privateKeyPem: string, now: Date, lifetimeSeconds: number): Promise<string> {
  const subject = session.kind === 'organiser' ? session.organiserId : session.registrationId;
  const claims =
    session.kind === 'organiser'
      ? { roles: session.roles, name: session.name, standing: session.standing }
      : { event: session.eventId, person: session.person };
  const issuedAt = Math.floor(now.getTime() / 1000);
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: algorithm })
    .setIssuer(issuer)
    .setAudience(session.kind)
    .setSubject(subject)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + lifetimeSeconds)
    .sign(createPrivateKey(privateKeyPem));
}

const knownRoles: ReadonlySet<unknown> = new Set(['organiser', 'access-coordinator', 'editor'] satisfies Role[]);

function isRole(value: unknown): value is Role {
  return knownRoles.has(value);
}

/** The session that the token carries, or nothing where it is forged, expired or meant for something else. */
export async function readSession<K extends Session['kind']>(
  token: string,
  kind: K,
  publicKeyPem: string,
  now: Date,
): Promise<Extract<Session, { kind: K }> | undefined>;
export async function readSession(token: string, kind: Session['kind'], publicKeyPem: string, now: Date): Promise<Session | undefined> {
  try {
    const key = createPublicKey(publicKeyPem);
    const { payload } = await jwtVerify(token, key, { issuer, audience: kind, algorithms: [algorithm], currentDate: now });
    if (!payload.sub) return undefined;
    if (kind === 'attendee') {
      if (typeof payload.event !== 'string') return undefined;
      const person = typeof payload.person === 'string' ? { person: payload.person } : {};
      return { kind, registrationId: payload.sub, eventId: payload.event, ...person };
    }
    const name = typeof payload.name === 'string' && payload.name !== '' ? { name: payload.name } : {};
    const standing = typeof payload.standing === 'number' ? { standing: payload.standing } : {};
    const roles = Array.isArray(payload.roles) ? payload.roles.filter(isRole) : [];
    return { kind, organiserId: payload.sub, roles, ...name, ...standing };
  } catch {
    return undefined;
  }
}
