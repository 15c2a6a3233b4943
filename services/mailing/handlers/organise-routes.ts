import { oneLetter, writeOneLetter } from './one-letter-handlers.ts';
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

/** The handlers of organisers' routes about members, mail and one person, by the names in the manifest. */
export const organiseHandlers = {
  members,
  searchMembers,
  exportMembers,
  importForm,
  importMembers,
  mail,
  sendAgain,
  liftSuppression,
  oneLetter,
  writeOneLetter,
};
