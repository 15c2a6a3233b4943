import type { ServiceName } from '@convener/contracts/manifest';

/** For each service, in the eyes of a person, what stops when a part of it does. Alarms carry these sentences to whoever is called. */
export interface WhatPeopleLose {
  /** Its functions fail or are turned away. */
  readonly service: string;
  /** Its consumer no longer hears what happened elsewhere. */
  readonly news: string;
  /** Others no longer hear what happened here. */
  readonly published: string;
  /** Due work is not done. */
  readonly sweeps: string;
}

export const whatPeopleLose: Readonly<Record<ServiceName, WhatPeopleLose>> = {
  events: {
    service: 'People cannot open event pages, and organisers cannot change them.',
    news: 'Event pages show old numbers of places and old links to reports.',
    published: 'New and changed events are not open for registration, and letters give old times.',
    sweeps: 'Events do not open or close on time.',
  },
  registration: {
    service: 'People cannot register, see their place or give it up.',
    news: 'Registration offers events as they were, perhaps cancelled or full ones.',
    published: 'People who registered get no letter about their place.',
    sweeps: 'Offers from the waiting list do not go out, and data is kept for longer than promised.',
  },
  accessibility: {
    service: 'People cannot say what would help them take part, and coordinators cannot arrange it.',
    news: 'Answers of people who cancelled stay for longer than promised, and new attendees are missing from the plan.',
    published: 'People are not told that an answer about their place is waiting.',
    sweeps: 'Answers are kept for longer than promised after an event.',
  },
  reflections: {
    service: 'Groups cannot write down reflections, and organisers cannot theme them.',
    news: 'Reflections have no event or room to belong to.',
    published: 'Reports miss themes, and people do not hear what became of their points.',
    sweeps: 'Reflection pages stay open after their time.',
  },
  reports: {
    service: 'Editors cannot write or publish a report; published ones stay readable.',
    news: 'A report is written from old facts of its event and old themes.',
    published: 'Nobody is told that a report is out.',
    sweeps: 'Commitments do not come up when they are due.',
  },
  mailing: {
    service: 'People cannot join or leave the mailing list, and no letter leaves.',
    news: 'Letters about places, changes and reports are not written, and bounces are not noticed.',
    published: 'Other parts do not learn that somebody unsubscribed or that a letter bounced.',
    sweeps: 'Letters wait and do not leave.',
  },
  organisers: {
    service: 'Organisers cannot sign in.',
    news: 'What organisers do is missing from the record, and whoever is removed stays signed in for up to half an hour, their programs for up to twelve.',
    published: 'Whoever is invited to organise gets no letter, and whoever is removed stays in for longer.',
    sweeps: 'Old sessions and records are kept for longer than promised.',
  },
};
