import { type Answers, noAnswers } from '../domain/answers.ts';
import { decideRegister } from '../domain/decide-register.ts';
import { type Event, type Openness, openness } from '../domain/event.ts';
import { groupCalled, poolsFor } from '../domain/pools.ts';
import { type Details, normalisedAddress } from '../domain/registration.ts';
import { heldShare, letterLimit, unconfirmedLimit, viewerLine, viewerNetwork } from '../domain/viewer-network.ts';
import { ContendedError, mostTries, TooManyLettersError } from './change-registration.ts';
import type { Attempt, Identities, Loaded, RegistrationPorts, SaveContext, SaveOutcome, Settings, Viewers } from './ports.ts';

export interface RegisterForm {
  readonly slug: string;
  readonly email: string;
  readonly details: Details;
  /** To the organisers' own questions. */
  readonly answers?: Answers | undefined;
  /** As it was read to ask the questions; read here where it was not. */
  readonly event?: Event | undefined;
  /** Hidden in the page's form; programs may leave it out. */
  readonly attemptId: string | undefined;
  /** The group that they chose; one that the event does not have is none. */
  readonly group?: string | undefined;
  readonly viewerIp: string;
}

export type RegisterOutcome =
  /** A letter is on its way. Nothing tells whether the address was known. */
  | { readonly kind: 'asked' }
  | { readonly kind: 'not-open'; readonly openness: Openness }
  /** This very form was sent before with other answers. */
  | { readonly kind: 'other-answers' }
  | { readonly kind: 'unknown-event' };

export interface RegisterPorts extends RegistrationPorts {
  readonly identities: Identities;
  readonly viewers: Viewers;
  readonly settings: Settings;
}

/** Somebody registers by the form. */
export async function register(form: RegisterForm, now: Date, ports: RegisterPorts): Promise<RegisterOutcome> {
  const event = form.event ?? (await ports.events.bySlug(form.slug));
  if (!event) return { kind: 'unknown-event' };
  const group = groupCalled(event.places, form.group)?.id;
  const found = openness(event.outline, event.places, now, group);
  if (found.kind !== 'open' && found.kind !== 'full') return { kind: 'not-open', openness: found };

  const { eventId, endsAt } = event.outline;
  const registrationId = await ports.identities.registrationId(normalisedAddress(form.email), eventId);
  const [before, atEvent] = await Promise.all([
    ports.viewers.count(viewerNetwork(form.viewerIp), now),
    ports.viewers.countAt(viewerLine(form.viewerIp), eventId, now),
  ]);
  // Before anything depends on the address: known or not, the answer is the same.
  if (before > letterLimit) throw new TooManyLettersError();
  const command = {
    registrationId,
    eventId,
    email: form.email,
    details: form.details,
    group,
    answers: form.answers,
    expiresAt: new Date(now.getTime() + ports.settings.pendingHours * 60 * 60 * 1000).toISOString(),
  };
  // The event may be a moment old: the conditions of the write are what counts.
  const mayHold = before <= unconfirmedLimit && atEvent <= heldShare(event.places.capacity);
  let sending: Sending = {
    pools: mayHold ? poolsFor(event.places, group) : [],
    attempt: await attemptOf(form, eventId, ports.identities),
  };
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const loaded = await ports.registrations.load(registrationId, { fresh: tries > 1 });
    const saved = await tryOnce(loaded, decideRegister(loaded.stored, { ...command, pool: sending.pools[0] }, now), sending, now, ports);
    const judged = await judge(saved, sending, { loaded, registrationId, endsAt, group, now, mayHold }, ports);
    if (judged.kind !== 'again') return judged;
    sending = judged.sending;
  }
  throw new ContendedError();
}

interface Sending {
  /** Whose places it may take, in this order; none where it may hold nothing. */
  readonly pools: readonly (string | undefined)[];
  readonly attempt: Attempt | undefined;
}

/** What came of one try: an answer for the person, or the way to try again. */
async function judge(
  saved: SaveOutcome,
  sending: Sending,
  about: {
    readonly loaded: Loaded;
    readonly registrationId: string;
    readonly endsAt: string;
    readonly group: string | undefined;
    readonly now: Date;
    readonly mayHold: boolean;
  },
  ports: RegisterPorts,
): Promise<RegisterOutcome | { readonly kind: 'again'; readonly sending: Sending }> {
  switch (saved.kind) {
    case 'saved':
      return { kind: 'asked' };
    case 'moved':
      return { kind: 'again', sending };
    case 'attempt-used':
      if (saved.fingerprint !== sending.attempt?.fingerprint) return { kind: 'other-answers' };
      if (about.loaded.stored.kind === 'held') return { kind: 'asked' };
      if ((await ports.registrations.load(about.registrationId)).stored.kind === 'held') return { kind: 'asked' };
      // It was sent long ago and what it made is gone: the person means to register now.
      return { kind: 'again', sending: { ...sending, attempt: undefined } };
    case 'refused': {
      if (!saved.places) return { kind: 'unknown-event' };
      const standing = openness(about, saved.places, about.now, about.group);
      if (standing.kind !== 'full' && standing.kind !== 'open') return { kind: 'not-open', openness: standing };
      // Places as they stood at that very moment: another pool may have room, and one that was free may be gone.
      return { kind: 'again', sending: { ...sending, pools: about.mayHold ? poolsFor(saved.places, about.group) : [] } };
    }
  }
}

async function attemptOf(form: RegisterForm, eventId: string, identities: Identities): Promise<Attempt | undefined> {
  if (!form.attemptId) return undefined;
  const answers = [
    ...(form.group ? [form.group] : []),
    normalisedAddress(form.email),
    ...Object.entries(form.details).flat(),
    form.answers ?? noAnswers,
  ];
  return { id: `${eventId}#${form.attemptId}`, fingerprint: await identities.fingerprint(JSON.stringify(answers)) };
}

function tryOnce(
  loaded: Loaded,
  decision: ReturnType<typeof decideRegister>,
  { pools, attempt }: Sending,
  now: Date,
  ports: RegisterPorts,
): Promise<SaveOutcome> {
  const context: SaveContext = { now, attempt, actor: { kind: 'attendee' } };
  switch (decision.kind) {
    case 'remind':
      return ports.registrations.save(loaded, decision.change, context);
    case 'ask':
      return ports.registrations.save(loaded, pools.length > 0 ? decision.holdingPlace : decision.holdingNothing, context);
  }
}
