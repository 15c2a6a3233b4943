import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { SSMClient } from '@aws-sdk/client-ssm';

/**
 * Secrets live in SSM under `<prefix>/<service>/<name>`. The owner makes its own at first need, so that a deployment has no manual step
 * and no secret ever lies in a template. Read once per execution environment.
 *
 * The SDK's SSM client is imported at first use: most requests need no secret, and a cold start should not pay for it.
 */
export interface Parameters {
  /** The service's own random secret; made when it does not exist yet. */
  secret(name: string): Promise<string>;
  /** The private key of a pair that this service owns; the public half is kept beside it for everybody to read. */
  privateKey(name: string): Promise<string>;
  /** A public key of any service, or undefined while its owner has not made it. */
  publicKey(service: string, name: string): Promise<string | undefined>;
}

export function parametersOf(service: string, prefix: string): Parameters {
  const known = new Map<string, Promise<string | undefined>>();
  const once = <T extends string | undefined>(name: string, load: () => Promise<T>): Promise<string | undefined> => {
    const existing = known.get(name);
    if (existing) return existing;
    const loading: Promise<string | undefined> = load();
    known.set(name, loading);
    // A miss or a failure is not remembered: the owner may make it in the next second.
    loading.then((value) => value ?? known.delete(name)).catch(() => known.delete(name));
    return loading;
  };
  return {
    secret: (name) => required(once(`${prefix}/${service}/${name}`, () => readOrMakeSecret(`${prefix}/${service}/${name}`))),
    privateKey: (name) =>
      required(once(`${prefix}/${service}/${name}-private-key`, () => readOrMakeKeyPair(`${prefix}/${service}/${name}`))),
    publicKey: (owner, name) => once(`${prefix}/${owner}/${name}-public-key`, () => read(`${prefix}/${owner}/${name}-public-key`)),
  };
}

async function required(value: Promise<string | undefined>): Promise<string> {
  const found = await value;
  if (!found) throw new Error('A parameter that was just written cannot be read.');
  return found;
}

let client: SSMClient | undefined;

async function ssm() {
  const sdk = await import('@aws-sdk/client-ssm');
  client ??= new sdk.SSMClient({});
  return { sdk, client };
}

async function read(name: string): Promise<string | undefined> {
  const { sdk, client } = await ssm();
  try {
    const answer = await client.send(new sdk.GetParameterCommand({ Name: name, WithDecryption: true }));
    return answer.Parameter?.Value;
  } catch (error) {
    if (error instanceof sdk.ParameterNotFound) return undefined;
    throw error;
  }
}

/** Writes unless somebody was quicker; either way the stored value is the one that counts. */
async function make(name: string, value: string, type: 'SecureString' | 'String'): Promise<string> {
  const { sdk, client } = await ssm();
  try {
    await client.send(new sdk.PutParameterCommand({ Name: name, Value: value, Type: type, Overwrite: false }));
    return value;
  } catch (error) {
    if (!(error instanceof sdk.ParameterAlreadyExists)) throw error;
    return (await read(name)) ?? value;
  }
}

async function readOrMakeSecret(name: string): Promise<string> {
  return (await read(name)) ?? (await make(name, randomBytes(32).toString('base64url'), 'SecureString'));
}

async function readOrMakeKeyPair(name: string): Promise<string> {
  const existing = await read(`${name}-private-key`);
  const pair = existing ? undefined : generateKeyPairSync('ed25519');
  const privateKey = existing ?? (await make(`${name}-private-key`, exportPrivate(pair), 'SecureString'));
  await makePublicHalf(name, privateKey);
  return privateKey;
}

function exportPrivate(pair: ReturnType<typeof generateKeyPairSync> | undefined): string {
  if (!pair) throw new Error('A key pair is needed to write one.');
  return String(pair.privateKey.export({ type: 'pkcs8', format: 'pem' }));
}

/** Killed between the two writes, the next start still leaves both halves of the same pair. */
async function makePublicHalf(name: string, privateKey: string): Promise<void> {
  if (await read(`${name}-public-key`)) return;
  const { createPublicKey } = await import('node:crypto');
  await make(`${name}-public-key`, String(createPublicKey(privateKey).export({ type: 'spki', format: 'pem' })), 'String');
}
