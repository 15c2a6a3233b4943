import type { StepActor, StepKind } from './domain/registration.ts';

/** What organisers read of one registration: what is to be told, what happened, what was done. */
export const oneWords = {
  tasks: 'What you have to tell them yourself',
  tasksExplained: 'They have no email address, so none of our letters reaches them.',
  task: {
    place: 'Tell them that they have a place.',
    waiting: 'Tell them that they wait for a place, and that you will tell them when one is theirs.',
    cancelled: 'Tell them that their registration is cancelled.',
    joining: (from: string) => `Tell them how to join, from ${from}.`,
    changes: 'Tell them when the event changes or is cancelled.',
  },
  letIn: {
    explained: 'No place is left. If there is room for one more, you can let them in; it is noted that it was you.',
    button: 'Let them in without a place',
  },
  noLink: { title: 'No letter reaches them', text: 'They have no email address, so there is no link to send. Tell them yourself.' },
  history: 'What happened',
  columns: ['When', 'What'] as const,
  happened: {
    registered: 'They registered by the form',
    told: {
      phone: 'Registered for them, as they asked by phone',
      post: 'Registered for them, as they asked by post',
      'in-person': 'Registered for them, as they asked in person',
      email: 'Registered for them, as they asked by email',
    },
    confirmed: 'Their place was confirmed',
    waiting: 'They joined the waiting list',
    offered: 'They were offered a place',
    cancelled: {
      attendee: 'They gave their place up',
      organiser: 'Cancelled by an organiser',
      event: 'The event was cancelled',
      declined: 'They said no to a place',
      lapsed: 'The time of their offer went by',
    },
    steps: {
      waiting: {
        attendee: 'They joined the waiting list',
        organiser: 'An organiser put them on the waiting list',
        system: 'They were put on the waiting list',
      },
      offered: {
        attendee: 'A place became free and was offered to them',
        organiser: 'An organiser had a place offered to them',
        system: 'A place became free and was offered to them',
      },
      took: {
        attendee: 'They took the place',
        organiser: 'An organiser took the place for them, as they said',
        system: 'The place became theirs',
      },
      given: {
        attendee: 'A place became free and they took it',
        organiser: 'An organiser gave them a place',
        system: 'A place became free and was theirs at once, since no letter reaches them',
      },
      declined: {
        attendee: 'They said no to the place',
        organiser: 'An organiser said no to the place for them, as they said',
        system: 'The place was declined',
      },
      lapsed: {
        attendee: 'They answered after the time of their offer, and it was over',
        organiser: 'The time of their offer went by',
        system: 'The time of their offer went by',
      },
    } satisfies Record<StepKind, Record<StepActor, string>>,
    corrected: 'Last corrected by an organiser',
    moved: (from: number, to: number, reason: string) => `An organiser moved them from ${from} to ${to} in the line: ${reason}`,
    attended: 'They came',
    'let-in': 'They came, and an organiser let them in without a place',
    shownToOthers: 'They agreed that others who come may see their name',
    letter: (count: number) =>
      count === 1 ? 'One letter with a link asked for' : `${count} letters with a link asked for within the hour`,
  },
  answer: { heading: 'Have they told you what to do with the place?', take: 'They take the place', decline: 'They do not want it' },
  move: 'Move in the line',
  write: 'Write to this person',
  group: 'Group',
  told: 'How they told us',
  shown: 'Seen by others who come',
  edit: 'Correct it',
  done: {
    entered: 'They are registered.',
    exists: 'They are registered already: here it is.',
    corrected: 'It is corrected.',
    taken: 'The place is theirs.',
    declined: 'The place goes to the next person.',
    late: 'It was too late: the offer had run out.',
  },
} as const;
