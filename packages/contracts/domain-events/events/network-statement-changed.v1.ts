import * as z from 'zod/mini';
import { defineDomainEvent } from '../../envelope.ts';

export const networkStatementChangedV1 = defineDomainEvent({
  type: 'network.statement-changed.v1',
  says: 'The network’s privacy notice or accessibility statement was changed; the versions before it stay readable.',
  data: z.object({ statement: z.enum(['privacy', 'accessibility-statement']), number: z.number() }),
  example: { statement: 'privacy', number: 2 },
});
