import { httpFunction } from '@convener/http';
import { placeDependencies } from '../dependencies.ts';
import { saveAnswers, showAnswers } from '../handlers/answer-handlers.ts';
import { showData } from '../handlers/data-handlers.ts';
import { joinNow, showJoining } from '../handlers/join-handlers.ts';
import { answerOfferAtPlace } from '../handlers/offer-handlers.ts';
import { saveChoice, showChoice, showParticipants } from '../handlers/participant-handlers.ts';
import {
  calendar,
  cancelPlace,
  deletePlace,
  download,
  saveDetails,
  showCancel,
  showDelete,
  showDetails,
  showEnded,
  showPlace,
  signOut,
} from '../handlers/place-handlers.ts';
import { registration } from '../service.ts';

/** Lets people see, change and give up what is theirs, with the session that a link opened. */
export const handler = httpFunction({
  service: registration,
  lambda: 'place',
  handlers: {
    showPlace,
    calendar,
    showDetails,
    saveDetails,
    showAnswers,
    saveAnswers,
    showCancel,
    cancelPlace,
    download,
    showDelete,
    deletePlace,
    signOut,
    showEnded,
    showParticipants,
    showChoice,
    saveChoice,
    showData,
    joinNow,
    showJoining,
    answerOfferAtPlace,
  },
  dependencies: placeDependencies,
});
