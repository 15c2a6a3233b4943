import { httpFunction } from '@convener/http';
import { organiseDependencies } from '../dependencies.ts';
import { makeClone, showClone } from '../handlers/clone-handlers.ts';
import { saveProvisions, saveUsualProvisions, showProvisions, showUsualProvisions } from '../handlers/provision-handlers.ts';
import { editStatement, listStatements, saveStatement } from '../handlers/statement-handlers.ts';
import { events } from '../service.ts';

/** Lets organisers say what is provided, begin from an earlier event, and write the network’s statements. */
export const handler = httpFunction({
  service: events,
  lambda: 'arrange',
  handlers: {
    showProvisions,
    saveProvisions,
    showUsualProvisions,
    saveUsualProvisions,
    showClone,
    makeClone,
    listStatements,
    editStatement,
    saveStatement,
  },
  dependencies: organiseDependencies,
});
