import { describe, expect, test } from 'vitest';
import { sampleEvent } from '../testing/sample-event.ts';
import type { Event } from './event.ts';
import { structuredData } from './structured-data.ts';

const today = '2026-01-10';
const base = sampleEvent();
const published: Event = {
  ...base,
  state: { kind: 'published', publishedAt: '2026-01-01T00:00:00.000Z' },
  publishedAs: { startsAt: base.details.startsAt, mode: base.details.mode },
};
const told = (event: Event) => structuredData(event, 'Sample Network', 'https://events.example.org', today);
const with_ = (details: Partial<Event['details']>, changes: Partial<Event> = {}): Event => ({
  ...published,
  ...changes,
  details: { ...published.details, ...details },
});

describe('what search engines are told', () => {
  test('never holds the joining details', () => {
    expect(JSON.stringify(told(published))).not.toMatch(/meet\.example\.org|five minutes early/);
  });

  test('of an event that goes ahead as announced', () => {
    expect(told(published)).toMatchObject({ eventStatus: 'https://schema.org/EventScheduled' });
    expect(told(published)).not.toHaveProperty('previousStartDate');
  });

  test('of one that was moved to another time, with the time that people may have noted', () => {
    expect(told(with_({ startsAt: '2026-02-17T10:00:00.000Z' }))).toMatchObject({
      eventStatus: 'https://schema.org/EventRescheduled',
      previousStartDate: '2026-02-10T10:00:00.000Z',
      startDate: '2026-02-17T10:00:00.000Z',
    });
  });

  test('of one that moved from a room to the internet, and to another time as well', () => {
    const inRoom = { publishedAs: { startsAt: '2026-02-03T10:00:00.000Z', mode: 'in-person' as const } };
    expect(told(with_({}, inRoom))).toMatchObject({
      eventStatus: ['https://schema.org/EventRescheduled', 'https://schema.org/EventMovedOnline'],
      eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
    });
  });

  test('of one that was called off, whatever else changed before', () => {
    const off = with_({ startsAt: '2026-02-17T10:00:00.000Z' }, { state: { kind: 'cancelled', cancelledAt: '' } });
    expect(told(off)).toMatchObject({ eventStatus: 'https://schema.org/EventCancelled' });
  });

  test('of an event published before its first announcement was kept: nothing that is not known', () => {
    expect(told({ ...published, publishedAs: undefined })).toMatchObject({ eventStatus: 'https://schema.org/EventScheduled' });
  });

  test('of access: features for what is in place, and only words for what is still being arranged', () => {
    const provisions: Event['provisions'] = [
      { kind: 'live-captions', detail: 'From start to end' },
      { kind: 'bsl-interpretation', detail: '', people: 2, knownBy: '2026-02-01' },
      { kind: 'step-free-access', detail: '' },
    ];
    expect(told(with_({ mode: 'hybrid', place: '1 Sample Street' }, { provisions }))).toMatchObject({
      inLanguage: 'en',
      location: [
        { '@type': 'Place', amenityFeature: [{ '@type': 'LocationFeatureSpecification', name: 'Step-free access', value: true }] },
        { '@type': 'VirtualLocation' },
      ],
      workFeatured: {
        '@type': 'CreativeWork',
        accessibilityFeature: ['captions'],
        accessibilitySummary: expect.stringContaining('We are arranging this and will know by 1 February 2026.'),
      },
    });
  });

  test('of interpretation that is in place: a feature, and a language', () => {
    const provisions: Event['provisions'] = [{ kind: 'bsl-interpretation', detail: '' }];
    expect(told(with_({}, { provisions }))).toMatchObject({
      inLanguage: ['en', 'bfi'],
      workFeatured: { accessibilityFeature: ['signLanguage'] },
    });
  });
});
