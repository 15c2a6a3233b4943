import * as z from 'zod/mini';
import { until } from './quiet.ts';
import type { System } from './running-system.ts';

const letter = z.object({
  id: z.string(),
  to: z.array(z.string()),
  from: z.string(),
  subject: z.string(),
  text: z._default(z.string(), ''),
  html: z.optional(z.string()),
  headers: z.record(z.string(), z.string()),
  attachments: z.array(z.object({ filename: z.string(), type: z.string(), text: z.optional(z.string()) })),
  links: z.array(z.string()),
  tags: z.record(z.string(), z.string()),
});
export type Letter = z.infer<typeof letter>;

/** Everything that reached this address, the newest first; without one, everything that was sent. */
export async function lettersTo({ baseUrl }: System, address?: string): Promise<readonly Letter[]> {
  const to = address === undefined ? '' : `&to=${encodeURIComponent(address)}`;
  const answer = await fetch(`${baseUrl}/_local/mailbox.json?limit=100000${to}`);
  return z.array(letter).parse(await answer.json());
}

/** The newest letter to this address that says this in its subject; waits until it has come. */
export function letterAbout(system: System, address: string, subject: RegExp): Promise<Letter> {
  return until(`a letter to ${address} about ${subject}`, async () =>
    (await lettersTo(system, address)).find((each) => subject.test(each.subject)),
  );
}

/** The path of the newest link in a letter to this address that begins so; waits until it has come. */
export function linkTo(system: System, address: string, begins: string): Promise<string> {
  return until(`a letter to ${address} with a link to ${begins}`, async () =>
    (await lettersTo(system, address))
      .flatMap(({ links }) => links)
      .map((link) => new URL(link).pathname)
      .find((path) => path.startsWith(begins)),
  );
}
