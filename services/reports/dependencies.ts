import { randomBytes } from 'node:crypto';
import { freezeAnswer, freezeRequest } from '@convener/contracts/calls';
import { openTable } from '@convener/dynamodb';
import { callOf } from '@convener/events';
import { type HttpSettings, type NetworkSettings, readHttpSettings } from '@convener/http';
import { errorFacts, log } from '@convener/observability';
import { editionFiles, listFiles } from './pages/publication-files.ts';
import { readReportSettings } from './settings.ts';
import { factStore } from './store/fact-store.ts';
import { reportFiles } from './store/report-files.ts';
import { reportStore } from './store/report-store.ts';
import type { FactStore, Files, Freeze, ListedReport, OrganisePorts, PublishedFile } from './use-cases/ports.ts';
import { words } from './words.en.ts';

export interface OrganiseDependencies extends OrganisePorts {
  readonly network: NetworkSettings;
  readonly baseUrl: string;
}

export interface ReactDependencies {
  readonly facts: FactStore;
  readonly files: Files;
  readonly rendersList: (reports: readonly ListedReport[]) => readonly PublishedFile[];
}

/** What does not reach outside: how a report looks, and ids. */
export function rendering({ network, baseUrl }: Pick<HttpSettings, 'network' | 'baseUrl'>) {
  return {
    network,
    baseUrl,
    renders: (edition: Parameters<OrganisePorts['renders']>[0]) => editionFiles({ network, baseUrl }, edition),
    titleOf: ({ title }: { readonly title: string }) => words.report.title(title),
    ids: { make: (prefix: 'rpt') => `${prefix}_${randomBytes(16).toString('base64url')}` },
  };
}

export function organiseDependencies({ settings }: { readonly settings: HttpSettings }): OrganiseDependencies {
  return {
    ...rendering(settings),
    store: reportStore(openTable(process.env)),
    files: reportFiles(readReportSettings(process.env).bucket),
    freeze: freezeOfReflections(),
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
