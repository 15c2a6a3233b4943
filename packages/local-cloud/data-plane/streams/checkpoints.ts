import * as z from 'zod/mini';
import type { Storage } from '../storage.ts';

/** How far each mapping has come in its stream, on disk. */
export interface Checkpoints {
  /** The last sequence number that is done with, if it is of the same stream. */
  read(mapping: string, streamLabel: string): string | undefined;
  save(mapping: string, streamLabel: string, sequenceNumber: string): void;
}

const row = z.object({ stream_label: z.string(), sequence_number: z.string() });

export function openCheckpoints(storage: Storage): Checkpoints {
  const read = storage.database.prepare('SELECT stream_label, sequence_number FROM checkpoints WHERE mapping = ?');
  const save = storage.database.prepare('INSERT OR REPLACE INTO checkpoints (mapping, stream_label, sequence_number) VALUES (?, ?, ?)');
  return {
    read(mapping, streamLabel) {
      const found = read.get(mapping);
      const parsed = found === undefined ? undefined : row.parse(found);
      return parsed?.stream_label === streamLabel ? parsed.sequence_number : undefined;
    },
    save(mapping, streamLabel, sequenceNumber) {
      save.run(mapping, streamLabel, sequenceNumber);
    },
  };
}
