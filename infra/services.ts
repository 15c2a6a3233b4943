import type { ServiceDefinition } from '@convener/contracts/manifest';
import { events } from '@convener/service-events';

/** Every service of the system: the one list. Infra, docs and tests read these manifests. */
export const services: readonly ServiceDefinition[] = [events];
