import type { ServiceDefinition } from '@convener/contracts/manifest';
import { accessibility } from '@convener/service-accessibility';
import { events } from '@convener/service-events';
import { mailing } from '@convener/service-mailing';
import { organisers } from '@convener/service-organisers';
import { reflections } from '@convener/service-reflections';
import { registration } from '@convener/service-registration';
import { reports } from '@convener/service-reports';

/** Every service of the system: the one list. Infra, docs and tests read these manifests. */
export const services: readonly ServiceDefinition[] = [events, registration, accessibility, reflections, reports, mailing, organisers];
