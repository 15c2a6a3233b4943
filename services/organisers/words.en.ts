import type { Role } from '@convener/contracts';
import type { EventNews } from '@convener/contracts/domain-events';
import { roleWords } from '@convener/writing/role-words';

/** Every sentence of this service that people read. */
export const words = {
  roles: {
    organiser: roleWords.organiser.label,
    'access-coordinator': roleWords['access-coordinator'].label,
    editor: roleWords.editor.label,
  } satisfies Record<Role, string>,
  roleHints: {
    organiser: roleWords.organiser.means,
    'access-coordinator': roleWords['access-coordinator'].means,
    editor: roleWords.editor.means,
  } satisfies Record<Role, string>,
  home: {
    title: 'Today',
    attention: 'Needs attention',
    nothing: 'Nothing needs attention. Well done.',
    access: 'What people say about access is kept apart, and not counted here.',
    seeAccess: 'See what needs you about access',
    upcoming: 'Coming up',
    past: 'Past events',
    noEvents: 'No event is published yet.',
    placesTaken: 'Places taken',
    waiting: (count: number) => `${count} waiting`,
    unthemed: (count: number) => `${count === 1 ? 'reflection is' : 'reflections are'} neither themed nor set aside`,
    noReport: 'event is over and has no published report',
    notSent: 'report is published and has not been sent',
    offered: (count: number) =>
      `${count === 1 ? 'person has' : 'people have'} not said whether they take their place, and the event is near: a phone call helps`,
    given: (count: number) =>
      `${count === 1 ? 'person without an email address has' : 'people without an email address have'} been given a place that became free: tell them`,
    untold: {
      cancelled: (count: number) =>
        `${count === 1 ? 'person has' : 'people have'} no email address, and no letter told them that the event is cancelled: tell them`,
      changed: (count: number) =>
        `${count === 1 ? 'person has' : 'people have'} no email address, and no letter told them that the event has changed: tell them`,
      'joining-changed': (count: number) =>
        `${count === 1 ? 'person has' : 'people have'} no email address, and no letter told them of the new way to join: tell them`,
    } satisfies Record<EventNews, (count: number) => string>,
    full: (count: number) => `${count === 1 ? 'person waits' : 'people wait'} for a place`,
    report: { none: 'No report yet', draft: 'Report in draft', published: 'Report published' },
    newEvent: 'New event',
  },
  organisers: {
    title: 'Organisers',
    caption: 'Who may sign in',
    none: 'Nobody has signed in or been invited yet.',
    name: 'Name',
    address: 'Email address',
    roles: 'Roles',
    state: 'State',
    states: { invited: 'Invited', active: 'Active', removed: 'Removed' },
    change: 'Change',
    invite: 'Invite an organiser',
    inviteHint:
      'We write to them: who invites them, in which roles, and how to sign in. They need an account with this address at your network’s sign-in; whoever looks after it makes one.',
    inviteButton: 'Invite',
    changeTitle: 'Change an organiser',
    save: 'Save the roles',
    remove: 'Remove this organiser',
    removeHint:
      'They can no longer sign in. Their open pages and their programs’ tokens stop working within two minutes. What they did stays in the audit log under their id.',
    refused: {
      'no-role': 'Choose at least one role',
      'last-organiser': 'Somebody must be left who can invite others: make another person an organiser first',
      'already-there': 'This address belongs to an organiser already',
      removed: 'This organiser has been removed; invite them again instead',
    },
    changedMeanwhile: 'Somebody else changed this organiser in the meantime. Look again.',
  },
  audit: {
    titleOf: (month: string) => `Audit log, ${month}`,
    caption: (month: string) => `What was done in ${month}`,
    when: 'When',
    who: 'Who',
    what: 'What',
    about: 'About',
    empty: 'Nothing was done in this month.',
    earlier: 'Earlier in this month',
    unknown: 'A former organiser',
  },
  token: {
    title: 'A token for a program',
    lead: 'Does a program of yours work with this site?',
    explain:
      'A program that sends this token can do what you can do, for the next twelve hours, unless you are removed or lose a role before. Treat it like a password.',
    make: 'Make a token',
    copy: 'the token',
    shown: 'It is shown only this once.',
    notSignedIn: 'Only somebody who has just signed in can make a token. Sign in again, then make it here.',
  },
  signIn: {
    refusedTitle: 'You cannot sign in here yet',
    unverified: 'Your identity provider has not verified your email address. Verify it there, then sign in again.',
    'not-invited': 'This address has not been invited. Ask an organiser of the network to invite you.',
    removed: 'This address no longer organises here. Ask an organiser of the network if that is a mistake.',
    failed: 'Signing in did not work',
    failedDetail: 'It took too long, or was begun in another browser. Start again.',
    providerDown: 'The identity provider does not answer. Try again in a few minutes; nothing of yours is lost.',
  },
  signOut: {
    title: 'Sign out?',
    ask: 'What you have saved stays. You can sign in again at any time.',
    yes: 'Sign out',
    no: 'Stay signed in',
    done: 'You are signed out',
    doneHere: 'Your session here has ended.',
    elsewhere: 'Sign out at your identity provider too',
    elsewhereHint: 'On a computer that others use, do this as well: otherwise signing in again may ask for nothing.',
    again: 'Sign in again',
  },
} as const;
