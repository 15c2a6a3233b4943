import { parseForm } from '@convener/forms';
import { answer, done, type Handler, type HttpRequest, invalid, problem, type Reply } from '@convener/http';
import type { PublicDependencies } from '../dependencies.ts';
import { isOpen, phaseOf } from '../domain/event.ts';
import { offerStanding } from '../domain/offers.ts';
import type { Registration } from '../domain/registration.ts';
import { offerForm } from '../pages/offer-form.ts';
import { offerPage } from '../pages/offer-page.tsx';
import { claimOffer, declineOffer, rejoinLine } from '../use-cases/answer-offer.ts';
import { offerWords } from '../words.offers.en.ts';
import { behindLink, oldLink, openPlace } from './behind-link.ts';
import { withPlace } from './place-handlers.ts';
import { whenContended } from './when-contended.ts';

type OfferHandler = Handler<PublicDependencies>;

export const showOffer: OfferHandler = async (request, ports) => {
  const found = await behindLink('offer', request, ports);
  if (!found) return oldLink(request, ports);
  const { event } = found;
  const { outline, places } = event;
  const standing = offerStanding(found.registration, places.calledOffAt !== undefined, request.now);
  const now = { phase: phaseOf(outline, request.now), mayRegister: isOpen(event, request.now) };
  return answer(() => offerPage({ network: ports.network, outline, standing, action: request.path, ...now }), {
    ...standing,
    event: outline,
  });
};

// Each of these two belongs to a function of its own, and is pure as it is made: the other function does not carry it.

/** Whatever was pressed, and however often: the place opens and says where they stand now. */
export const answerOffer: OfferHandler = /* @__PURE__ */ whenContended(async (request, ports) => {
  const found = await behindLink('offer', request, ports);
  if (!found) return oldLink(request, ports);
  return carryOut(request, found.registration, ports, (registration) => openPlace(registration, request.now, ports));
});

/** The same from one's own place, where the session is open already. */
export const answerOfferAtPlace: OfferHandler = /* @__PURE__ */ whenContended((request, ports) =>
  withPlace(request, ports, ({ registration }) =>
    carryOut(request, registration, ports, async ({ registrationId, state }) => done('/my-place', { registrationId, status: state.kind })),
  ),
);

async function carryOut(
  request: HttpRequest,
  registration: Registration,
  ports: PublicDependencies,
  then: (registration: Registration) => Promise<Reply>,
): Promise<Reply> {
  const { registrationId } = registration;
  const parsed = parseForm(offerForm, request.fields);
  if (parsed.kind === 'invalid') {
    return request.wants === 'json' ? invalid(() => '', parsed.errors) : problem(422, offerWords.missing.title, offerWords.missing.text);
  }
  switch (parsed.value.answer) {
    case 'take': {
      const outcome = await claimOffer(registrationId, request.now, ports);
      return then(outcome.kind === 'answered' ? outcome.registration : registration);
    }
    case 'decline': {
      const outcome = await declineOffer(registrationId, request.now, ports);
      return then(outcome.kind === 'answered' ? outcome.registration : registration);
    }
    case 'rejoin':
      return comeBack(registration, request, ports, then);
    case 'open':
      return then(registration);
  }
}

async function comeBack(
  registration: Registration,
  { now }: HttpRequest,
  ports: PublicDependencies,
  then: (registration: Registration) => Promise<Reply>,
): Promise<Reply> {
  const outcome = await rejoinLine(registration.registrationId, now, ports);
  switch (outcome.kind) {
    case 'confirmed':
    case 'waitlisted':
      return then(outcome.registration);
    case 'not-lapsed':
      return then(registration);
    case 'too-late':
      return problem(409, offerWords.tooLate.title, offerWords.tooLate.text);
  }
}
