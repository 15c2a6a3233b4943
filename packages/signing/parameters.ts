import { createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { make, read } from './parameter-store.ts';

/**
 * Secrets live in SSM under `<prefix>/<service>/<name>`. The owner makes its own at first need, so that a deployment has no manual step
 * and no secret ever lies in a template. Read once per execution environment.
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

async function readOrMakeSecret(name: string): Promise<string> {
  return (await read(name)) ?? (await make(name, randomBytes(32).toString('base64url'), 'SecureString'));
}

/** Killed between the two writes, the next start still leaves both halves of the same pair. */
async function readOrMakeKeyPair(name: string): Promise<string> {
  const privateKey = (await read(`${name}-private-key`)) ?? (await make(`${name}-private-key`, newPrivateKey(), 'SecureString'));
  if (!(await read(`${name}-public-key`))) {
    await make(`${name}-public-key`, String(createPublicKey(privateKey).export({ type: 'spki', format: 'pem' })), 'String');
  }
  return privateKey;
}

function newPrivateKey(): string {
  return String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));
}
