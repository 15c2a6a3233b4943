import { createHmac, randomBytes } from 'node:crypto';
import type { RoomId } from '@convener/contracts';
import type { Parameters } from '@convener/signing';
import type { Ids } from '../use-cases/ports.ts';

/** 128 bits: no two meet by chance, and no order is in them. */
const idBytes = 16;

/** Ids of one room begin alike, so that a room's reflections are read by their key. `out` stands for no room. */
export function idPrefix(roomId: RoomId | undefined): string {
  return `ref_${roomId ?? 'out'}_`;
}

export function idsOf(parameters: Pick<Parameters, 'secret'>): Ids {
  const random = () => randomBytes(idBytes).toString('base64url');
  return {
    theme: () => `thm_${random()}`,
    attempt: random,
    reflection: async ({ eventId, roomId, attempt, content }) => {
      if (!attempt) return `${idPrefix(roomId)}${random()}`;
      const mac = createHmac('sha256', await parameters.secret('link-secret')).update(`reflection\n${eventId}\n${attempt}\n${content}`);
      return `${idPrefix(roomId)}${mac.digest().subarray(0, idBytes).toString('base64url')}`;
    },
  };
}
