import { createHmac } from 'node:crypto';
import { type Parameters, readLink, signLink } from '@convener/signing';
import { normalisedAddress } from '../domain/address.ts';
import type { Member } from '../domain/member.ts';
import { type Stream, streams, unsubscribePurpose } from '../domain/streams.ts';
import type { AddressKey, Links } from '../use-cases/ports.ts';

/** 144 bits: nobody finds an address by its key without the secret, and no two meet by chance. */
const keyBytes = 18;

export function addressKeys(parameters: Pick<Parameters, 'secret'>): AddressKey {
  return async (address) => {
    const secret = await parameters.secret('addresses');
    return createHmac('sha256', secret).update(normalisedAddress(address)).digest().subarray(0, keyBytes).toString('base64url');
  };
}

const confirmPurpose = 'member.confirm';
const preferencesPurpose = 'member.preferences';
const sessionPurpose = 'member.session';

export interface MemberClaim {
  readonly memberId: string;
  readonly linkVersion: number;
}

export interface LinkReader {
  confirm(token: string): Promise<MemberClaim | undefined>;
  preferences(token: string): Promise<MemberClaim | undefined>;
  unsubscribe(token: string): Promise<{ readonly addressKey: string; readonly stream: Stream } | undefined>;
}

/** What a link is swapped for: a token that ends by itself, for the cookie of one browser. */
export interface MemberSessions {
  open(claim: MemberClaim, now: Date): Promise<string>;
  read(token: string, now: Date): Promise<MemberClaim | undefined>;
}

export const sessionSeconds = 3600;

export function memberLinks(parameters: Pick<Parameters, 'secret'>, baseUrl: string): Links {
  const secret = () => parameters.secret('links');
  const sign = async (purpose: string, { id, linkVersion }: Pick<Member, 'id' | 'linkVersion'>) =>
    signLink({ purpose, subject: id, version: linkVersion }, await secret());
  return {
    confirm: async (member) => `${baseUrl}/join/confirm/${await sign(confirmPurpose, member)}`,
    preferences: async (member) => `${baseUrl}/preferences/${await sign(preferencesPurpose, member)}`,
    unsubscribe: async (key, stream) =>
      `${baseUrl}/unsubscribe/${signLink({ purpose: unsubscribePurpose(stream), subject: key, version: 1 }, await secret())}`,
  };
}

export function linkReader(parameters: Pick<Parameters, 'secret'>): LinkReader {
  const read = async (token: string, purpose: string): Promise<MemberClaim | undefined> => {
    const reading = readLink(token, purpose, await parameters.secret('links'));
    return reading.kind === 'good' ? { memberId: reading.claim.subject, linkVersion: reading.claim.version } : undefined;
  };
  return {
    confirm: (token) => read(token, confirmPurpose),
    preferences: (token) => read(token, preferencesPurpose),
    unsubscribe: async (token) => {
      const secret = await parameters.secret('links');
      for (const stream of streams) {
        const reading = readLink(token, unsubscribePurpose(stream), secret);
        if (reading.kind === 'good') return { addressKey: reading.claim.subject, stream };
      }
      return undefined;
    },
  };
}

export function memberSessions(parameters: Pick<Parameters, 'secret'>): MemberSessions {
  return {
    open: async ({ memberId, linkVersion }, now) => {
      const ends = Math.floor(now.getTime() / 1000) + sessionSeconds;
      return signLink({ purpose: sessionPurpose, subject: `${memberId}~${ends}`, version: linkVersion }, await parameters.secret('links'));
    },
    read: async (token, now) => {
      const reading = readLink(token, sessionPurpose, await parameters.secret('links'));
      if (reading.kind !== 'good') return undefined;
      const [memberId = '', ends = '0'] = reading.claim.subject.split('~');
      return Number(ends) * 1000 > now.getTime() ? { memberId, linkVersion: reading.claim.version } : undefined;
    },
  };
}
