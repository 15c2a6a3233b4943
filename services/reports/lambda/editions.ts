import { openFunction } from '@convener/http';
import { editionsDependencies } from '../dependencies.ts';
import { goneEdition } from '../handlers/gone-edition-handler.ts';
import { reports } from '../service.ts';

/** Says of an edition whose file is not there whether it was taken down, and where the newest is. */
export const handler = openFunction({
  service: reports,
  lambda: 'editions',
  handlers: { goneEdition },
  dependencies: editionsDependencies,
});
