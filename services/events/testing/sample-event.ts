import type { Event } from '../domain/event.ts';

/** A plainly made-up event for tests. */
export function sampleEvent(changes: Partial<Event> = {}): Event {
  return {
    id: 'evt_sample',
    timeZone: 'Europe/London',
    state: { kind: 'draft' },
    details: {
      title: 'A sample event',
      slug: 'a-sample-event',
      series: 'Samples',
      purpose: 'To try things out.',
      description: 'With **bold** words.',
      descriptionHtml: '<p>With <strong>bold</strong> words.</p>',
      startsAt: '2026-02-10T10:00:00.000Z',
      endsAt: '2026-02-10T12:30:00.000Z',
      mode: 'online',
      place: '',
      capacity: 60,
      registrationOpensAt: '2026-01-01T09:00:00.000Z',
      registrationClosesAt: '2026-02-09T17:00:00.000Z',
      question: 'What helps?',
      joiningLink: 'https://meet.example.org/sample',
      joiningInstructions: 'Come five minutes early.',
    },
    speakers: [{ id: 'spk_1', name: 'Sample Speaker', role: 'Head of Samples', organisation: 'Example Organisation' }],
    links: [{ id: 'lnk_1', label: 'About samples', url: 'https://example.org/samples' }],
    provisions: [{ kind: 'live-captions', detail: 'By a live captioner.' }],
    joiningVersion: 1,
    ...changes,
  };
}
