import { createHmac, timingSafeEqual } from 'node:crypto';

/** 192 bits of HMAC-SHA256: beyond the 128 bits that a link in mail needs, short enough for one line of plain text. */
const macBytes = 24;

export interface LinkClaim {
  /** What the link may do, for example `registration.manage`; a token of one purpose fails for every other. */
  readonly purpose: string;
  /** Opaque id of what it is about; never an address. */
  readonly subject: string;
  /** The link version kept on the item; raising it there revokes every link before. */
  readonly version: number;
}

function mac(claim: LinkClaim, secret: string): Buffer {
  return createHmac('sha256', secret).update(`${claim.purpose}\n${claim.subject}\n${claim.version}`).digest().subarray(0, macBytes);
}

/** A token that is safe in a path: `<subject>.<version>.<mac>`. Nothing usable is stored anywhere. */
export function signLink(claim: LinkClaim, secret: string): string {
  return `${claim.subject}.${claim.version}.${mac(claim, secret).toString('base64url')}`;
}

export type LinkReading = { readonly kind: 'good'; readonly claim: LinkClaim } | { readonly kind: 'forged' };

/**
 * Says whether the token was made here for this purpose. The caller compares `version` with the item that it loads anyway. Only the very
 * text that was made is good: one link has one spelling.
 */
export function readLink(token: string, purpose: string, secret: string): LinkReading {
  const [subject, version, given, ...rest] = token.split('.');
  if (!subject || !version || !given || rest.length > 0 || !/^\d{1,9}$/.test(version)) return { kind: 'forged' };
  const claim: LinkClaim = { purpose, subject, version: Number(version) };
  const [received, expected] = [Buffer.from(token), Buffer.from(signLink(claim, secret))];
  if (received.length !== expected.length || !timingSafeEqual(received, expected)) return { kind: 'forged' };
  return { kind: 'good', claim };
}
