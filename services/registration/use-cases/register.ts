import { decideRegister } from '../domain/decide-register.ts';
import { type Openness, openness } from '../domain/event.ts';
import { type Details, normalisedAddress } from '../domain/registration.ts';
import { unconfirmedLimit, viewerNetwork } from '../domain/viewer-network.ts';
import { ContendedError, mostTries } from './change-registration.ts';
import type { Attempt, Identities, Loaded, RegistrationPorts, SaveContext, SaveOutcome, Settings, Viewers } from './ports.ts';

export interface RegisterForm {
  readonly slug: string;
  readonly email: string;
  readonly details: Details;
  /** Hidden in the page's form; programs may leave it out. */
  readonly attemptId: string | undefined;
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
  const event = await ports.events.bySlug(form.slug);
  if (!event) return { kind: 'unknown-event' };
  const found = openness(event.outline, event.places, now);
  if (found.kind !== 'open' && found.kind !== 'full') return { kind: 'not-open', openness: found };

  const { eventId, endsAt } = event.outline;
  const registrationId = await ports.identities.registrationId(normalisedAddress(form.email), eventId);
  const before = await ports.viewers.count(viewerNetwork(form.viewerIp), now);
  const command = {
    registrationId,
    eventId,
    email: form.email,
    details: form.details,
    expiresAt: new Date(now.getTime() + ports.settings.pendingHours * 60 * 60 * 1000).toISOString(),
  };
  // The event may be a moment old: the conditions of the write are what counts.
  let sending: Sending = {
    mayHold: found.kind === 'open' && before <= unconfirmedLimit,
    attempt: await attemptOf(form, eventId, ports.identities),
  };
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const loaded = await ports.registrations.load(registrationId, { fresh: tries > 1 });
    const saved = await tryOnce(loaded, decideRegister(loaded.stored, command, now), sending, now, ports);
    const judged = await judge(saved, sending, { loaded, registrationId, endsAt, now }, ports);
    if (judged.kind !== 'again') return judged;
    sending = judged.sending;
  }
  throw new ContendedError();
}

interface Sending {
  readonly mayHold: boolean;
  readonly attempt: Attempt | undefined;
}

/** What came of one try: an answer for the person, or the way to try again. */
async function judge(
  saved: SaveOutcome,
  sending: Sending,
  about: { readonly loaded: Loaded; readonly registrationId: string; readonly endsAt: string; readonly now: Date },
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
      const standing = openness(about, saved.places, about.now);
      if (standing.kind !== 'full' && standing.kind !== 'open') return { kind: 'not-open', openness: standing };
      return { kind: 'again', sending: { ...sending, mayHold: false } };
    }
  }
}

async function attemptOf(form: RegisterForm, eventId: string, identities: Identities): Promise<Attempt | undefined> {
  if (!form.attemptId) return undefined;
  const answers = [normalisedAddress(form.email), ...Object.entries(form.details).flat()];
  return { id: `${eventId}#${form.attemptId}`, fingerprint: await identities.fingerprint(JSON.stringify(answers)) };
}

function tryOnce(
  loaded: Loaded,
  decision: ReturnType<typeof decideRegister>,
  { mayHold, attempt }: Sending,
  now: Date,
  ports: RegisterPorts,
): Promise<SaveOutcome> {
  const context: SaveContext = { now, attempt, actor: { kind: 'attendee' } };
  switch (decision.kind) {
    case 'remind':
      return ports.registrations.save(loaded, decision.change, context);
    case 'ask':
      return ports.registrations.save(loaded, mayHold ? decision.holdingPlace : decision.holdingNothing, context);
  }
}
