import { parseForm } from '@convener/forms';
import { answer, done, type Handler, invalid, problem } from '@convener/http';
import type { PublicDependencies } from '../dependencies.ts';
import { answersMayChange } from '../domain/my-place.ts';
import { answersPage } from '../pages/answers-page.tsx';
import { questionsForm } from '../pages/questions-form.ts';
import { typedIn } from '../pages/register-form.ts';
import { changeAnswers } from '../use-cases/change-answers.ts';
import { placeWords } from '../words.place.en.ts';
import { answersWords } from '../words.questions.en.ts';
import { ownAnswers } from './own-answers.ts';
import { gone, withPlace } from './place-handlers.ts';
import { whenContended } from './when-contended.ts';

type PlaceHandler = Handler<PublicDependencies>;

export const showAnswers: PlaceHandler = (request, ports) =>
  withPlace(request, ports, async (place) => {
    if (!answersMayChange(place, request.now)) return tooLate;
    const answers = await ownAnswers(place.registration, ports);
    return answer(() => answersPage({ network: ports.network, place, answers }), answers);
  });

export const saveAnswers: PlaceHandler = whenContended((request, ports) =>
  withPlace(request, ports, async (place) => {
    if (!answersMayChange(place, request.now)) return tooLate;
    const { questions } = place.event.questions;
    const parsed = parseForm(questionsForm(questions), request.fields);
    if (parsed.kind === 'invalid') {
      const answers = await ownAnswers(place.registration, ports);
      const state = { kept: typedIn({ questions }, request.fields), errors: parsed.errors };
      return invalid(() => answersPage({ network: ports.network, place, answers, state }), parsed.errors);
    }
    const { registrationId } = place.registration;
    const context = { now: request.now, actor: { kind: 'attendee' } } as const;
    const outcome = await changeAnswers(registrationId, { questions, values: parsed.value }, context, ports);
    switch (outcome.kind) {
      case 'changed':
        return done('/my-place?saved=yes', { status: 'saved' });
      case 'left':
        return problem(409, placeWords.place.statuses.cancelled, placeWords.place.nothingToChange);
      case 'gone':
        return gone(request, ports);
    }
  }),
);

const tooLate = problem(409, answersWords.title, answersWords.over);
