import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod/mini';
import type { SignInProof } from '../use-cases/ports.ts';

const proofSchema = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), back: z.string(), expiresAt: z.number() });

function seal(body: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(`signing-in\n${body}`).digest();
}

/** The proof of a sign-in under way, in a cookie that only we can have written. */
export function writeProof(proof: SignInProof & { readonly back: string }, expiresAt: Date, secret: string): string {
  const body = Buffer.from(JSON.stringify({ ...proof, expiresAt: expiresAt.getTime() })).toString('base64url');
  return `${body}.${seal(body, secret).toString('base64url')}`;
}

export function readProof(cookie: string | undefined, now: Date, secret: string): (SignInProof & { readonly back: string }) | undefined {
  const [body = '', given = ''] = (cookie ?? '').split('.');
  const [received, expected] = [Buffer.from(given, 'base64url'), seal(body, secret)];
  if (received.length !== expected.length || !timingSafeEqual(received, expected)) return undefined;
  const proof = proofSchema.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')));
  return proof.success && proof.data.expiresAt > now.getTime() ? proof.data : undefined;
}
