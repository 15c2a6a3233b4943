import { createHmac, randomBytes } from 'node:crypto';
import { type Parameters, readLink, readSession, signLink, signSession } from '@convener/signing';
import { normalisedAddress } from '../domain/registration.ts';
import { sessionSeconds } from '../domain/session.ts';
import type { Identities, Links, Sessions } from '../use-cases/ports.ts';

/** 144 bits: nobody finds the registration of an address without the secret, and no two meet by chance. */
const idBytes = 18;

async function keyed(parameters: Parameters, name: string, text: string): Promise<Buffer> {
  return createHmac('sha256', await parameters.secret(name))
    .update(text)
    .digest();
}

export function identities(parameters: Parameters): Identities {
  return {
    registrationId: async (address, eventId) => {
      const mac = await keyed(parameters, 'identity-secret', `registration\n${eventId}\n${address}`);
      return `reg_${mac.subarray(0, idBytes).toString('base64url')}`;
    },
    fingerprint: async (text) => (await keyed(parameters, 'identity-secret', `form\n${text}`)).toString('base64url'),
  };
}

/**
 * The pseudonym of an address that rides in every session of a place, so that accessibility can find what somebody asked it to remember.
 * Of this secret and a purpose of its own: it opens nothing, and nobody else can make it. None where there is no address.
 */
async function personOf(parameters: Parameters, address: string): Promise<string | undefined> {
  if (!address) return undefined;
  return `per_${(await keyed(parameters, 'identity-secret', `person\n${normalisedAddress(address)}`)).subarray(0, idBytes).toString('base64url')}`;
}

/** For somebody without an address: there is nothing that an id could follow from. */
export function newRegistrationId(): string {
  return `reg_${randomBytes(idBytes).toString('base64url')}`;
}

/** The pseudonym under which registrations from one network are counted. */
export async function viewerPseudonym(parameters: Parameters, network: string): Promise<string> {
  return (await keyed(parameters, 'identity-secret', `viewer\n${network}`)).subarray(0, idBytes).toString('base64url');
}

export function links(parameters: Parameters, baseUrl: string): Links {
  const secret = () => parameters.secret('link-secret');
  return {
    mint: async (purpose, { registrationId, linkVersion }) => {
      const token = signLink({ purpose: `registration.${purpose}`, subject: registrationId, version: linkVersion }, await secret());
      return `${baseUrl}/registrations/${purpose}/${token}`;
    },
    read: async (purpose, token) => {
      const reading = readLink(token, `registration.${purpose}`, await secret());
      return reading.kind === 'good' ? { registrationId: reading.claim.subject, linkVersion: reading.claim.version } : undefined;
    },
  };
}

export function sessions(parameters: Parameters): Sessions {
  return {
    open: async ({ registrationId, eventId, email }, now) => {
      const [person, key] = await Promise.all([personOf(parameters, email), parameters.privateKey('attendee')]);
      return signSession({ kind: 'attendee', registrationId, eventId, ...(person ? { person } : {}) }, key, now, sessionSeconds);
    },
    read: async (token, now) => {
      const key = await parameters.publicKey('registration', 'attendee');
      return key ? (await readSession(token, 'attendee', key, now))?.registrationId : undefined;
    },
  };
}
