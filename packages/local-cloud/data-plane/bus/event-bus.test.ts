import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import { clockAt } from '@convener/testing';
import { afterEach, describe, expect, it } from 'vitest';
import type { RuleResource } from '../../stack/model.ts';
import { type PlaneSettings, type RunningPlane, startPlane } from '../testing/running-plane.ts';
import { exampleEvent, functionNamed, queueArn, queueNamed, ruleNamed, stackWith } from '../testing/small-stack.ts';

const open: RunningPlane[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.stop();
});

const target = (queue: string, more: Partial<RuleResource['targets'][number]> = {}) => ({
  id: queue,
  arn: queueArn(queue),
  deadLetterArn: queueArn('dead'),
  inputTransformer: undefined,
  ...more,
});
const confirmed = ruleNamed('confirmed', { pattern: { 'detail-type': ['registration.confirmed.v1'] }, targets: [target('mailing')] });
const stackOf = (...rules: RuleResource[]) =>
  stackWith({
    buses: [{ name: 'house', arn: 'arn:aws:events:eu-west-2:000000000000:event-bus/house' }],
    queues: [queueNamed('mailing'), queueNamed('dead')],
    rules: rules.length === 0 ? [confirmed] : rules,
  });

async function running(settings: Partial<PlaneSettings> = {}): Promise<RunningPlane> {
  const started = await startPlane({ stack: stackOf(), ...settings });
  open.push(started);
  return started;
}
const entry = (more: Partial<PutEventsRequestEntry> = {}): PutEventsRequestEntry => ({
  EventBusName: 'house',
  Source: 'convener.registration',
  DetailType: 'registration.confirmed.v1',
  Detail: JSON.stringify({ id: 'r-1' }),
  ...more,
});
async function bodiesIn({ plane }: RunningPlane, name: string): Promise<string[]> {
  const { queues } = await plane.describe();
  return queues.find((queue) => queue.name === name)?.oldest.map((message) => message.body) ?? [];
}

