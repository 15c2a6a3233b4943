import type { ListColumn } from './domain/find-registrations.ts';
import type { WayOfTelling } from './domain/registration.ts';

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
      group: 'Group',
      supporter: 'Supporter',
      position: 'Place in the line',
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
      group: 'Group',
      supporter: 'Somebody comes along',
      address: 'Email address',
      order: 'Order',
      columns: 'Columns',
    },
    attended: { yes: 'Came', no: 'Not noted as there' },
    noGroup: 'None',
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
    comingAsHint: 'In their own words, as they told you: for example a carer, a practitioner, a student.',
    wantsReport: 'Shall we send them the report of this event? (optional)',
    group: 'Do they belong to one of these? Places are kept for them.',
    noGroup: 'None of these',
    supporter: 'Does somebody come with them to support them? (optional)',
    supporterName: 'Name of the supporter (optional)',
    chooseReport: 'Choose whether we shall send them the report',
    asked: 'They asked us to register them, and I have told them what we keep and why',
    missingAsked: 'Tick that they asked us to register them',
    submit: 'Register them',
    full: 'All places are taken. They join the waiting list.',
    fullAtDoor: 'All places are taken. Once they are registered, you can let them in without a place.',
    sameName: (name: string) => `Somebody called ${name} is registered already. Look whether it is the same person.`,
    sameNameTitle: 'Is it one of these?',
    sameNameTick: 'No, this is somebody else',
    notOpen: {
      title: 'Nobody can be registered any more',
      over: 'The event is over.',
      'called-off': 'The event has been cancelled.',
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
    begun: 'The event has begun, so nobody else gets their place. They are written to, if they have an email address.',
    over: 'The event is over, so nobody else gets their place. They are written to, if they have an email address.',
    waitingEnded:
      'The waiting list has ended, so this changes nothing for anybody else. They are written to, if they have an email address.',
    submit: 'Yes, cancel it',
    no: 'No, keep it',
  },

  setUp: { questions: 'Questions', places: 'Places and waiting list' },
  supporters: (people: number, supporters: number) =>
    `${people} ${people === 1 ? 'person' : 'people'} and ${supporters} ${supporters === 1 ? 'supporter' : 'supporters'} come.`,
} as const;
