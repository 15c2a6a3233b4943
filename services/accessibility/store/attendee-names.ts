import type { DirectoryAnswer, DirectoryRequest } from '@convener/contracts/calls';
import type { AttendeeNames } from '../use-cases/ports.ts';

type Directory = (request: DirectoryRequest) => Promise<DirectoryAnswer>;

const purpose = 'access-coordination';
/** The call's own limit. */
const batch = 100;

/**
 * Names through registration's `directory` call. It is always asked for everybody who comes, and asked even when nobody said anything:
 * neither the call nor its line in registration's log tells whom we have an answer of, or how many. Addresses are left behind here.
 */
export function attendeeNames(directory: Directory): AttendeeNames {
  return {
    ofEvent: async (eventId) => {
      const ids = await everybody(directory, eventId);
      const batches = Array.from({ length: Math.ceil(ids.length / batch) }, (_, at) => ids.slice(at * batch, (at + 1) * batch));
      const answers = await Promise.all(batches.map((each) => directory({ kind: 'resolve', purpose, ids: each, links: [] })));
      return new Map(
        answers.flatMap((answer) => (answer.kind === 'resolved' ? answer.entries.map(({ id, name }) => [id, name] as const) : [])),
      );
    },
  };
}

async function everybody(directory: Directory, eventId: string): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const answer = await directory({
      kind: 'audience',
      purpose,
      eventId,
      statuses: ['confirmed', 'waitlisted'],
      wantingReport: false,
      ...(cursor ? { cursor } : {}),
    });
    if (answer.kind !== 'audience') return ids;
    ids.push(...answer.ids);
    cursor = answer.cursor;
  } while (cursor);
  return ids;
}
