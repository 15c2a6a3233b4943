import type { EventOutline } from './domain/event.ts';

/** What access coordinators read of an event whose time or place has changed since something was booked or promised for it. */
export const movedWords = {
  title: 'The event has moved: check these',
  lead: 'They were asked for or booked for another time or place. Ask whoever does it, then press or change it. People were sent nothing about it but what everybody was.',
  tag: 'Was for the earlier time: check',
  was: (moment: string) => `It was for ${moment},`,
  modes: { online: 'online', 'in-person': 'in person', hybrid: 'online and in person' } satisfies Record<EventOutline['mode'], string>,
  stands: 'It stands for the new time',
  change: 'Change it',
  count: 'to check: the event has moved',
  people: (count: number) => (count === 1 ? 'person to tell anew: the event has moved' : 'people to tell anew: the event has moved'),
  tellAnew: 'The event has moved since they were told. Whatever they said to it no longer counts. Tell them anew:',
  person: 'The event has moved since they were told this, or since they said that it works. Check what is arranged, and tell them anew.',
  meanwhile:
    'The event has moved since you opened this page. What you entered is still here; check that it is right for the new time, and save it again.',
  mine: {
    title: 'The event has moved since we told you this',
    text: 'We are looking at what we arranged for you again, and will tell you. You need not do anything.',
    earlier: 'What we had told you',
  },
} as const;