describe('EventBridge through the gateway', () => {
  it('delivers the event to the queues of the rules that it fits, and tells the journal', async () => {
    const house = await running({ clock: clockAt('2026-03-01T09:00:00.500Z') });
    const answer = await house.events.send(new PutEventsCommand({ Entries: [entry(), entry({ DetailType: 'something.else.v1' })] }));
    expect(answer).toMatchObject({ FailedEntryCount: 0, Entries: [{ EventId: expect.any(String) }, { EventId: expect.any(String) }] });
    const bodies = await bodiesIn(house, 'mailing');
    expect(bodies.map((body) => JSON.parse(body))).toEqual([
      {
        version: '0',
        id: answer.Entries?.[0]?.EventId,
        'detail-type': 'registration.confirmed.v1',
        source: 'convener.registration',
        account: '000000000000',
        time: '2026-03-01T09:00:00Z',
        region: 'eu-west-2',
        resources: [],
        detail: { id: 'r-1' },
      },
    ]);
    const told = house.journal.recent('domain-event', 10);
    expect(told).toMatchObject([
      { detailType: 'something.else.v1', matchedRules: [] },
      { matchedRules: ['confirmed'], bus: 'house' },
    ]);
  });

  it('fails entry by entry', async () => {
    const house = await running();
    const Entries = [entry(), entry({ Detail: 'no JSON' }), entry({ Detail: '[]' }), entry({ Source: '' }), entry({ Source: 'aws.ses' })];
    const answer = await house.events.send(new PutEventsCommand({ Entries }));
    expect(answer.FailedEntryCount).toBe(4);
    expect(answer.Entries?.map((each) => each.ErrorCode)).toEqual([
      undefined,
      'MalformedDetail',
      'MalformedDetail',
      'InvalidArgument',
      'NotAuthorizedForSourceException',
    ]);
  });

  it('refuses more than ten entries, more than 256 KB, and a bus that is not there', async () => {
    const { events } = await running();
    const put = (Entries: PutEventsRequestEntry[]) => events.send(new PutEventsCommand({ Entries }));
    await expect(put(Array.from({ length: 11 }, () => entry()))).rejects.toMatchObject({ name: 'ValidationException' });
    const large = entry({ Detail: JSON.stringify({ text: 'x'.repeat(257 * 1024) }) });
    await expect(put([large])).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(put([entry({ EventBusName: 'nowhere' })])).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it('puts what cannot be delivered among the dead letters, with the reason', async () => {
    const broken = { inputPathsMap: {}, inputTemplate: '{"never": closed' };
    const rule = ruleNamed('broken', {
      pattern: { source: [{ prefix: 'convener.' }] },
      targets: [target('mailing', { inputTransformer: broken })],
    });
    const house = await running({ stack: stackOf(rule) });
    await house.events.send(new PutEventsCommand({ Entries: [entry()] }));
    expect(await bodiesIn(house, 'mailing')).toEqual([]);
    expect((await bodiesIn(house, 'dead')).map((body) => JSON.parse(body))).toMatchObject([{ detail: { id: 'r-1' } }]);
  });
});

describe('the default bus', () => {
  it('passes on only what the transformer takes, and archives nothing', async () => {
    const inputTransformer = {
      inputPathsMap: { letter: '$.detail.mail.tags.letter[0]', bounce: '$.detail.bounce.bounceType' },
      inputTemplate: '{"letter": <letter>, "bounce": <bounce>}',
    };
    const rule = ruleNamed('mail-events', {
      busName: 'default',
      pattern: { source: ['aws.ses'] },
      targets: [target('mailing', { inputTransformer })],
    });
    const house = await running({ stack: stackOf(rule) });
    const detail = { mail: { tags: { letter: ['l-7'] }, destination: ['someone@example.org'] }, bounce: { bounceType: 'Permanent' } };
    await house.plane.putOnDefaultBus({ ...exampleEvent(detail), source: 'aws.ses' });
    expect(await bodiesIn(house, 'mailing')).toEqual(['{"letter": "l-7", "bounce": "Permanent"}']);
    expect(house.plane.archive.events('default')).toEqual([]);
  });
});

describe('the archive', () => {
  it('keeps every event for 35 days and over a restart, and passes over a line that a crash cut short', async () => {
    const clock = clockAt('2026-03-01T09:00:00Z');
    const first = await running({ clock });
    await first.events.send(new PutEventsCommand({ Entries: [entry({ DetailType: 'first.v1' })] }));
    await first.stop();
    const house = await running({ clock, dataFolder: first.dataFolder });
    clock.advance(30 * 86_400_000);
    await house.events.send(new PutEventsCommand({ Entries: [entry({ DetailType: 'second.v1' })] }));
    const kept = () => house.plane.archive.events('house').map((event) => event['detail-type']);
    expect(kept()).toEqual(['first.v1', 'second.v1']);
    const folder = join(house.dataFolder, 'archive', 'house');
    appendFileSync(join(folder, readdirSync(folder)[0] ?? ''), '{"version":"0","id":');
    expect(kept()).toEqual(['first.v1', 'second.v1']);
    clock.advance(10 * 86_400_000);
    await house.events.send(new PutEventsCommand({ Entries: [entry({ DetailType: 'third.v1' })] }));
    expect(kept()).toEqual(['second.v1', 'third.v1']);
  });
});

describe('a rule that cannot run here stops the start, by its name', () => {
  it.each([
    ['a pattern that is not understood', ruleNamed('odd', { pattern: { source: [{ cidr: '10.0.0.0/8' }] } }), /rule odd.*"cidr"/],
    [
      'a function as target',
      ruleNamed('odd', { pattern: { source: ['a'] }, targets: [target('x', { arn: functionNamed('react').arn })] }),
      /rule odd.*straight to a function/,
    ],
    ['a queue that is not there', ruleNamed('odd', { pattern: { source: ['a'] }, targets: [target('nowhere')] }), /rule odd.*nowhere/],
    ['a bus that is not there', ruleNamed('odd', { pattern: { source: ['a'] }, busName: 'nowhere' }), /rule odd.*bus/],
    [
      'a template that names nothing',
      ruleNamed('odd', {
        pattern: { source: ['a'] },
        targets: [target('mailing', { inputTransformer: { inputPathsMap: {}, inputTemplate: '<x>' } })],
      }),
      /rule odd.*<x>/,
    ],
  ])('%s', async (_, rule, sentence) => {
    await expect(startPlane({ stack: stackOf(rule) })).rejects.toThrow(sentence);
  });
});
