import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isRecord, StackProblem } from './template.ts';

/** Keeps the value of every secret that the template asks AWS to make. A value is made once and then stays. */
export interface Secrets {
  /** The value under `name`; the first time, the one that `make` gives. */
  value(name: string, make?: () => string): string;
}

/** Secrets that live as long as the process: for reading a stack without running it. */
export function secretsInMemory(): Secrets {
  const kept = new Map<string, string>();
  return { value: (name, make = randomText) => kept.get(name) ?? keep(kept, name, make()) };
}

/** Secrets in a file that only its owner may read, so that they survive a restart. */
export function secretsOnDisk(file: string): Secrets {
  const kept = new Map<string, string>(existsSync(file) ? readSecrets(file) : []);
  return {
    value(name, make = randomText) {
      const known = kept.get(name);
      if (known !== undefined) return known;
      keep(kept, name, make());
      mkdirSync(dirname(file), { recursive: true });
      // Renamed into place, so that a stop half-way leaves the old file and not half a new one.
      writeFileSync(`${file}.new`, JSON.stringify(Object.fromEntries(kept), null, 2), { mode: 0o600 });
      renameSync(`${file}.new`, file);
      return kept.get(name) ?? '';
    },
  };
}

/** A random text of `length` letters and digits. */
export function randomText(length = 40): string {
  return randomBytes(length * 2)
    .toString('base64')
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, length);
}

/** Replaces `{{resolve:secretsmanager:<name or ARN>[:SecretString[:<json key>…]]}}` by the secret's value. */
export function resolveDynamicReferences(value: string, secrets: Secrets): string {
  return value.replace(/\{\{resolve:([^:}]+):([^}]+)\}\}/g, (_whole, service: string, rest: string) => {
    if (service !== 'secretsmanager')
      throw new StackProblem(`The dynamic reference {{resolve:${service}:…}} is not known to the local cloud.`);
    const parts = rest.split(':');
    const name = rest.startsWith('arn:') ? (parts.splice(0, 7)[6] ?? '') : (parts.shift() ?? '');
    const jsonKey = parts[1] ?? '';
    const secret = secrets.value(name);
    return jsonKey === '' ? secret : fieldOf(secret, jsonKey, name);
  });
}

function fieldOf(secret: string, key: string, name: string): string {
  const fields: unknown = JSON.parse(secret);
  const field = isRecord(fields) ? fields[key] : undefined;
  if (typeof field !== 'string') throw new StackProblem(`The secret ${name} has no field ${key}.`);
  return field;
}

function keep(kept: Map<string, string>, name: string, value: string): string {
  kept.set(name, value);
  return value;
}

function readSecrets(file: string): [string, string][] {
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (isRecord(read)) return Object.entries(read).map(([name, value]) => [name, String(value)]);
  } catch (cause) {
    throw new StackProblem(`The data folder is damaged: ${file} cannot be read. Start with --fresh to begin again.`, { cause });
  }
  throw new StackProblem(`The data folder is damaged: ${file} holds no secrets. Start with --fresh to begin again.`);
}
