import { sweepFunction } from '@convener/events';
import { sweepDependencies } from '../dependencies.ts';
import { lapseOffers } from '../use-cases/answer-offer.ts';
import { forgetAnswers } from '../use-cases/forget-answers.ts';
import { forgetInTime } from '../use-cases/forget-in-time.ts';
import { expireUnconfirmed } from '../use-cases/leave.ts';
import { tendEvents } from '../use-cases/tend-events.ts';

/** Lets registrations and offers run out, releases reserved places, moves the line, opens joining on time and winds up events called off. */
export const handler = sweepFunction({
  sweeps: {
    'expire-unconfirmed': expireUnconfirmed,
    'forget-answers': forgetAnswers,
    'lapse-offers': lapseOffers,
    'tend-events': tendEvents,
    'forget-in-time': forgetInTime,
  },
  dependencies: sweepDependencies,
});
