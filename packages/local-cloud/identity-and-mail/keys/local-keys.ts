import { createCipheriv, createDecipheriv, createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import type { Stack } from '../../stack/model.ts';
import { type Kept, openKept } from '../kept.ts';
import { Refusal } from '../protocol.ts';

/** Key material made once and kept on disk: what KMS, SecureString parameters and sign-in lean on. Not a place for real secrets. */
export interface LocalKeys {
  /** The key's ARN for an id, ARN or alias as a caller writes it; refuses a key that the stack does not have. */
  arnOf(keyId: string): string;
  seal(keyArn: string, plain: Uint8Array, context: string): Promise<Uint8Array>;
  /** Opens what `seal` closed; refuses when the bytes or the context were changed. */
  open(sealed: Uint8Array, context: string): Promise<{ readonly keyArn: string; readonly plain: Uint8Array }>;
  secret(name: string, bytes: number): Promise<Buffer>;
  privateKey(name: string, kind: PrivateKeyKind): Promise<KeyObject>;
}

export type PrivateKeyKind = 'rsa' | 'p256' | 'ed25519';

export async function openLocalKeys(file: string, stack: Stack): Promise<LocalKeys> {
  const kept: Kept<string> = await openKept(file, z.string());

  async function once(name: string, make: () => string): Promise<string> {
    const held = kept.get(name);
    if (held !== undefined) return held;
    const made = make();
    await kept.set(name, made);
    return made;
  }

  async function secret(name: string, bytes: number): Promise<Buffer> {
    return Buffer.from(await once(`secret:${name}`, () => randomBytes(bytes).toString('base64')), 'base64');
  }

  return {
    secret,
    arnOf: (keyId) => arnOf(stack, keyId),
    async seal(keyArn, plain, context) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', await secret(keyArn, 32), iv).setAAD(Buffer.from(context));
      const closed = Buffer.concat([cipher.update(plain), cipher.final()]);
      const name = Buffer.from(keyArn);
      return Buffer.concat([Buffer.of(name.length), name, iv, cipher.getAuthTag(), closed]);
    },
    async open(sealed, context) {
      const bytes = Buffer.from(sealed);
      const nameEnd = 1 + (bytes[0] ?? 0);
      const keyArn = bytes.subarray(1, nameEnd).toString();
      if (!keyArn.startsWith('arn:aws:kms:') || bytes.length < nameEnd + 28)
        throw new Refusal('InvalidCiphertextException', 'not sealed by these keys');
      try {
        const decipher = createDecipheriv('aes-256-gcm', await secret(keyArn, 32), bytes.subarray(nameEnd, nameEnd + 12), {
          authTagLength: 16,
        });
        decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(nameEnd + 12, nameEnd + 28));
        return { keyArn, plain: Buffer.concat([decipher.update(bytes.subarray(nameEnd + 28)), decipher.final()]) };
      } catch {
        throw new Refusal('InvalidCiphertextException', 'the ciphertext or its context was changed');
      }
    },
    async privateKey(name, kind) {
      return createPrivateKey(await once(`${kind}:${name}`, () => newPrivateKey(kind).export({ type: 'pkcs8', format: 'pem' }).toString()));
    },
  };
}

function newPrivateKey(kind: PrivateKeyKind): KeyObject {
  switch (kind) {
    case 'rsa':
      return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    case 'p256':
      return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    case 'ed25519':
      return generateKeyPairSync('ed25519').privateKey;
  }
}

function arnOf(stack: Stack, keyId: string): string {
  const name = keyId.replace(/^arn:aws:kms:[^:]*:[^:]*:/, '');
  // The keys that AWS keeps for each service exist in every account without anybody declaring them.
  if (name.startsWith('alias/aws/')) return `arn:aws:kms:${stack.region}:${stack.account}:key/${name.slice('alias/'.length)}`;
  const bare = name.replace(/^key\//, '');
  const found = stack.keys.find((key) => key.arn.endsWith(`:key/${bare}`) || key.aliases.includes(name));
  if (found === undefined) throw new Refusal('NotFoundException', `Key '${keyId}' does not exist`);
  return found.arn;
}
