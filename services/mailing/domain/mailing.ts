import type { EventNews } from '@convener/contracts/domain-events';
import type { EventChange } from './event-change.ts';
import type { LetterTemplate } from './letter-templates.ts';

export const everyMailingKind = [
  'report',
  'note',
  'joining',
  'joining-changed',
  'reminder',
  'last-reminder',
  'changed',
  'thanks',
  'event-cancelled',
] as const;
export type MailingKind = (typeof everyMailingKind)[number];

/** What each kind of mailing sends, and whether it goes out by itself as soon as its letters are there. */
export const mailingKinds: Readonly<Record<MailingKind, { readonly template: LetterTemplate; readonly startsItself: boolean }>> = {
  report: { template: 'report.published', startsItself: false },
  note: { template: 'event.note', startsItself: false },
  joining: { template: 'registration.joining', startsItself: true },
  'joining-changed': { template: 'registration.joining-changed', startsItself: true },
  reminder: { template: 'event.reminder', startsItself: true },
  'last-reminder': { template: 'event.last-reminder', startsItself: true },
  changed: { template: 'event.changed', startsItself: true },
  thanks: { template: 'event.thanks', startsItself: true },
  'event-cancelled': { template: 'event.cancelled', startsItself: true },
};

/** Mailings of which an organiser hears how many they did not reach for want of an address: those people have to be told by a human being. */
export const newsIn: Readonly<Partial<Record<MailingKind, EventNews>>> = {
  'event-cancelled': 'cancelled',
  changed: 'changed',
  'joining-changed': 'joining-changed',
};

export const audienceStatuses = ['confirmed', 'waitlisted', 'attended'] as const;
export type AudienceStatus = (typeof audienceStatuses)[number];

export interface Audience {
  /** Attendees of the event by status; none for members alone. */
  readonly statuses: readonly AudienceStatus[];
  /** Whom it goes to where nobody is of those statuses: thanks go to all who had a place where nobody noted who came. */
  readonly otherwise?: readonly AudienceStatus[] | undefined;
  /** Only attendees who asked for this event's report. */
  readonly wantingReport: boolean;
  /** Members who get the stream of reports. */
  readonly members: boolean;
}

export type Source = 'members' | 'attendees';

/** How far the audience has been turned into letters. */
export type Expansion =
  | { readonly kind: 'under-way'; readonly source: Source; readonly cursor: string | undefined }
  | { readonly kind: 'done' };

export type PauseReason = 'organiser' | 'bounces' | 'complaints';

export type MailingState =
  | { readonly kind: 'preparing' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'sending'; readonly startedAt: string }
  | { readonly kind: 'paused'; readonly startedAt: string; readonly reason: PauseReason }
  | { readonly kind: 'finished'; readonly startedAt: string; readonly finishedAt: string }
  /** Given up before it started; nothing of it was sent. */
  | { readonly kind: 'discarded' };

export interface Mailing {
  readonly id: string;
  readonly kind: MailingKind;
  readonly eventId: string;
  /** The report of a report mailing; for the rest the event. */
  readonly subjectId: string;
  /** Letters with the same stem to the same person are the same letter. */
  readonly letterStem: string;
  readonly audience: Audience;
  readonly expansion: Expansion;
  /** Letters so far, one for each person. */
  readonly letters: number;
  readonly state: MailingState;
  /** What an organiser wrote, for a note; published to nobody but its readers. */
  readonly note: { readonly subject: string; readonly body: string } | undefined;
  /** What it tells to have changed, up to which version of the event’s facts. */
  readonly change?: (EventChange & { readonly version: number }) | undefined;
  readonly createdAt: string;
}

export function firstExpansion(audience: Audience): Expansion {
  if (audience.members) return { kind: 'under-way', source: 'members', cursor: undefined };
  return audience.statuses.length > 0 ? { kind: 'under-way', source: 'attendees', cursor: undefined } : { kind: 'done' };
}

/** Members come first: their own choices of format and streams are theirs to change. */
export function nextExpansion(audience: Audience, source: Source, cursor: string | undefined): Expansion {
  if (cursor !== undefined) return { kind: 'under-way', source, cursor };
  if (source === 'members' && audience.statuses.length > 0) return { kind: 'under-way', source: 'attendees', cursor: undefined };
  return { kind: 'done' };
}

export type Announces = 'prepared' | 'discarded' | 'started' | 'paused' | 'finished' | undefined;

export type Move =
  | { readonly kind: 'moves'; readonly next: Mailing; readonly announces: Announces }
  /** It is there already: the same click twice. */
  | { readonly kind: 'stays' }
  | { readonly kind: 'impossible' };

export type MailingCommand = 'start' | 'pause' | 'resume' | 'discard';

/** An organiser's commands, and which states they may come from. */
export function decideMove(mailing: Mailing, command: MailingCommand, now: Date): Move {
  const { state } = mailing;
  switch (command) {
    case 'start':
      if (state.kind === 'ready') return moves(mailing, { kind: 'sending', startedAt: now.toISOString() }, 'started');
      return state.kind === 'sending' || state.kind === 'finished' ? { kind: 'stays' } : { kind: 'impossible' };
    case 'pause':
      return decidePause(mailing, 'organiser');
    case 'resume':
      if (state.kind === 'paused') return moves(mailing, { kind: 'sending', startedAt: state.startedAt }, 'started');
      return state.kind === 'sending' || state.kind === 'finished' ? { kind: 'stays' } : { kind: 'impossible' };
    case 'discard':
      if (state.kind === 'ready' || state.kind === 'preparing') return moves(mailing, { kind: 'discarded' }, 'discarded');
      return state.kind === 'discarded' ? { kind: 'stays' } : { kind: 'impossible' };
  }
}

export function decidePause(mailing: Mailing, reason: PauseReason): Move {
  const { state } = mailing;
  if (state.kind === 'sending') return moves(mailing, { kind: 'paused', startedAt: state.startedAt, reason }, 'paused');
  return state.kind === 'paused' ? { kind: 'stays' } : { kind: 'impossible' };
}

/** One page of the audience has become letters. With the last page a mailing is ready, and some start by themselves. */
export function decideExpanded(mailing: Mailing, page: { readonly letters: number; readonly cursor: string | undefined }, now: Date): Move {
  const { expansion, state } = mailing;
  if (state.kind !== 'preparing' || expansion.kind === 'done') return { kind: 'stays' };
  const next: Mailing = {
    ...mailing,
    letters: mailing.letters + page.letters,
    expansion: nextExpansion(mailing.audience, expansion.source, page.cursor),
  };
  if (next.expansion.kind !== 'done') return { kind: 'moves', next, announces: undefined };
  const { otherwise, ...audience } = next.audience;
  if (otherwise && next.letters === 0) {
    const wider = { ...audience, statuses: otherwise };
    return { kind: 'moves', next: { ...next, audience: wider, expansion: firstExpansion(wider) }, announces: undefined };
  }
  if (!mailingKinds[mailing.kind].startsItself) return moves(next, { kind: 'ready' }, undefined);
  return moves(next, { kind: 'sending', startedAt: now.toISOString() }, 'started');
}

export function decideFinished(mailing: Mailing, now: Date): Move {
  const { state } = mailing;
  if (state.kind !== 'sending') return { kind: 'stays' };
  return moves(mailing, { kind: 'finished', startedAt: state.startedAt, finishedAt: now.toISOString() }, 'finished');
}

function moves(mailing: Mailing, state: MailingState, announces: Announces): Move {
  return { kind: 'moves', next: { ...mailing, state }, announces };
}
