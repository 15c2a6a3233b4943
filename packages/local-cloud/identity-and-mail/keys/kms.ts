import { constants, createHmac, createPublicKey, type KeyObject, randomBytes, sign, timingSafeEqual, verify } from 'node:crypto';
import * as z from 'zod/mini';
import type { AwsService } from '../../part.ts';
import type { Stack } from '../../stack/model.ts';
import { action, answerJson, type JsonAction, Refusal } from '../protocol.ts';
import type { LocalKeys } from './local-keys.ts';

const keyId = z.string();
const context = z.optional(z.record(z.string(), z.string()));
const blob = z.string();

const signing = {
  ECDSA_SHA_256: { kind: 'p256', digest: 'sha256', padding: undefined },
  RSASSA_PKCS1_V1_5_SHA_256: { kind: 'rsa', digest: 'sha256', padding: constants.RSA_PKCS1_PADDING },
  RSASSA_PSS_SHA_256: { kind: 'rsa', digest: 'sha256', padding: constants.RSA_PKCS1_PSS_PADDING },
  ED25519_SHA_512: { kind: 'ed25519', digest: null, padding: undefined },
} as const;
type SigningAlgorithm = keyof typeof signing;
const signingAlgorithm = z.enum(['ECDSA_SHA_256', 'RSASSA_PKCS1_V1_5_SHA_256', 'RSASSA_PSS_SHA_256', 'ED25519_SHA_512']);

/** KMS as far as a service uses a key: seal, open, data keys, MACs, signatures. Encryption context is bound as KMS binds it. */
export function kms(keys: LocalKeys, stack: Stack): AwsService {
  const actions: Readonly<Record<string, JsonAction>> = { ...sealing(keys), ...describing(keys, stack), ...proving(keys) };
  return { handle: (request) => answerJson(request, actions) };
}

