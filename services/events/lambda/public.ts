import { openFunction } from '@convener/http';
import { publicDependencies } from '../dependencies.ts';
import {
  accessibilityStatement,
  accessibilityStatementVersion,
  listEvents,
  privacy,
  privacyVersion,
  serveAsset,
  showEvent,
  unknown,
} from '../handlers/public-handlers.ts';
import { events } from '../service.ts';

/** Shows anybody the published events, the statements of the network and the assets of every page. */
export const handler = openFunction({
  service: events,
  lambda: 'public',
  handlers: {
    home: listEvents,
    listEvents,
    showEvent,
    asset: serveAsset,
    privacy,
    privacyVersion,
    accessibilityStatement,
    accessibilityStatementVersion,
    unknown,
  },
  dependencies: publicDependencies,
});
