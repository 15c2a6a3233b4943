import type { Actor } from '@convener/contracts';
import { type Audience, firstExpansion, type Mailing } from '../domain/mailing.ts';
import { idFrom } from './letter-id.ts';
import type { LettersPorts } from './ports.ts';

type Ports = Pick<LettersPorts, 'mailings' | 'facts' | 'ids'>;

export type Prepared = { readonly kind: 'prepared'; readonly mailingId: string } | { readonly kind: 'nothing-published' };

/**
 * The mailing of an event's report. One edition of a report has one mailing, whoever presses the button and however often; only where it was
 * discarded before it started may there be another.
 */
export async function prepareReportMailing(
  command: { readonly eventId: string; readonly attendees: boolean; readonly members: boolean; readonly actor: Actor; readonly now: Date },
  { mailings, facts }: Ports,
): Promise<Prepared> {
  const report = await facts.report(command.eventId);
  if (!report) return { kind: 'nothing-published' };
  const audience: Audience = {
    statuses: command.attendees ? ['confirmed'] : [],
    wantingReport: true,
    members: command.members,
  };
  for (let discarded = 0; ; discarded += 1) {
    const id = idFrom('mlg', 'report', report.id, String(report.edition), String(discarded));
    const there = await mailings.find(id);
    if (there?.mailing.state.kind === 'discarded') continue;
    if (there) return { kind: 'prepared', mailingId: id };
    const next = fresh({ id, kind: 'report', eventId: command.eventId, subjectId: report.id, audience, now: command.now });
    await mailings.save({ loaded: undefined, next, announces: 'prepared', actor: command.actor, now: command.now });
    return { kind: 'prepared', mailingId: id };
  }
}

/** A letter in an organiser's own words to those who have a place, who wait, or both; before the event or long after. */
export async function prepareNote(
  command: {
    readonly eventId: string;
    readonly statuses: Audience['statuses'];
    readonly subject: string;
    readonly body: string;
    readonly actor: Actor;
    readonly now: Date;
  },
  { mailings, ids }: Ports,
): Promise<{ readonly mailingId: string }> {
  const { eventId, statuses, subject, body, actor, now } = command;
  const audience: Audience = { statuses, wantingReport: false, members: false };
  const mailing = fresh({ id: ids.make('mlg'), kind: 'note', eventId, subjectId: eventId, audience, now });
  await mailings.save({ loaded: undefined, next: { ...mailing, note: { subject, body } }, announces: 'prepared', actor, now });
  return { mailingId: mailing.id };
}

function fresh({ now, ...wanted }: Pick<Mailing, 'id' | 'kind' | 'eventId' | 'subjectId' | 'audience'> & { readonly now: Date }): Mailing {
  return {
    ...wanted,
    letterStem: wanted.id,
    expansion: firstExpansion(wanted.audience),
    letters: 0,
    state: { kind: 'preparing' },
    note: undefined,
    createdAt: now.toISOString(),
  };
}
