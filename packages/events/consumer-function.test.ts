import { defineService, type Envelope } from '@convener/contracts';
import { eventCreatedV1 } from '@convener/contracts/domain-events';
import type { SQSEvent } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import { consumerFunction } from './consumer-function.ts';
import { envelopeFor } from './envelopes.ts';

const listener = defineService({
  name: 'organisers',
  owns: 'Nothing: it listens.',
  tables: {},
  lambdas: {},
  routes: [],
  emits: [],
  reactsTo: { types: ['event.created.v1'], organiserActions: true, mailEvents: true },
});

const created = envelopeFor(eventCreatedV1, {
  aggregateId: 'evt_sample',
  version: 1,
  at: new Date('2026-01-01T00:00:00Z'),
  actor: { kind: 'organiser', id: 'org_sample' },
  data: { eventId: 'evt_sample' },
});

function batch(...bodies: readonly unknown[]): SQSEvent {
  const records = bodies.map((body, position) => ({
    messageId: `m${position}`,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  }));
  // Only what the consumer reads of a record.
  return { Records: records } as unknown as SQSEvent;
}

const onBus = (envelope: unknown, type = 'event.created.v1') => ({ 'detail-type': type, detail: envelope });

function listening() {
  const heard: string[] = [];
  const handler = consumerFunction({
    service: listener,
    reactions: { 'event.created.v1': async (event) => void heard.push(event.data.eventId) },
    onOrganiserAction: async (event: Envelope) => void heard.push(`action ${event.type}`),
    onMailEvent: async (event) => void heard.push(`mail ${event.letterId}`),
    dependencies: () => ({}),
  });
  return { heard, handler };
}

describe('a consumer', () => {
  test('reacts, and tells the audit log what an organiser did', async () => {
    const { heard, handler } = listening();
    expect(await handler(batch(onBus(created)))).toEqual({ batchItemFailures: [] });
    expect(heard).toEqual(['evt_sample', 'action event.created.v1']);
  });

  test('gives back what it cannot read, and does the rest', async () => {
    const { heard, handler } = listening();
    const { eventId: _gone, ...without } = created.data;
    const answer = await handler(
      batch('not json', onBus({ ...created, data: without }), onBus(created, 'nobody.knows.v1'), onBus(created)),
    );
    expect(answer.batchItemFailures.map((each) => each.itemIdentifier)).toEqual(['m0', 'm1', 'm2']);
    expect(heard).toContain('evt_sample');
  });

  test('ignores a field of a later version', async () => {
    const { handler } = listening();
    const newer = { ...created, data: { ...created.data, later: true } };
    expect(await handler(batch(onBus(newer)))).toEqual({ batchItemFailures: [] });
  });

  test('hears of letters by id alone', async () => {
    const { heard, handler } = listening();
    const mailEvent = {
      type: 'Email Bounced',
      messageId: 'x',
      letterId: 'let_sample',
      bounceKind: 'Permanent',
      at: '2026-01-01T00:00:00Z',
    };
    await handler(batch({ mailEvent }));
    expect(heard).toEqual(['mail let_sample']);
  });
});
