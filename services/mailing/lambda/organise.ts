import { httpFunction } from '@convener/http';
import { organiseDependencies } from '../dependencies.ts';
import {
  mailings,
  moveMailing,
  noteFormHandler,
  mailing as oneMailing,
  prepareNote,
  prepareReportMailing,
  sendTest,
} from '../handlers/mailing-handlers.ts';
import {
  exportMembers,
  importForm,
  importMembers,
  liftSuppression,
  mail,
  members,
  searchMembers,
  sendAgain,
} from '../handlers/organise-member-handlers.ts';
import { mailing } from '../service.ts';

/** Lets organisers see and import members, send mailings and look after letters that did not arrive. */
export const handler = httpFunction({
  service: mailing,
  lambda: 'organise',
  handlers: {
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
  },
  dependencies: organiseDependencies,
});
