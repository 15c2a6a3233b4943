/** What an organiser may be, in the words of the role claim. */
export type Role = 'organiser' | 'access-coordinator' | 'editor';
export const roles: readonly Role[] = ['organiser', 'access-coordinator', 'editor'];

/** What to say to whoever asks for another role, or for none. */
export function noSuchRole(asked: string): string {
  const known = `${roles.slice(0, -1).join(', ')} and ${roles.at(-1)}`;
  return `${asked === '' ? 'No role was named' : `There is no role “${asked}”`}. The roles are ${known}.`;
}

/** Somebody made up who can sign in here with one click. */
export interface Person {
  readonly sub: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly says: string;
}

export const people: readonly Person[] = [
  {
    sub: '11111111-1111-4111-8111-111111111111',
    name: 'Morag Sample',
    email: 'morag.sample@example.org',
    roles: ['organiser'],
    says: 'Organiser. Plans events, sees registrations, never what anybody needs.',
  },
  {
    sub: '22222222-2222-4222-8222-222222222222',
    name: 'Iain Example',
    email: 'iain.example@example.org',
    roles: ['access-coordinator'],
    says: 'Access coordinator. Reads what would help people and arranges it.',
  },
  {
    sub: '33333333-3333-4333-8333-333333333333',
    name: 'Ailsa Placeholder',
    email: 'ailsa.placeholder@example.org',
    roles: ['editor'],
    says: 'Editor. Themes the reflections and publishes the report.',
  },
  {
    sub: '44444444-4444-4444-8444-444444444444',
    name: 'Rowan Sample',
    email: 'rowan.sample@example.org',
    roles: ['organiser', 'access-coordinator', 'editor'],
    says: 'All three at once, as in a team of one.',
  },
  {
    sub: '55555555-5555-4555-8555-555555555555',
    name: 'Someone not invited',
    email: 'someone@example.org',
    roles: [],
    says: 'Has an account but no role: must be turned away, kindly.',
  },
];

export function personBySub(sub: string): Person | undefined {
  return people.find((person) => person.sub === sub);
}
