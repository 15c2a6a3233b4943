import * as z from 'zod/mini';
import type { Clock } from '../../part.ts';
import { openKept } from '../kept.ts';
import type { LocalKeys } from '../keys/local-keys.ts';
import { Refusal } from '../protocol.ts';

const kept = z.object({
  type: z.enum(['String', 'StringList', 'SecureString']),
  /** Base64 of the sealed value where the type is SecureString. */
  value: z.string(),
  version: z.number(),
  modified: z.string(),
  keyArn: z.optional(z.string()),
});
export type ParameterType = z.infer<typeof kept>['type'];

export interface Parameter {
  readonly name: string;
  readonly type: ParameterType;
  readonly value: string;
  readonly version: number;
  readonly modified: Date;
}

export interface ParameterStore {
  /** A SecureString comes back sealed unless it is asked for in the clear. */
  get(name: string, clear: boolean): Promise<Parameter | undefined>;
  /** Refuses an existing name unless `overwrite`; answers the new version. */
  put(parameter: { name: string; type?: ParameterType; value: string; overwrite?: boolean; keyId?: string }): Promise<number>;
  remove(name: string): Promise<boolean>;
  names(): readonly string[];
}

/** Standard parameters hold 4 KB, as in Systems Manager. */
const longest = 4096;

export async function openParameterStore(file: string, keys: LocalKeys, clock: Clock): Promise<ParameterStore> {
  const all = await openKept(file, kept);

  return {
    names: () => all.entries().map(([name]) => name),
    async get(name, clear) {
      const found = all.get(name);
      if (found === undefined) return undefined;
      const value =
        clear && found.type === 'SecureString'
          ? Buffer.from((await keys.open(Buffer.from(found.value, 'base64'), name)).plain).toString('utf8')
          : found.value;
      return { name, type: found.type, value, version: found.version, modified: new Date(found.modified) };
    },
    async put({ name, type, value, overwrite = false, keyId }) {
      const before = all.get(name);
      checkNew(name, value, before !== undefined, overwrite);
      const chosen = type ?? before?.type;
      if (chosen === undefined) throw new Refusal('ValidationException', 'A parameter type is required when you create a parameter.');
      const version = (before?.version ?? 0) + 1;
      const modified = clock.now().toISOString();
      if (chosen !== 'SecureString') {
        await all.set(name, { type: chosen, value, version, modified });
        return version;
      }
      const keyArn = keys.arnOf(keyId ?? 'alias/aws/ssm');
      const sealed = Buffer.from(await keys.seal(keyArn, Buffer.from(value), name)).toString('base64');
      // Sealing waits, and two first writers may meet here: only one of them may win.
      if (!overwrite && all.get(name) !== undefined) throw alreadyThere();
      await all.set(name, { type: chosen, value: sealed, version, modified, keyArn });
      return version;
    },
    async remove(name) {
      if (all.get(name) === undefined) return false;
      await all.delete(name);
      return true;
    },
  };
}

function checkNew(name: string, value: string, exists: boolean, overwrite: boolean): void {
  if (!/^\/?[\w.-]+(\/[\w.-]+)*$/.test(name))
    throw new Refusal('ValidationException', `Parameter name "${name}" may hold letters, digits, . _ - and / only.`);
  if (exists && !overwrite) throw alreadyThere();
  if (value === '') throw new Refusal('ValidationException', 'A parameter value may not be empty.');
  if (Buffer.byteLength(value) > longest)
    throw new Refusal('ValidationException', `Standard tier parameters hold at most ${longest} characters.`);
}

function alreadyThere(): Refusal {
  return new Refusal(
    'ParameterAlreadyExists',
    'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.',
  );
}
