import { httpFunction } from '@convener/http';
import { organiseDependencies } from '../dependencies.ts';
import {
  askToken,
  audit,
  changeOrganiser,
  home,
  inviteOrganiser,
  listOrganisers,
  makeToken,
  showOrganiser,
} from '../handlers/console-handlers.ts';
import { organisers } from '../service.ts';

/** Shows organisers what needs attention, who organises, and what was done. */
export const handler = httpFunction({
  service: organisers,
  lambda: 'organise',
  handlers: { home, listOrganisers, inviteOrganiser, showOrganiser, changeOrganiser, audit, askToken, makeToken },
  dependencies: organiseDependencies,
});
