import * as z from 'zod/mini';

/**
 * What every domain event is wrapped in. It rides on the item that it speaks of, is published from there, and carries ids and
 * public facts only: never personal data.
 */
export const actorSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('organiser'), id: z.string() }),
  z.object({ kind: z.literal('attendee') }),
  z.object({ kind: z.literal('member') }),
  z.object({ kind: z.literal('system') }),
]);
export type Actor = z.infer<typeof actorSchema>;

export interface Envelope<Type extends string = string, Data = unknown> {
  /** The same for the same change, however often it is published: `<aggregate id>:<version>:<type>`. */
  readonly id: string;
  readonly type: Type;
  /** ISO instant of the write. */
  readonly at: string;
  readonly aggregate: { readonly id: string; readonly version: number };
  readonly actor: Actor;
  readonly data: Data;
}

/** A domain event's contract: one file each, version in the name, an example beside the schema. */
export interface DomainEventContract<Type extends string = string, Schema extends z.ZodMiniType = z.ZodMiniType> {
  readonly type: Type;
  /** One sentence in the past tense, for docs/events.md. */
  readonly says: string;
  readonly data: Schema;
  readonly example: z.infer<Schema>;
}

export function defineDomainEvent<const Type extends string, Schema extends z.ZodMiniType>(
  contract: DomainEventContract<Type, Schema>,
): DomainEventContract<Type, Schema> {
  return contract;
}

/** The envelope type that a contract describes. */
export type EnvelopeOf<C> = C extends DomainEventContract<infer Type, infer Schema> ? Envelope<Type, z.infer<Schema>> : never;

/** Parses an envelope of one contract; throws ZodError where a field is missing, ignores fields it does not know. */
export function parseEnvelope<Type extends string, Schema extends z.ZodMiniType>(
  contract: DomainEventContract<Type, Schema>,
  input: unknown,
): Envelope<Type, z.infer<Schema>> {
  const wrapper = z.object({
    id: z.string(),
    type: z.literal(contract.type),
    at: z.string(),
    aggregate: z.object({ id: z.string(), version: z.number() }),
    actor: actorSchema,
    data: contract.data,
  });
  return wrapper.parse(input) as Envelope<Type, z.infer<Schema>>;
}
