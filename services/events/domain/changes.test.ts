import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleEvent } from '../testing/sample-event.ts';
import { type Command, decide } from './changes.ts';
import type { Event } from './event.ts';

const now = new Date('2026-01-10T12:00:00Z');
const draft = sampleEvent();
const published: Event = { ...draft, state: { kind: 'published', publishedAt: now.toISOString() } };
const cancelled: Event = { ...draft, state: { kind: 'cancelled', cancelledAt: now.toISOString() } };

describe('publishing', () => {
  test('tells the public facts, and that there are joining details, without saying what they are', () => {
    const decision = decide(draft, { kind: 'publish' }, now);
    if (decision.kind !== 'changed') throw new Error(decision.kind);
    expect(decision.announcements.map((each) => each.kind)).toEqual(['published', 'joining-changed']);
    expect(JSON.stringify(decision.announcements)).not.toContain(draft.details.joiningLink);
  });

  test('twice changes nothing', () => {
    expect(decide(published, { kind: 'publish' }, now)).toEqual({ kind: 'unchanged' });
  });
});

describe('editing', () => {
  test('a draft says nothing to anybody', () => {
    const decision = decide(draft, { kind: 'edit', details: { ...draft.details, title: 'Another title' } }, now);
    expect(decision).toMatchObject({ kind: 'changed', announcements: [] });
  });

  test('a published event names what changed', () => {
    const decision = decide(published, { kind: 'edit', details: { ...draft.details, title: 'Another title', capacity: 12 } }, now);
    expect(decision).toMatchObject({ announcements: [{ kind: 'changed', changed: ['title', 'capacity'] }] });
  });

  test('a new joining link is told by its fact alone', () => {
    const decision = decide(published, { kind: 'edit', details: { ...draft.details, joiningLink: 'https://meet.example.org/other' } }, now);
    expect(decision).toMatchObject({ event: { joiningVersion: draft.joiningVersion + 1 }, announcements: [{ kind: 'joining-changed' }] });
    expect(decision).toHaveProperty('announcements.length', 1);
  });

  test('with the same words changes nothing', () => {
    expect(decide(published, { kind: 'edit', details: { ...draft.details } }, now)).toEqual({ kind: 'unchanged' });
  });
});

test('a draft cannot be cancelled: nobody has heard of it', () => {
  expect(decide(draft, { kind: 'cancel' }, now)).toEqual({ kind: 'not-public' });
});

test('a cancelled event stays as it was, whatever is asked', () => {
  const commands: fc.Arbitrary<Command> = fc.constantFrom<Command>(
    { kind: 'publish' },
    { kind: 'cancel' },
    { kind: 'edit', details: { ...draft.details, title: 'Another' } },
    { kind: 'set-speakers', speakers: [] },
  );
  fc.assert(fc.property(commands, (command) => decide(cancelled, command, now).kind !== 'changed'));
});
