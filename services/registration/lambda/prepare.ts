import { httpFunction } from '@convener/http';
import { organiseDependencies } from '../dependencies.ts';
import { exportAnswers } from '../handlers/answers-export.ts';
import { moveOne, savePlaces, showMove, showPlaces } from '../handlers/places-handlers.ts';
import {
  addQuestion,
  editQuestion,
  moveQuestion,
  previewQuestions,
  removeQuestion,
  saveSupporters,
  showNewQuestion,
  showQuestion,
  showQuestions,
  showRemoveQuestion,
} from '../handlers/question-handlers.ts';
import { showSensitive } from '../handlers/sensitive-handlers.ts';
import { registration } from '../service.ts';

/** Lets organisers say how people register: what is asked, for whom places are kept, and who moves in the line. */
export const handler = httpFunction({
  service: registration,
  lambda: 'prepare',
  handlers: {
    showPlaces,
    savePlaces,
    showMove,
    moveOne,
    addQuestion,
    editQuestion,
    exportAnswers,
    moveQuestion,
    previewQuestions,
    removeQuestion,
    saveSupporters,
    showNewQuestion,
    showQuestion,
    showQuestions,
    showRemoveQuestion,
    showSensitive,
  },
  dependencies: organiseDependencies,
});
