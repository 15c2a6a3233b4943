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
import {
  exportMembers,
  importForm,
  importMembers,
  liftSuppression,
  mail,
  members,
  searchMembers,
  sendAgain,
} from './organise-member-handlers.ts';

/** The handlers of organisers' routes, by the names in the manifest. */
export const organiseHandlers = {
  members,
  searchMembers,
  exportMembers,
  importForm,
  importMembers,
  mail,
  sendAgain,
  liftSuppression,
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
