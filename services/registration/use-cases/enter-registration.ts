import type { Answers } from '../domain/answers.ts';
import { decideEnter } from '../domain/decide-enter.ts';
import { type Openness, openness } from '../domain/event.ts';
import { namesakes } from '../domain/find-registrations.ts';
import { groupCalled } from '../domain/pools.ts';
import { type Details, type ListedRegistration, normalisedAddress, type Registration, type WayOfTelling } from '../domain/registration.ts';
import { ContendedError, mostTries } from './change-registration.ts';
import { takeOrWait } from './confirm.ts';
import type { Identities, RegistrationPorts, SaveContext } from './ports.ts';

export interface EnterForm {
  readonly eventId: string;
  /** Empty where they have none. */
  readonly email: string;
  readonly details: Details;
  readonly told: Exclude<WayOfTelling, 'form'>;
  /** One that the event does not have is none. */
  readonly group?: string | undefined;
  readonly answers?: Answers | undefined;
  /** Hidden in the page's form, so that sending it twice registers once; programs may leave it out. */
  readonly newId: string | undefined;
  /** The organiser has looked at those of the same name. */
  readonly isSomebodyElse: boolean;
}

export type EnterOutcome =
  | { readonly kind: 'entered'; readonly registration: Registration }
  | { readonly kind: 'exists'; readonly registration: Registration }
  /** Without an address only the name tells people apart; the organiser decides. */
  | { readonly kind: 'same-name'; readonly namesakes: readonly ListedRegistration[] }
  | { readonly kind: 'not-open'; readonly why: 'over' | 'called-off' }
  | { readonly kind: 'unknown-event' };

export interface EnterPorts extends RegistrationPorts {
  readonly identities: Identities;
  /** A new id for somebody who has no address that an id could follow from. */
  readonly newRegistrationId: () => string;
}

/** An organiser registers somebody who phoned, wrote or asked in person; also before registration opens, and after it closed. */
export async function enterRegistration(form: EnterForm, by: { readonly id: string }, now: Date, ports: EnterPorts): Promise<EnterOutcome> {
  const event = await ports.events.byId(form.eventId);
  if (!event) return { kind: 'unknown-event' };
  const why = whyNot(openness(event.outline, event.places, now));
  if (why) return { kind: 'not-open', why };
  const context: SaveContext = { now, actor: { kind: 'organiser', id: by.id } };
  const registrationId = await idFor(form, ports);
  const known = await ports.registrations.load(registrationId);
  if (known.stored.kind === 'none' && form.email === '' && !form.isSomebodyElse) {
    const same = namesakes(await ports.registrations.ofEvent(form.eventId), form.details.name);
    if (same.length > 0) return { kind: 'same-name', namesakes: same };
  }
  const group = groupCalled(event.places, form.group)?.id;
  return tryUntilSettled(registrationId, { ...form, group }, context, ports);
}

async function tryUntilSettled(registrationId: string, form: EnterForm, context: SaveContext, ports: EnterPorts): Promise<EnterOutcome> {
  const { eventId, email, details, told, group, answers } = form;
  const command = { registrationId, eventId, email, details, told, group, answers };
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const loaded = await ports.registrations.load(registrationId);
    const decision = decideEnter(loaded.stored, command, context.now);
    if (decision.kind === 'exists') return decision;
    const outcome = await takeOrWait(loaded, decision, context, ports);
    switch (outcome.kind) {
      case 'confirmed':
      case 'waitlisted':
      case 'already':
        return { kind: 'entered', registration: outcome.registration };
      case 'cancelled':
        return { kind: 'not-open', why: 'called-off' };
      case 'old-link':
      case 'again':
    }
  }
  throw new ContendedError();
}

/**
 * With an address the id follows from it, so that nobody is registered twice. Without one it is random: the one that the form was made
 * with, unless that is somebody's already in another event.
 */
async function idFor({ eventId, email, newId }: EnterForm, ports: EnterPorts): Promise<string> {
  if (email !== '') return ports.identities.registrationId(normalisedAddress(email), eventId);
  if (!newId) return ports.newRegistrationId();
  const { stored } = await ports.registrations.load(newId);
  const free =
    stored.kind === 'none' || (stored.kind === 'held' && stored.registration.eventId === eventId && stored.registration.email === '');
  return free ? newId : ports.newRegistrationId();
}

function whyNot({ kind }: Openness): 'over' | 'called-off' | undefined {
  return kind === 'over' || kind === 'called-off' ? kind : undefined;
}
