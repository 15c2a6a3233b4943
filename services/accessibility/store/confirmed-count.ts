import type { DirectoryAnswer, DirectoryRequest } from '@convener/contracts/calls';
import type { ConfirmedCount } from '../use-cases/asking-ports.ts';

/** How many have a place, asked of registration for every event alike: that it is asked tells nothing. Only ids pass, and are let go. */
export function confirmedCount(directory: (request: DirectoryRequest) => Promise<DirectoryAnswer>): ConfirmedCount {
  return {
    ofEvent: async (eventId) => {
      let count = 0;
      let cursor: string | undefined;
      do {
        const answer = await directory({
          kind: 'audience',
          purpose: 'access-summary',
          eventId,
          statuses: ['confirmed'],
          wantingReport: false,
          ...(cursor ? { cursor } : {}),
        });
        if (answer.kind !== 'audience') return count;
        count += answer.ids.length;
        cursor = answer.cursor;
      } while (cursor);
      return count;
    },
  };
}
