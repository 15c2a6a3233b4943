/** What people read of a place that is offered to them. */
export const offerWords = {
  title: 'A place is held for you',
  forEvent: (event: string) => `A place at “${event}” has become free, and you are the first in the line.`,
  until: (moment: string) => `It is held for you until ${moment}. After that it goes to the next person.`,
  take: 'Take the place',
  decline: 'No thank you',
  declineExplained: 'If you say no thank you, you leave the waiting list, and the next person is asked.',
  taken: { title: 'The place is yours', text: 'You have taken it. There is nothing more to do.' },
  lapsed: {
    title: 'The time for this place is over',
    text: 'It was not taken in time, so it goes to the next person in the line.',
    rejoin: 'You can join the end of the line again. If a place is free that nobody waits for, you get it at once.',
    button: 'Join the line again',
  },
  declined: { title: 'You said no to this place', text: 'It goes to the next person in the line. Register again if you change your mind.' },
  waiting: { title: 'You are in the line again', text: 'This offer is over. We write to you when the next place is yours to take.' },
  cancelled: { title: 'Your registration is cancelled', text: 'The place is not held for you any more.' },
  'called-off': { title: 'This event has been cancelled', text: 'It will not take place, so there is no place to take. We are sorry.' },
  open: 'Open my place',
  register: 'Register again',
  tooLate: { title: 'It is too late', text: 'The event has begun or was cancelled, so nobody can join the line any more.' },
  missing: { title: 'Say what you would like', text: 'Send “take”, “decline” or “rejoin”.' },
} as const;
