import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { AwsService, Clock, Journal } from '../../part.ts';
import type { Stack } from '../../stack/model.ts';
import { AwsRefusal, jsonAction, jsonService } from '../json-service.ts';
import { isRecord } from '../patterns/event-pattern.ts';
import type { Queues } from '../queues/queues.ts';
import type { Storage } from '../storage.ts';
import type { Archive } from './archive.ts';
import { type BusEvent, eventTime } from './event.ts';
import { deliver, readRules } from './rules.ts';

export interface EventBuses {
  readonly service: AwsService;
  /** Carries an event to every target of every rule that it fits; they have it, on disk, when it returns. */
  put(busName: string, event: BusEvent): void;
}

const maximumRequestBytes = 256 * 1024;

const entry = z.object({
  EventBusName: z.optional(z.string()),
  Source: z.optional(z.string()),
  DetailType: z.optional(z.string()),
  Detail: z.optional(z.string()),
  Resources: z.optional(z.array(z.string())),
  Time: z.optional(z.number()),
});
type Entry = z.infer<typeof entry>;

export function startEventBuses(parts: {
  readonly stack: Stack;
  readonly queues: Queues;
  readonly storage: Storage;
  readonly archive: Archive;
  readonly clock: Clock;
  readonly journal: Journal;
}): EventBuses {
  const { stack, queues, storage, archive, clock, journal } = parts;
  const rules = readRules(stack, queues);
  const busNames = new Set(['default', ...stack.buses.map((bus) => bus.name)]);
  for (const rule of rules) {
    if (!busNames.has(rule.busName)) throw new Error(`The rule ${rule.name} listens to a bus that is not in the stack: ${rule.busName}.`);
  }

  const put: EventBuses['put'] = (busName, event) => {
    const at = clock.now().toISOString();
    const matched = rules.filter((rule) => rule.busName === busName && rule.fits(event));
    storage.atomically(() => {
      for (const rule of matched) for (const target of rule.targets) deliver(rule, target, event, at, queues);
    });
    if (busName !== 'default') archive.keep(busName, event);
    journal.tell({
      kind: 'domain-event',
      at,
      bus: busName,
      source: event.source,
      detailType: event['detail-type'],
      id: event.id,
      matchedRules: matched.map((rule) => rule.name),
    });
  };
  /** Id, account and region are the bus's to give. */
  const putEntry = (busName: string, { source, detailType, detail, resources, time }: NewEvent): string => {
    const id = randomUUID();
    put(busName, {
      version: '0',
      id,
      'detail-type': detailType,
      source,
      account: stack.account,
      time: eventTime(time ?? clock.now()),
      region: stack.region,
      resources,
      detail,
    });
    return id;
  };

  const nameOfBus = (nameOrArn = 'default'): string => {
    const name = nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1);
    if (busNames.has(name)) return name;
    throw new AwsRefusal('ResourceNotFoundException', `Event bus ${name} does not exist.`);
  };
  const service = jsonService('1.1', {
    PutEvents: jsonAction(z.object({ Entries: z.array(entry) }), ({ Entries }) => {
      checkRequest(Entries);
      const outcomes = Entries.map((each) => {
        const bus = nameOfBus(each.EventBusName);
        const read = readEntry(each);
        return read.kind === 'event' ? { EventId: putEntry(bus, read.event) } : { ErrorCode: read.code, ErrorMessage: read.message };
      });
      return { FailedEntryCount: outcomes.filter((outcome) => 'ErrorCode' in outcome).length, Entries: outcomes };
    }),
  });
  return { service, put };
}

function checkRequest(entries: readonly Entry[]): void {
  if (entries.length < 1 || entries.length > 10) {
    throw new AwsRefusal(
      'ValidationException',
      `1 validation error detected: Value at 'entries' failed to satisfy constraint: Member must have length ${entries.length < 1 ? 'greater than or equal to 1' : 'less than or equal to 10'}`,
    );
  }
  if (entries.reduce((sum, each) => sum + entryBytes(each), 0) > maximumRequestBytes) {
    throw new AwsRefusal('ValidationException', 'Total size of the entries in the request is over the limit.');
  }
}

/** As the API reference counts: 14 bytes for a time, and the UTF-8 bytes of source, type, detail and resources. */
function entryBytes({ Time, Source = '', DetailType = '', Detail = '', Resources = [] }: Entry): number {
  const texts = [Source, DetailType, Detail, ...Resources];
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), Time === undefined ? 0 : 14);
}

interface NewEvent {
  readonly source: string;
  readonly detailType: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly resources: readonly string[];
  readonly time: Date | undefined;
}

type ReadEntry =
  | { readonly kind: 'event'; readonly event: NewEvent }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string };

function readEntry({ Source, DetailType, Detail, Resources, Time }: Entry): ReadEntry {
  if (!Source) return missing('Source');
  if (!DetailType) return missing('DetailType');
  if (!Detail) return missing('Detail');
  if (Source.startsWith('aws.')) {
    return { kind: 'refused', code: 'NotAuthorizedForSourceException', message: `Not authorized for the source ${Source}.` };
  }
  const detail = parsed(Detail);
  if (!isRecord(detail)) return { kind: 'refused', code: 'MalformedDetail', message: 'Detail is malformed.' };
  const time = Time === undefined ? undefined : new Date(Time * 1000);
  return { kind: 'event', event: { source: Source, detailType: DetailType, detail, resources: Resources ?? [], time } };
}

function missing(name: string): ReadEntry {
  return {
    kind: 'refused',
    code: 'InvalidArgument',
    message: `Parameter ${name} is not valid. Reason: ${name} is a required argument.`,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
