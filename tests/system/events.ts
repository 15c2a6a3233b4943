import { ask, program } from './asking.ts';
import { until } from './quiet.ts';
import type { System } from './running-system.ts';

export interface MadeEvent {
  readonly eventId: string;
  readonly slug: string;
  readonly title: string;
}

export interface EventWishes {
  readonly title: string;
  readonly capacity?: number;
  /** Days from today; 28 unless said. */
  readonly inDays?: number;
  /** Instead of that, the very day, on which registration closes too: `2026-03-27`. */
  readonly date?: string;
  readonly opensInDays?: number;
  readonly closesInDays?: number;
  readonly mode?: 'online' | 'in-person' | 'hybrid';
  /** Times of day in the network's time zone; 10:00 to 12:30 unless said. People can register until it starts. */
  readonly hours?: { readonly from: string; readonly to: string };
  /** A draft stays one. */
  readonly published?: boolean;
}

let made = 0;

/** The day so many days from now, by the system's clock, as `2026-03-27`. */
export function day({ cloud }: System, offset: number): string {
  return new Date(cloud.clock.now().getTime() + offset * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** Hours of today that are about to begin or have just begun, so that people can say that they are here. */
export function hoursAroundNow({ cloud }: System): { readonly from: string; readonly to: string } {
  const time = (minutesFromNow: number) =>
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'Europe/London' }).format(
      new Date(cloud.clock.now().getTime() + minutesFromNow * 60_000),
    );
  // An event ends on the day on which it starts.
  return time(0) < '21:00' ? { from: time(20), to: time(160) } : { from: '20:50', to: '23:59' };
}

/** An event as an organiser makes it through the endpoints; published ones can be registered for when this returns. */
export async function makeEvent(system: System, wishes: EventWishes): Promise<MadeEvent> {
  made += 1;
  const slug = `event-${made}-of-the-tests`;
  const created = await program(system, 'organiser', '/organise/events', formOf(system, slug, wishes));
  const event = { eventId: String(created.eventId), slug, title: wishes.title };
  if (wishes.published !== false) await publish(system, event);
  return event;
}

/** An organiser saves other days, times or places; what is left out is as `makeEvent` has it. */
export async function changeEvent(system: System, { eventId, slug, title }: MadeEvent, wishes: Omit<EventWishes, 'title'>): Promise<void> {
  await program(system, 'organiser', `/organise/events/${eventId}`, formOf(system, slug, { ...wishes, title }));
}

/** What an organiser enters. */
function formOf(system: System, slug: string, wishes: EventWishes): object {
  const {
    title,
    capacity = 20,
    inDays = 28,
    opensInDays = -7,
    closesInDays = Math.max(inDays - 1, opensInDays + 1),
    mode = 'online',
  } = wishes;
  return {
    title,
    slug,
    series: 'Learning events',
    purpose: 'To learn from each other.',
    description: 'With **time to talk**:\n\n- first\n- second',
    date: wishes.date ?? day(system, inDays),
    startsAt: wishes.hours?.from ?? '10:00',
    endsAt: wishes.hours?.to ?? '12:30',
    mode,
    place: mode === 'online' ? '' : '1 Sample Street, Exampletown',
    capacity,
    opensOn: day(system, opensInDays),
    opensAt: '09:00',
    closesOn: wishes.date ?? day(system, closesInDays),
    closesAt: wishes.hours?.from ?? '09:30',
    question: 'What would make this easier?',
    joiningLink: 'https://meet.example.org/room-of-the-tests',
    joiningInstructions: 'You can keep your camera off.',
  };
}

export async function publish(system: System, { eventId, slug }: MadeEvent): Promise<void> {
  const base = `/organise/events/${eventId}`;
  await program(system, 'organiser', `${base}/speakers`, { name: 'Sample Speaker', role: 'Lead', organisation: 'Example Organisation' });
  await program(system, 'organiser', `${base}/links`, { label: 'About the network', url: 'https://example.org/network' });
  await program(system, 'organiser', `${base}/provisions`, { provisions: [{ kind: 'live-captions', detail: 'By a captioner' }] });
  await program(system, 'organiser', `${base}/publish`, {});
  await until('registration to know the event', async () =>
    (await ask(system, `/events/${slug}/register`)).status === 200 ? true : undefined,
  );
}
