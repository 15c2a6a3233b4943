import type { Seed } from './seed/read-seed.ts';
import type { Site } from './site.ts';

export interface SampleEvent {
  readonly eventId: string;
  readonly slug: string;
}

/** The event of the seed's report, with what its report says of it. */
export async function arrangeSeedEvent(site: Site, seed: Seed): Promise<SampleEvent> {
  const slug = 'how-do-we-embed-co-production-across-scotland';
  const created = await site.organise('/organise/events', {
    title: seed.title,
    slug,
    series: 'Learning events',
    purpose: 'To explore how co-production can be embedded in how services and support are delivered.',
    description:
      'A learning event for members of the network during Co-production Week Scotland, with speakers and time to talk in small groups.',
    date: '2024-11-20',
    startsAt: '10:00',
    endsAt: '12:30',
    mode: 'online',
    capacity: 60,
    opensOn: '2024-10-21',
    opensAt: '09:00',
    closesOn: '2024-11-19',
    closesAt: '17:00',
    question: seed.question,
    joiningLink: 'https://meet.example.org/co-production-week',
    joiningInstructions: 'Come a few minutes early if you can. You can keep your camera off.',
  });
  const event = { eventId: String(created.eventId), slug };
  for (const { name, role, organisation } of seed.speakers) {
    await site.organise(`/organise/events/${event.eventId}/speakers`, { name, role, organisation });
  }
  await site.organise(`/organise/events/${event.eventId}/provisions`, {
    provisions: [
      { kind: 'live-captions', detail: 'By a captioner, from start to end' },
      { kind: 'bsl-interpretation', detail: 'Two interpreters, in the main room and in one group' },
      { kind: 'materials-in-advance', detail: 'Slides and the question, three days before' },
      { kind: 'regular-breaks', detail: 'Ten minutes each hour' },
    ],
  });
  await site.organise(`/organise/events/${event.eventId}/publish`, {});
  return event;
}

/** The day so many days later, as `2026-05-20`. */
export function dayAfter(now: Date, days: number): string {
  return new Date(now.getTime() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** An event four weeks ahead, small enough that some of the sample's people have to wait. */
export async function arrangeUpcomingEvent(site: Site, now: Date): Promise<SampleEvent> {
  const day = (offset: number) => dayAfter(now, offset);
  const slug = 'paying-people-for-their-time';
  const created = await site.organise('/organise/events', {
    title: 'Paying people for their time: what works?',
    slug,
    series: 'Learning events',
    purpose: 'To share what works when people with lived experience are paid for what they bring.',
    description:
      'Remuneration came up in **our last learning event**. This time we look at what members have tried:\n\n- vouchers, payments and neither\n- what it does to benefits\n- who decides',
    date: day(28),
    startsAt: '10:00',
    endsAt: '12:00',
    mode: 'online',
    capacity: 10,
    opensOn: day(-7),
    opensAt: '09:00',
    closesOn: day(27),
    closesAt: '17:00',
    question: 'What has worked for you when paying people for their time, and what has not?',
    joiningLink: 'https://meet.example.org/paying-people',
    joiningInstructions: 'You can keep your camera off, and take part by chat alone.',
  });
  const event = { eventId: String(created.eventId), slug };
  await site.organise(`/organise/events/${event.eventId}/speakers`, {
    name: 'Sample Speaker',
    role: 'Finance lead',
    organisation: 'Example Organisation',
  });
  await site.organise(`/organise/events/${event.eventId}/links`, { label: 'About the network', url: 'https://example.org/network' });
  await site.organise(`/organise/events/${event.eventId}/provisions`, {
    provisions: [
      { kind: 'automatic-captions', detail: '' },
      { kind: 'chat-only-room', detail: 'One group talks by chat alone' },
      { kind: 'bsl-interpretation', detail: 'In the main room', people: 2, by: 'Sample Interpreters', knownBy: day(14) },
    ],
  });
  await site.organise(`/organise/events/${event.eventId}/publish`, {});
  return event;
}
