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

/** The handlers of organisers' routes about members and mail, by the names in the manifest. */
export const organiseHandlers = {
  members,
  searchMembers,
  exportMembers,
  importForm,
  importMembers,
  mail,
  sendAgain,
  liftSuppression,
};
