import { parseForm } from '@convener/forms';
import { answer, done, type Handler, invalid, notFound } from '@convener/http';
import type { PublicDependencies } from '../dependencies.ts';
import { mayBeAsked } from '../domain/participants.ts';
import { choiceForm } from '../pages/participants-form.ts';
import { choicePage, participantsPage } from '../pages/participants-pages.tsx';
import { chooseToBeShown, seeParticipants } from '../use-cases/participants.ts';
import { participantWords } from '../words.participants.en.ts';
import { withPlace } from './place-handlers.ts';
import { whenContended } from './when-contended.ts';

type ParticipantHandler = Handler<PublicDependencies>;

const wordsVersion = participantWords.consent.version;

export const showParticipants: ParticipantHandler = (request, ports) =>
  withPlace(request, ports, async ({ registration, event }) => {
    const participants = await seeParticipants(registration, event, { now: request.now, wordsVersion }, ports);
    if (!participants) return notFound();
    return answer(() => participantsPage({ network: ports.network, participants }), { participants });
  });

export const showChoice: ParticipantHandler = (request, ports) =>
  withPlace(request, ports, async (place) => {
    if (place.status === 'cancelled' || !mayBeAsked(place.event, request.now)) return notFound();
    const shown = place.registration.shownToOthers?.words === wordsVersion;
    return answer(() => choicePage({ network: ports.network, place }), { shown, consent: participantWords.consent });
  });

export const saveChoice: ParticipantHandler = whenContended((request, ports) =>
  withPlace(request, ports, async (place) => {
    const { registration, event } = place;
    const parsed = parseForm(choiceForm, request.fields);
    // What cannot be read is no agreement.
    if (parsed.kind === 'invalid') return invalid(() => choicePage({ network: ports.network, place, state: parsed }), parsed.errors);
    const { shown } = parsed.value;
    const outcome = await chooseToBeShown(registration.registrationId, { shown, wordsVersion }, event, request.now, ports);
    return outcome.kind === 'chosen' ? done('/my-place?chosen=yes', { shown }) : notFound();
  }),
);
