import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const membersImportedV1 = defineDomainEvent({
  type: 'members.imported.v1',
  says: 'An organiser imported members from a file.',
  data: z.object({ importId: z.string(), added: z.number(), unchanged: z.number(), refused: z.number() }),
  example: { importId: 'imp_example', added: 40, unchanged: 2, refused: 1 },
});
