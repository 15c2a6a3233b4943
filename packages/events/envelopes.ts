import { type Actor, type DomainEventContract, type Envelope, parseEnvelope } from '@convener/contracts';
import type * as z from 'zod/mini';

/**
 * Makes the envelope of a change. Its id follows from aggregate, version and type, so that the same change is the same domain event
 * however often it is stored or published. Parsed as it is made: what breaks the contract never gets onto an item.
 */
export function envelopeFor<Type extends string, Schema extends z.ZodMiniType>(
  contract: DomainEventContract<Type, Schema>,
  change: {
    readonly aggregateId: string;
    /** The version that the item will have with this change. */
    readonly version: number;
    readonly at: Date;
    readonly actor: Actor;
    readonly data: z.infer<Schema>;
  },
): Envelope<Type, z.infer<Schema>> {
  return parseEnvelope(contract, {
    id: `${change.aggregateId}:${change.version}:${contract.type}`,
    type: contract.type,
    at: change.at.toISOString(),
    aggregate: { id: change.aggregateId, version: change.version },
    actor: change.actor,
    data: change.data,
  });
}
