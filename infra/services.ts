import type { ServiceDefinition } from '@convener/contracts/manifest';
import { accessibility } from '@convener/service-accessibility';
import { events } from '@convener/service-events';
import { organisers } from '@convener/service-organisers';
import { registration } from '@convener/service-registration';

/** Every service of the system: the one list. Infra, docs and tests read these manifests. */
export const services: readonly ServiceDefinition[] = [events, registration, accessibility, organisers];
