import type { Event, ParticipantListSetting } from '../domain/event.ts';
import { decideShown, listIsOn, mayBeAsked, type Participant, participantsFor } from '../domain/participants.ts';
import type { Registration } from '../domain/registration.ts';
import { changeRegistration } from './change-registration.ts';
import type { ParticipantPorts } from './participant-ports.ts';
import type { RegistrationPorts } from './ports.ts';

/** Who else comes, for somebody with a place; undefined where there is nothing for them to see. */
export async function seeParticipants(
  viewer: Registration,
  event: Event,
  about: { readonly now: Date; readonly wordsVersion: number },
  { participants }: Pick<ParticipantPorts, 'participants'>,
): Promise<readonly Participant[] | undefined> {
  // Nothing is read for whoever may see nothing.
  if (viewer.state.kind !== 'confirmed' || !listIsOn(event, about.now)) return undefined;
  return participantsFor(viewer, event, await participants.shown(event.outline.eventId), about);
}

/** Somebody says whether others may see them. Taking it back is always possible; agreeing only while it is asked. */
export async function chooseToBeShown(
  registrationId: string,
  choice: { readonly shown: boolean; readonly wordsVersion: number },
  event: Event,
  now: Date,
  ports: RegistrationPorts,
): Promise<{ readonly kind: 'chosen' | 'not-asked' }> {
  if (choice.shown && !mayBeAsked(event, now)) return { kind: 'not-asked' };
  await changeRegistration<'same'>(
    registrationId,
    (registration) => {
      const change = decideShown(registration, choice.shown ? { words: choice.wordsVersion } : undefined, now);
      return change ? { kind: 'change', change } : { kind: 'leave', as: 'same' };
    },
    { now, actor: { kind: 'attendee' } },
    ports,
  );
  return { kind: 'chosen' };
}

/** An organiser turns the list on for some days, or off. */
export async function setParticipantList(
  eventId: string,
  setting: ParticipantListSetting | undefined,
  by: { readonly id: string },
  now: Date,
  ports: ParticipantPorts,
): Promise<{ readonly kind: 'set' | 'unknown-event' }> {
  if (!(await ports.events.byId(eventId))) return { kind: 'unknown-event' };
  await ports.participants.set(eventId, setting, by, now);
  return { kind: 'set' };
}
