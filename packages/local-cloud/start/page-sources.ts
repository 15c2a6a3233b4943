import type { DataPlane } from '../data-plane/start-data-plane.ts';
import type { IdentityAndMail } from '../identity-and-mail/start.ts';
import type { PageSources } from '../pages/sources.ts';
import type { Surroundings } from '../part.ts';

/** What the pages under `/_local/` look at. */
export function pageSources(
  { stack, journal, clock, baseUrl }: Surroundings,
  dataPlane: DataPlane,
  { mailbox, tokenFor, handleRaw }: IdentityAndMail,
): PageSources {
  return {
    stack,
    journal,
    clock,
    baseUrl,
    mailbox,
    tokenFor,
    handleRaw,
    queueDepths: async () => new Map((await dataPlane.describe()).queues.map((queue) => [queue.name, queue])),
    tableCounts: async () => new Map((await dataPlane.describe()).tables.map(({ name, items }) => [name, items])),
    redrive: async (name) => dataPlane.redrive(stack.queues.find((queue) => queue.name === name)?.arn ?? name).moved,
  };
}
