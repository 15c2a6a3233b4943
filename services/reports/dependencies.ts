import { randomBytes } from 'node:crypto';
import { freezeAnswer, freezeRequest } from '@convener/contracts/calls';
import { openTable } from '@convener/dynamodb';
import { callOf } from '@convener/events';
import { type HttpSettings, type NetworkSettings, readHttpSettings } from '@convener/http';
import { errorFacts, log } from '@convener/observability';
import { editionFiles } from './pages/edition-files.ts';
import { listFiles } from './pages/list-files.ts';
import { readReportSettings } from './settings.ts';
import { factStore } from './store/fact-store.ts';
import { reportFiles } from './store/report-files.ts';
import { reportStore } from './store/report-store.ts';
import type { FactStore, Files, Freeze, ListedReport, OrganisePorts, PressPorts, PublishedFile } from './use-cases/ports.ts';
import { words } from './words.en.ts';

export interface OrganiseDependencies extends OrganisePorts {
  readonly network: NetworkSettings;
  readonly baseUrl: string;
}

export interface PressDependencies extends PressPorts {
  readonly network: NetworkSettings;
}

export interface ReactDependencies {
  readonly facts: FactStore;
  readonly files: Files;
  readonly rendersList: (reports: readonly ListedReport[]) => readonly PublishedFile[];
}

interface Surroundings {
  readonly settings: HttpSettings;
}

export const ids = { make: (prefix: 'rpt') => `${prefix}_${randomBytes(16).toString('base64url')}` };

/** How a published report looks. */
export function rendering({ network, baseUrl }: Pick<HttpSettings, 'network' | 'baseUrl'>): Pick<PressPorts, 'renders' | 'titleOf'> {
  return { renders: (edition) => editionFiles({ network, baseUrl }, edition), titleOf: ({ title }) => words.report.title(title) };
}

export function organiseDependencies({ settings: { network, baseUrl } }: Surroundings): OrganiseDependencies {
  return { network, baseUrl, ids, store: reportStore(openTable(process.env)), freeze: freezeOfReflections() };
}

export function pressDependencies({ settings }: Surroundings): PressDependencies {
  return {
    ...rendering(settings),
    network: settings.network,
    store: reportStore(openTable(process.env)),
    freeze: freezeOfReflections(),
    files: reportFiles(readReportSettings(process.env).bucket),
  };
}

/** Reflections' answer, or that it cannot be had just now: then nothing is published, and people are told why. */
function freezeOfReflections(): Freeze {
  const freeze = callOf('reflections', 'freeze', { request: freezeRequest, answer: freezeAnswer });
  return async (eventId) => {
    try {
      return await freeze({ eventId });
    } catch (error) {
      log('error', 'call.failed', { call: 'freeze', ...errorFacts(error) });
      return { kind: 'unavailable' };
    }
  };
}

export function reactDependencies(): ReactDependencies {
  const { network, baseUrl } = readHttpSettings({ ORIGIN_SECRET: '', ...process.env });
  return {
    facts: factStore(openTable(process.env)),
    files: reportFiles(readReportSettings(process.env).bucket),
    rendersList: (reports) => listFiles({ network, baseUrl }, reports),
  };
}
