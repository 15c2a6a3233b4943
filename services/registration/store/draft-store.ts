import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { commit, fromItem, getItem, type Table, toItem, type Write } from '@convener/dynamodb';
import * as z from 'zod/mini';
import { draftSeconds } from '../domain/draft-time.ts';
import { type Draft, type DraftReading, type Drafts, DraftTooLongError } from '../use-cases/draft-ports.ts';
import { draftKey } from './keys.ts';

const draftSchema = z.object({
  attempt: z.string(),
  typed: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  seen: z.array(z.string()),
});

const itemSchema = z.object({ expiresAt: z.number(), sealed: z.optional(z.custom<Uint8Array>((value) => value instanceof Uint8Array)) });

const cipher = 'aes-256-gcm';
const [keyBytes, nonceBytes, tagBytes] = [32, 12, 16];
/** Below the 400 KB of an item. Everything that the rules of a form admit stays below it; blanks without end, which they set aside, do not. */
const mostBytes = 390_000;

/**
 * A draft lies under a random id, sealed with a random key; both are in the browser's cookie and nowhere else. What is in the table is
 * of no use to whoever reads the table, and expires by itself.
 */
export function draftStore(table: Table): Drafts {
  const put = async (id: string, sealed: Uint8Array | undefined, now: Date, under: Pick<Write, 'condition'> = {}) => {
    if (sealed && sealed.length > mostBytes) throw new DraftTooLongError();
    const expiresAt = Math.floor(now.getTime() / 1000) + draftSeconds;
    await commit(table, [{ kind: 'put', item: toItem({ ...draftKey(id), expiresAt, ...(sealed ? { sealed } : {}) }), ...under }]);
  };
  return {
    begin: async (draft, now) => {
      const [id, key] = [randomBytes(16).toString('base64url'), randomBytes(keyBytes)];
      await put(id, seal(draft, id, key), now);
      return `${id}.${key.toString('base64url')}`;
    },
    keep: async (token, draft, now) => {
      const held = partsOf(token);
      // A page that was on its way as the form was sent does not bring its answers back.
      if (held) await put(held.id, seal(draft, held.id, held.key), now, { condition: 'attribute_exists(sealed)' });
    },
    read: async (token, now) => {
      const held = partsOf(token);
      const item = held && (await getItem(table, draftKey(held.id)));
      return held && item ? readingOf(fromItem(item), held, now) : { kind: 'none' };
    },
    sent: async (token, now) => {
      const held = partsOf(token);
      if (held) await put(held.id, undefined, now);
    },
  };
}

interface Held {
  readonly id: string;
  readonly key: Buffer;
}

function partsOf(token: string): Held | undefined {
  const [, id, key] = /^([\w-]{22})\.([\w-]{43})$/.exec(token) ?? [];
  return id && key ? { id, key: Buffer.from(key, 'base64url') } : undefined;
}

function readingOf(item: unknown, held: Held, now: Date): DraftReading {
  const read = itemSchema.safeParse(item);
  if (!read.success || read.data.expiresAt * 1000 <= now.getTime()) return { kind: 'none' };
  if (!read.data.sealed) return { kind: 'sent' };
  const draft = unseal(read.data.sealed, held);
  return draft ? { kind: 'begun', draft } : { kind: 'none' };
}

function seal(draft: Draft, id: string, key: Buffer): Uint8Array {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(id));
  const text = Buffer.concat([sealing.update(JSON.stringify(draft), 'utf8'), sealing.final()]);
  return new Uint8Array(Buffer.concat([nonce, sealing.getAuthTag(), text]));
}

/** Undefined where the key is not the one that it was sealed with. */
function unseal(sealed: Uint8Array, { id, key }: Held): Draft | undefined {
  const bytes = Buffer.from(sealed);
  const opening = createDecipheriv(cipher, key, bytes.subarray(0, nonceBytes)).setAAD(Buffer.from(id));
  opening.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  try {
    const text = Buffer.concat([opening.update(bytes.subarray(nonceBytes + tagBytes)), opening.final()]);
    const read = draftSchema.safeParse(JSON.parse(text.toString('utf8')));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}
