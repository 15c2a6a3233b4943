import { type DomainEventContract, type Envelope, type EnvelopeOf, parseEnvelope, type ServiceDefinition } from '@convener/contracts';
import { type DomainEventType, domainEvents } from '@convener/contracts/domain-events';
import { errorFacts, log } from '@convener/observability';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod/mini';

type TypesOf<S extends ServiceDefinition> = S extends { readonly reactsTo: { readonly types: readonly (infer T)[] } }
  ? T & DomainEventType
  : never;

/** What SES tells of a letter, after the rule's transformer has left out everything about people. */
export const mailEventSchema = z.object({
  type: z.string(),
  messageId: z.string(),
  letterId: z.string(),
  bounceKind: z._default(z.string(), ''),
  at: z.string(),
});
export type MailEvent = z.infer<typeof mailEventSchema>;

export interface ConsumerOptions<S extends ServiceDefinition, Dependencies> {
  readonly service: S;
  /** One reaction for each type in the manifest's `reactsTo`; the compiler counts. */
  readonly reactions: {
    readonly [T in TypesOf<S>]: (event: EnvelopeOf<(typeof domainEvents)[T]>, dependencies: Dependencies) => Promise<void>;
  };
  readonly onOrganiserAction?: (event: Envelope, dependencies: Dependencies) => Promise<void>;
  readonly onMailEvent?: (event: MailEvent, dependencies: Dependencies) => Promise<void>;
  readonly dependencies: () => Dependencies;
}

type Reaction<Dependencies> = (event: never, dependencies: Dependencies) => Promise<void>;

/**
 * The consumer behind a service's one queue. Message by message: what fails is reported and comes again, the rest is done. A message that
 * breaks its contract fails each time and ends in the dead-letter queue, where it rings.
 */
export function consumerFunction<S extends ServiceDefinition, Dependencies>(options: ConsumerOptions<S, Dependencies>) {
  let dependencies: Dependencies | undefined;
  return async (batch: SQSEvent): Promise<SQSBatchResponse> => {
    dependencies ??= options.dependencies();
    const failed: string[] = [];
    for (const record of batch.Records) {
      try {
        await take(JSON.parse(record.body), options, dependencies);
      } catch (error) {
        const { errorName, stack } = errorFacts(error);
        log('error', 'event.failed', { type: 'message', id: record.messageId, errorName, stack });
        failed.push(record.messageId);
      }
    }
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
}

const busMessage = z.object({ 'detail-type': z.string(), detail: z.unknown() });
const mailMessage = z.object({ mailEvent: mailEventSchema });

async function take<S extends ServiceDefinition, D>(message: unknown, options: ConsumerOptions<S, D>, dependencies: D): Promise<void> {
  const mail = mailMessage.safeParse(message);
  if (mail.success && options.onMailEvent) return options.onMailEvent(mail.data.mailEvent, dependencies);
  const { 'detail-type': type, detail } = busMessage.parse(message);
  const contract = contracts.get(type);
  if (!contract) throw new UnknownDomainEvent(type);
  const envelope = parseEnvelope(contract, detail);
  const reactions = new Map<string, Reaction<D>>(Object.entries(options.reactions));
  const reaction = reactions.get(type);
  // Parsed by the contract of this very type, which a map from types to reactions cannot tell the compiler.
  if (reaction) await reaction(envelope as never, dependencies);
  if (envelope.actor.kind === 'organiser') await options.onOrganiserAction?.(envelope, dependencies);
  if (!reaction && !options.onOrganiserAction) throw new UnknownDomainEvent(type);
  log('info', 'event.handled', { type, id: envelope.id });
}

const contracts = new Map<string, DomainEventContract>(Object.entries(domainEvents));

/** A type that nobody has a contract for, or that this service did not ask for. */
export class UnknownDomainEvent extends Error {
  override name = 'UnknownDomainEvent';
  constructor(type: string) {
    super(`No reaction for domain events of type ${type}.`);
  }
}
