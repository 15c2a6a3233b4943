/** Plainly made-up people. */
export interface SamplePerson {
  readonly name: string;
  readonly email: string;
  readonly organisation: string;
}

const names = [
  'Sample Attendee One',
  'Sample Attendee Two',
  'Sample Attendee Three',
  'Sample Attendee Four',
  'Sample Attendee Five',
  'Sample Attendee Six',
  'Sample Attendee Seven',
  'Sample Attendee Eight',
  'Sample Attendee Nine',
  'Sample Attendee Ten',
  'Sample Attendee Eleven',
  'Sample Attendee Twelve',
];

export const people: readonly SamplePerson[] = names.map((name, position) => ({
  name,
  email: `attendee-${position + 1}@example.org`,
  organisation: position % 3 === 0 ? '' : 'Example Organisation',
}));

/** Members of the mailing list; two of them came to the event as well, so that nobody may get the report twice. */
export const memberRows: readonly string[] = [
  'email,name',
  ...Array.from({ length: 18 }, (_, position) => `member-${position + 1}@example.org,Sample Member ${position + 1}`),
  'attendee-1@example.org,Sample Attendee One',
  'attendee-2@example.org,Sample Attendee Two',
];
