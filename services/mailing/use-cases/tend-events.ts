import { type AroundKind, aroundKinds, standingOf } from '../domain/around.ts';
import { decideChange, decideJoiningChange, toldFactsOf } from '../domain/event-change.ts';
import { wayOfLastReminder } from '../domain/last-reminder.ts';
import { timingIn } from '../domain/letter-plan.ts';
import type { AroundStore, PlanStore } from './around-ports.ts';
import { aroundMailingId, idFrom } from './letter-id.ts';
import type { MailingStore } from './mailing-ports.ts';
import type { EventLook, FactStore } from './ports.ts';
import { prepare } from './prepare-service-mailing.ts';

export interface TendPorts {
  readonly facts: FactStore;
  readonly plans: Pick<PlanStore, 'find'>;
  readonly around: AroundStore;
  readonly mailings: MailingStore;
}

const atOnce = 100;

/**
 * Looks at every event that is due to be looked at, by key, and moves each on to when something is next due. Whatever it does follows from what
 * is stored and has an id of its own: run twice, late or broken off, it sends nothing twice. Says how many events it looked at.
 */
export async function tendEvents(now: Date, ports: TendPorts): Promise<number> {
  let tended = 0;
  for (;;) {
    const due = await ports.around.due(now, atOnce);
    let progress = 0;
    for (const event of due) {
      const next = await tendOne(event.eventId, now, ports);
      progress += (await ports.around.moveOn(event, next)) ? 1 : 0;
    }
    tended += progress;
    if (progress === 0 || due.length < atOnce) return tended;
  }
}

/** When it is to be looked at again; undefined where nothing is to come. */
async function tendOne(eventId: string, now: Date, ports: TendPorts): Promise<Date | undefined> {
  const event = await ports.facts.event(eventId);
  if (!event) return undefined;
  const moments = await Promise.all([
    ...aroundKinds.map((kind) => sendAround(kind, event, now, ports)),
    tellChange(event, now, ports),
    tellJoiningChange(event, now, ports),
  ]);
  const [first] = moments.flatMap((at) => (at ? [at.getTime()] : [])).sort((a, b) => a - b);
  return first === undefined ? undefined : new Date(first);
}

/** One mailing of each kind for an event, ever: moved while it is still to come, and never sent again for a new date. */
async function sendAround(kind: AroundKind, event: EventLook, now: Date, { plans, mailings, facts }: TendPorts): Promise<Date | undefined> {
  const timing = timingIn((await plans.find(event.id))?.plan, kind);
  const standing = standingOf(kind, timing, event, now);
  switch (standing.kind) {
    case 'off':
    case 'missed':
      return undefined;
    case 'coming':
      return standing.at;
    case 'due': {
      const way = kind === 'last-reminder' ? wayOfLastReminder(timing, event, await facts.joining(event.id), now) : undefined;
      if (way?.kind === 'waits') return way.until;
      if (way?.kind === 'with-joining') return undefined;
      const whom =
        kind === 'thanks' ? ({ statuses: ['attended'], otherwise: ['confirmed'] } as const) : ({ statuses: ['confirmed'] } as const);
      const stem = `around:${kind}:${event.id}`;
      await prepare({ id: aroundMailingId(kind, event.id), kind, eventId: event.id, stem, ...whom, at: now }, mailings);
      return undefined;
    }
  }
}

/**
 * What people were last told is stored with its version, and the letter's id follows from that version: each thing that they were told is
 * followed by one letter at most, and by then everything that was changed since is in it.
 */
async function tellChange(event: EventLook, now: Date, ports: TendPorts): Promise<Date | undefined> {
  const told = await ports.facts.told(event.id);
  const decision = decideChange(told, event, now);
  switch (decision.kind) {
    case 'nothing':
      return undefined;
    case 'settles':
      return decision.at;
    case 'noted':
      await ports.facts.noteTold(event.id, toldFactsOf(event), event.version);
      return undefined;
    case 'tell': {
      const id = idFrom('mlg', 'event-changed', event.id, String(told?.version ?? 0));
      const change = { ...decision.change, version: event.version };
      const wanted = { id, kind: 'changed', eventId: event.id, stem: id, statuses: ['confirmed', 'waitlisted'], change, at: now } as const;
      await prepare(wanted, ports.mailings);
      const sent = (await ports.mailings.find(id))?.mailing.change ?? change;
      await ports.facts.noteTold(event.id, sent.is, sent.version);
      // Changed again between the letter and its being noted: the rest is another letter, at the next look.
      return sent.version < event.version ? now : undefined;
    }
  }
}

async function tellJoiningChange(event: EventLook, now: Date, { facts, mailings }: TendPorts): Promise<Date | undefined> {
  const decision = decideJoiningChange(await facts.joining(event.id), event, now);
  switch (decision.kind) {
    case 'nothing':
      return undefined;
    case 'settles':
      return decision.at;
    case 'tell': {
      const id = idFrom('mlg', 'joining-changed', event.id, String(decision.version));
      await prepare({ id, kind: 'joining-changed', eventId: event.id, stem: id, statuses: ['confirmed'], at: now }, mailings);
      return undefined;
    }
  }
}
