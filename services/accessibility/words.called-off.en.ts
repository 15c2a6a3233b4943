/** What access coordinators read of an event that was called off. */
export const calledOffWords = {
  lead: (date: string) =>
    `This event was called off. What people told us is deleted. What was arranged names nobody and stays here until ${date}, so that it can be rung off and its costs entered.`,
  gone: 'This event was called off. What people told us, and what was arranged, is deleted.',
  title: 'Called off: ring these off',
  nothing: 'There is nothing to ring off.',
  ring: 'Whom to ring',
  noSupplier: 'Nobody from outside is named. Ask who sees to it.',
  estimated: 'It was to cost',
  done: 'They know that it is off',
  change: 'Change it, or enter what it cost',
  all: 'What was arranged',
  fee: 'If something costs money all the same, such as a cancellation fee, enter it as what it did cost.',
  noArranging: {
    title: 'This event was called off',
    text: 'Nothing more is arranged for it. What was booked stands on the page about access, so that it can be rung off.',
  },
  noBrief: {
    title: 'This event was called off',
    text: 'Nobody needs a brief for it. Whoever was booked stands on the page about access, so that they can be rung off.',
  },
} as const;
