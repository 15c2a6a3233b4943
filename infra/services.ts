import type { ServiceDefinition } from '@convener/contracts/manifest';

/** Every service of the system: the one list. Infra, docs and tests read these manifests. */
export const services: readonly ServiceDefinition[] = [];