function contextText(pairs: Readonly<Record<string, string>> | undefined): string {
  return JSON.stringify(Object.entries(pairs ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

function sealing(keys: LocalKeys): Record<string, JsonAction> {
  const dataKeyInput = z.object({
    KeyId: keyId,
    KeySpec: z.optional(z.enum(['AES_256', 'AES_128'])),
    NumberOfBytes: z.optional(z.number()),
    EncryptionContext: context,
  });
  async function dataKey(input: z.infer<typeof dataKeyInput>): Promise<{ KeyId: string; CiphertextBlob: string; Plaintext: string }> {
    const arn = keys.arnOf(input.KeyId);
    const plain = randomBytes(input.NumberOfBytes ?? (input.KeySpec === 'AES_128' ? 16 : 32));
    const sealed = await keys.seal(arn, plain, contextText(input.EncryptionContext));
    return { KeyId: arn, CiphertextBlob: base64(sealed), Plaintext: base64(plain) };
  }
  return {
    Encrypt: action(z.object({ KeyId: keyId, Plaintext: blob, EncryptionContext: context }), async (input) => {
      const plain = Buffer.from(input.Plaintext, 'base64');
      if (plain.length > 4096) throw new Refusal('ValidationException', 'Plaintext must be at most 4096 bytes');
      const arn = keys.arnOf(input.KeyId);
      const sealed = await keys.seal(arn, plain, contextText(input.EncryptionContext));
      return { KeyId: arn, CiphertextBlob: base64(sealed), EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' };
    }),
    Decrypt: action(z.object({ KeyId: z.optional(keyId), CiphertextBlob: blob, EncryptionContext: context }), async (input) => {
      const opened = await keys.open(Buffer.from(input.CiphertextBlob, 'base64'), contextText(input.EncryptionContext));
      if (input.KeyId !== undefined && keys.arnOf(input.KeyId) !== opened.keyArn) {
        throw new Refusal('IncorrectKeyException', 'The key ID in the request does not identify the key that sealed this');
      }
      return { KeyId: opened.keyArn, Plaintext: base64(opened.plain), EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' };
    }),
    GenerateDataKey: action(dataKeyInput, dataKey),
    GenerateDataKeyWithoutPlaintext: action(dataKeyInput, async (input) => {
      const { KeyId, CiphertextBlob } = await dataKey(input);
      return { KeyId, CiphertextBlob };
    }),
  };
}

function describing(keys: LocalKeys, stack: Stack): Record<string, JsonAction> {
  return {
    DescribeKey: action(z.object({ KeyId: keyId }), async (input) => {
      const arn = keys.arnOf(input.KeyId);
      const manager = arn.includes(':key/aws/') ? 'AWS' : 'CUSTOMER';
      return {
        KeyMetadata: {
          AWSAccountId: stack.account,
          KeyId: arn.slice(arn.indexOf('key/') + 4),
          Arn: arn,
          Enabled: true,
          KeyState: 'Enabled',
          KeyUsage: 'ENCRYPT_DECRYPT',
          KeySpec: 'SYMMETRIC_DEFAULT',
          KeyManager: manager,
          Origin: 'AWS_KMS',
        },
      };
    }),
  };
}

/** A key's kind is not in the stack's model, so each algorithm gets key material of its own under the key's name. */
function proving(keys: LocalKeys): Record<string, JsonAction> {
  const macInput = { KeyId: keyId, Message: blob, MacAlgorithm: z.enum(['HMAC_SHA_256', 'HMAC_SHA_384', 'HMAC_SHA_512']) };
  async function mac(input: { KeyId: string; Message: string; MacAlgorithm: string }): Promise<Buffer> {
    const secret = await keys.secret(`${keys.arnOf(input.KeyId)}#mac`, 32);
    return createHmac(input.MacAlgorithm.slice(5).replace('_', ''), secret).update(Buffer.from(input.Message, 'base64')).digest();
  }
  async function keyFor(id: string, algorithm: SigningAlgorithm): Promise<KeyObject> {
    return keys.privateKey(keys.arnOf(id), signing[algorithm].kind);
  }
  const messageType = z.optional(z.literal('RAW', { error: 'only MessageType RAW is spoken on one machine' }));
  return {
    GenerateMac: action(z.object(macInput), async (input) => ({
      KeyId: keys.arnOf(input.KeyId),
      Mac: base64(await mac(input)),
      MacAlgorithm: input.MacAlgorithm,
    })),
    VerifyMac: action(z.object({ ...macInput, Mac: blob }), async (input) => {
      const expected = await mac(input);
      const given = Buffer.from(input.Mac, 'base64');
      if (given.length !== expected.length || !timingSafeEqual(given, expected))
        throw new Refusal('KMSInvalidMacException', 'The MAC is not valid');
      return { KeyId: keys.arnOf(input.KeyId), MacValid: true, MacAlgorithm: input.MacAlgorithm };
    }),
    Sign: action(z.object({ KeyId: keyId, Message: blob, MessageType: messageType, SigningAlgorithm: signingAlgorithm }), async (input) => {
      const how = signing[input.SigningAlgorithm];
      const key = await keyFor(input.KeyId, input.SigningAlgorithm);
      const made = sign(how.digest, Buffer.from(input.Message, 'base64'), how.padding === undefined ? key : { key, padding: how.padding });
      return { KeyId: keys.arnOf(input.KeyId), Signature: base64(made), SigningAlgorithm: input.SigningAlgorithm };
    }),
    Verify: action(
      z.object({ KeyId: keyId, Message: blob, Signature: blob, MessageType: messageType, SigningAlgorithm: signingAlgorithm }),
      async (input) => {
        const how = signing[input.SigningAlgorithm];
        const key = createPublicKey(await keyFor(input.KeyId, input.SigningAlgorithm));
        const good = verify(
          how.digest,
          Buffer.from(input.Message, 'base64'),
          how.padding === undefined ? key : { key, padding: how.padding },
          Buffer.from(input.Signature, 'base64'),
        );
        if (!good) throw new Refusal('KMSInvalidSignatureException', 'The signature is not valid');
        return { KeyId: keys.arnOf(input.KeyId), SignatureValid: true, SigningAlgorithm: input.SigningAlgorithm };
      },
    ),
  };
}
