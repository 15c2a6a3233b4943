import { changeLetter, changeLetterTime, letter, letters, standardLetter, testLetter } from './letter-handlers.ts';
import {
  mailings,
  moveMailing,
  noteFormHandler,
  mailing as oneMailing,
  prepareNote,
  prepareReportMailing,
  sendTest,
} from './mailing-handlers.ts';

/** The handlers of mailings and of the letters around an event, by the names in the manifest. */
export const letterHandlers = {
  mailings,
  prepareReportMailing,
  noteForm: noteFormHandler,
  prepareNote,
  mailing: oneMailing,
  moveMailing,
  sendTest,
  letters,
  letter,
  changeLetter,
  changeLetterTime,
  standardLetter,
  testLetter,
};
