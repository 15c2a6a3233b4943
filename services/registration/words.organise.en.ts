import type { ListColumn } from './domain/find-registrations.ts';
import type { WayOfTelling } from './domain/registration.ts';
import type { StepActor, StepKind } from './domain/steps.ts';

/** What organisers read as they look through registrations, enter them and correct them. */
export const organiseWords = {
  told: {
    form: 'By the form',
    phone: 'By phone',
    post: 'By post',
    'in-person': 'In person',
    email: 'By email',
  } satisfies Record<WayOfTelling, string>,

  list: {
    columns: {
      status: 'Status',
      email: 'Email address',
      organisation: 'Organisation',
      comingAs: 'Coming as',
      wantsReport: 'Wants the report',
      told: 'How they told us',
      attended: 'Came',
      shownToOthers: 'Seen by others who come',
      registeredAt: 'Registered',
    } satisfies Record<ListColumn, string>,
    add: 'Register somebody',
    addExplained: 'When somebody phones, writes or asks you in person.',
    unreached: (count: number) =>
      count === 1
        ? 'No letter reaches one person, who has no email address.'
        : `No letter reaches ${count} people, who have no email address.`,
    unreachedShow: 'See whom you have to tell yourself',
    filters: 'Show some of them, or other columns',
    any: 'All',
    filter: {
      status: 'Status',
      attended: 'Came to the event',
      report: 'Wants the report',
      told: 'How they told us',
      address: 'Email address',
      order: 'Order',
      columns: 'Columns',
    },
    attended: { yes: 'Came', no: 'Not noted as there' },
    address: { yes: 'Has one', no: 'Has none' },
    orders: { name: 'By status, then by name', newest: 'Newest first' },
    show: 'Show',
    noAddress: 'None: tell them yourself',
    export: 'Download these as a table (CSV)',
    exportAll: 'Download all as a table (CSV)',
    previous: 'Previous page',
    next: 'Next page',
    overTime: 'Waiting and cancelled over time',
    waitingOverTime: 'Those who wait now, by the day they began to',
    cancelledOverTime: 'Cancelled so far',
    growthColumns: { waiting: ['Day', 'Waiting'], cancelled: ['Day', 'Cancelled so far'] } as const,
    participants: 'The list of participants',
  },

  enter: {
    title: 'Register somebody',
    explained: 'For somebody who told you that they want to come. Their place is confirmed at once, by your word.',
    told: 'How did they tell us?',
    chooseTold: 'Choose how they told us',
    email: 'Email address (optional)',
    emailHint: 'We send them one letter, with a link to their place. Leave it empty if they have none: then you tell them yourself.',
    name: 'What should we call them?',
    missingName: 'Enter what we should call them',
    organisation: 'Organisation or group (optional)',
    comingAs: 'They are coming as (optional)',
    wantsReport: 'Shall we send them the report of this event?',
    group: 'Do they belong to one of these? Places are kept for them.',
    noGroup: 'None of these',
    supporter: 'Does somebody come with them to support them?',
    supporterName: 'Name of the supporter (optional)',
    chooseReport: 'Choose whether we shall send them the report',
    asked: 'They asked us to register them, and I have told them what we keep and why',
    missingAsked: 'Tick that they asked us to register them',
    submit: 'Register them',
    full: 'All places are taken. They join the waiting list.',
    sameName: (name: string) => `Somebody called ${name} is registered already. Look whether it is the same person.`,
    sameNameTitle: 'Is it one of these?',
    sameNameTick: 'No, this is somebody else',
    notOpen: {
      title: 'Nobody can be registered any more',
      over: 'The event is over.',
      'called-off': 'The event has been cancelled.',
    },
  },

  one: {
    tasks: 'What you have to tell them yourself',
    tasksExplained: 'They have no email address, so none of our letters reaches them.',
    task: {
      place: 'Tell them that they have a place.',
      waiting: 'Tell them that they wait for a place, and that you will tell them when one is theirs.',
      cancelled: 'Tell them that their registration is cancelled.',
      joining: (from: string) => `Tell them how to join, from ${from}.`,
      changes: 'Tell them when the event changes or is cancelled.',
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
      shownToOthers: 'They agreed that others who come may see their name',
      letter: (count: number) =>
        count === 1 ? 'One letter with a link asked for' : `${count} letters with a link asked for within the hour`,
    },
    answer: { heading: 'Have they told you what to do with the place?', take: 'They take the place', decline: 'They do not want it' },
    move: 'Move in the line',
    write: 'Write to this person',
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
  },

  correct: {
    title: 'Correct a registration',
    address:
      'The address cannot be changed: who they are goes by it. If it is wrong, cancel this registration and register them again with the right one.',
    noAddress: 'An address cannot be added. If they have one now, cancel this registration and register them again with it.',
    cancelIt: 'Cancel this registration',
    submit: 'Save',
    no: 'Do not change anything',
    groupHint: 'They go onto a place that is kept for their new group if one is free, else onto one for everybody.',
    groupHintWaiting: 'They keep their place in the line.',
    noPlace: (group: string) =>
      `They hold a place that is kept for ${group}, and no other is free that nobody waits for. Make room first, or leave them in the group.`,
    meanwhileTitle: 'Somebody else was quicker',
    asItStands: 'See how it stands now',
    meanwhile: 'Somebody else has changed this registration meanwhile. Look whether what you entered is still right, and save once more.',
    cancelled: {
      title: 'This registration is cancelled',
      text: 'It cannot be corrected any more. If they want to come after all, register them again.',
    },
    format: 'How should our letters look?',
  },

  cancel: {
    title: (name: string) => `Cancel the registration of ${name}?`,
    text: 'Their place goes to whoever has waited longest. Both are written to, if they have an email address.',
    textWaiting: 'They lose their place in the line. They are written to, if they have an email address.',
    submit: 'Yes, cancel it',
    no: 'No, keep it',
  },

  setUp: { questions: 'Questions', places: 'Places and waiting list' },
  supporters: (people: number, supporters: number) =>
    `${people} ${people === 1 ? 'person' : 'people'} and ${supporters} ${supporters === 1 ? 'supporter' : 'supporters'} come.`,
} as const;
