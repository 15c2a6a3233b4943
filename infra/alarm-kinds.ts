/**
 * Every kind of alarm, with the heading of docs/runbook.md that says what to do. A test holds both lists together, and another trips
 * each kind.
 */
export const alarmKinds = {
  'set-aside': { heading: 'Messages were set aside' },
  behind: { heading: 'A consumer is behind' },
  refused: { heading: 'Domain events were refused' },
  'stream-behind': { heading: 'A publisher is behind' },
  undelivered: { heading: 'Something could not be delivered' },
  'functions-failing': { heading: 'Functions fail' },
  throttled: { heading: 'Functions are throttled' },
  'table-busy': { heading: 'A table turns work away' },
  silent: { heading: 'A sweep has gone silent' },
  'pages-failing': { heading: 'Pages fail' },
  'pages-slow': { heading: 'Pages are slow' },
  'letters-in-doubt': { heading: 'Letters are in doubt or refused' },
  bounces: { heading: 'Too many letters bounce' },
  complaints: { heading: 'People call our mail spam' },
} as const satisfies Readonly<Record<string, { readonly heading: string }>>;

export type AlarmKind = keyof typeof alarmKinds;
