import type { Adapter } from 'oidc-provider';
import * as z from 'zod/mini';
import { type Kept, openKept } from '../kept.ts';

const entry = z.object({ payload: z.record(z.string(), z.unknown()), expires: z.optional(z.number()) });
type Entry = z.infer<typeof entry>;

/** The provider's sessions, grants and codes on disk, so that nobody is signed out by a restart. Times are real seconds: so are the provider's. */
export async function keptAdapters(file: string): Promise<(model: string) => Adapter> {
  const kept = await openKept(file, entry);
  for (const [key, held] of kept.entries()) if (isOver(held)) await kept.delete(key);
  return (model) => adapterFor(model, kept);
}

function isOver(held: Entry): boolean {
  return held.expires !== undefined && held.expires < Date.now();
}

function adapterFor(model: string, kept: Kept<Entry>): Adapter {
  const keyOf = (id: string): string => `${model}:${id}`;

  async function find(id: string): Promise<Record<string, unknown> | undefined> {
    const held = kept.get(keyOf(id));
    return held === undefined || isOver(held) ? undefined : held.payload;
  }

  async function findBy(field: string, value: string): Promise<Record<string, unknown> | undefined> {
    const found = kept.entries().find(([key, held]) => key.startsWith(`${model}:`) && held.payload[field] === value && !isOver(held));
    return found?.[1].payload;
  }

  return {
    find,
    findByUid: (uid) => findBy('uid', uid),
    findByUserCode: (code) => findBy('userCode', code),
    async upsert(id, payload, expiresIn) {
      await kept.set(keyOf(id), { payload, ...(expiresIn === undefined ? {} : { expires: Date.now() + expiresIn * 1000 }) });
    },
    async consume(id) {
      const held = kept.get(keyOf(id));
      if (held !== undefined) await kept.set(keyOf(id), { ...held, payload: { ...held.payload, consumed: Math.floor(Date.now() / 1000) } });
    },
    destroy: (id) => kept.delete(keyOf(id)),
    async revokeByGrantId(grantId) {
      const gone = kept.entries().filter(([key, held]) => key.startsWith(`${model}:`) && held.payload.grantId === grantId);
      await Promise.all(gone.map(([key]) => kept.delete(key)));
    },
  };
}
