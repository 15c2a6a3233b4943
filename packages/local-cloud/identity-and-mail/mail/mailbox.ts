import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { type Letter, readLetter } from './letter.ts';

const accepted = z.object({
  kind: z.literal('accepted'),
  /** SES's message id. */
  id: z.string(),
  at: z.string(),
  from: z.string(),
  subject: z.string(),
  /** Where SES was told to deliver; the headers may say otherwise. */
  destinations: z.array(z.string()),
  configurationSet: z.optional(z.string()),
  tags: z.record(z.string(), z.string()),
  caller: z.string(),
  bytes: z.number(),
});
const told = z.object({ kind: z.literal('told'), id: z.string(), what: z.string() });
const line = z.union([accepted, told]);

export type Accepted = Omit<z.infer<typeof accepted>, 'kind'>;

/** What lies in the mailbox about one mail without opening it. */
export interface Envelope extends Accepted {
  /** SES events that have been put on the default bus: `Send`, `Delivery`, `Bounce`, `Complaint`. */
  readonly told: readonly string[];
}

/** Every mail that was accepted, byte for byte, newest first. */
export interface Mailbox {
  keep(mail: Accepted, mime: Uint8Array): Promise<void>;
  tell(id: string, what: string): Promise<void>;
  list(query?: { readonly text?: string; readonly limit?: number }): readonly Envelope[];
  count(): number;
  find(id: string): Envelope | undefined;
  mime(id: string): Promise<Uint8Array | undefined>;
  open(id: string): Promise<Letter | undefined>;
}

interface Held extends Envelope {
  readonly told: string[];
}

/** Opens the mailbox in `folder`: one `.eml` a mail and an index that only grows, so a crash can cost no more than its last line. */
export async function openMailbox(folder: string): Promise<Mailbox> {
  await mkdir(folder, { recursive: true });
  const index = join(folder, 'index.ndjson');
  const held = await readIndex(index);
  const opened = new Map<string, Letter>();
  let last: Promise<void> = Promise.resolve();

  function append(entry: z.infer<typeof line>): Promise<void> {
    const done = last.then(() => appendFile(index, `${JSON.stringify(entry)}\n`));
    last = done.catch(() => undefined);
    return done;
  }
  const path = (id: string): string => join(folder, `${id}.eml`);

  async function mime(id: string): Promise<Uint8Array | undefined> {
    // The id is looked up, never trusted: it becomes part of a path.
    return held.has(id) ? readFile(path(id)) : undefined;
  }

  return {
    async keep(mail, bytes) {
      await writeFile(path(mail.id), bytes);
      await append({ kind: 'accepted', ...mail });
      held.set(mail.id, { ...mail, told: [] });
    },
    async tell(id, what) {
      await append({ kind: 'told', id, what });
      held.get(id)?.told.push(what);
    },
    list({ text = '', limit = 200 } = {}) {
      const words = text.toLowerCase().split(/\s+/).filter(Boolean);
      const found: Envelope[] = [];
      for (const mail of [...held.values()].reverse()) {
        if (found.length >= limit) break;
        if (words.every((word) => searchable(mail).includes(word))) found.push(mail);
      }
      return found;
    },
    count: () => held.size,
    find: (id) => held.get(id),
    mime,
    async open(id) {
      const before = opened.get(id);
      if (before !== undefined) return before;
      const bytes = await mime(id);
      if (bytes === undefined) return undefined;
      const letter = await readLetter(bytes);
      if (opened.size >= 300) opened.clear();
      opened.set(id, letter);
      return letter;
    },
  };
}

function searchable(mail: Envelope): string {
  return [mail.subject, mail.from, ...mail.destinations, mail.id, ...Object.values(mail.tags)].join('\n').toLowerCase();
}

async function readIndex(file: string): Promise<Map<string, Held>> {
  const held = new Map<string, Held>();
  let text = '';
  try {
    text = await readFile(file, 'utf8');
  } catch (problem) {
    if (!(problem instanceof Error && 'code' in problem && problem.code === 'ENOENT')) throw problem;
  }
  for (const row of text.split('\n')) {
    const entry = readRow(row);
    if (entry?.kind === 'accepted') {
      const { kind: _, ...mail } = entry;
      held.set(mail.id, { ...mail, told: [] });
    } else if (entry?.kind === 'told') held.get(entry.id)?.told.push(entry.what);
  }
  return held;
}

/** A row that a crash cut short is left out. */
function readRow(row: string): z.infer<typeof line> | undefined {
  if (row === '') return undefined;
  try {
    const read = line.safeParse(JSON.parse(row));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}
