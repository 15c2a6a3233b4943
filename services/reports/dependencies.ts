import { randomBytes } from 'node:crypto';
import { freezeAnswer, freezeRequest } from '@convener/contracts/calls';
import { openTable } from '@convener/dynamodb';
import { callOf } from '@convener/events';
import { type HttpSettings, type NetworkSettings, readHttpSettings } from '@convener/http';
import { errorFacts, log } from '@convener/observability';
import { pressCall, typesetCalls } from './calls.ts';
import type { EditionsDependencies } from './handlers/gone-edition-handler.ts';
import { listFiles } from './pages/list-files.ts';
import type { Site } from './pages/published.ts';
import { readReportSettings } from './settings.ts';
import { factStore } from './store/fact-store.ts';
import { reportFiles } from './store/report-files.ts';
import { reportStore } from './store/report-store.ts';
import { takenDownStore } from './store/taken-down-store.ts';
import type { FactStore, Files, Freeze, ListedReport, OrganisePorts, PressPorts, PublishedFile, Typesetter } from './use-cases/ports.ts';
import type { PublishCommand, Published } from './use-cases/publish-report.ts';
import { words } from './words.en.ts';

export interface OrganiseDependencies extends OrganisePorts {
  readonly network: NetworkSettings;
  readonly typesetter: Typesetter;
  /** What the press does with it. */
  readonly publish: (command: PublishCommand) => Promise<Published>;
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

export function organiseDependencies({ settings: { network } }: Surroundings): OrganiseDependencies {
  const press = callOf('reports', 'press', pressCall);
  return {
    ...{ network, ids },
    store: reportStore(openTable(process.env)),
    freeze: freezeOfReflections(),
    typesetter: typesetterBy(callOf),
    publish: ({ now, ...command }) => press({ ...command, at: now.toISOString() }),
  };
}

export function pressDependencies(): PressPorts {
  return {
    titleOf,
    store: reportStore(openTable(process.env)),
    freeze: freezeOfReflections(),
    typesetter: typesetterBy(callOf),
    files: reportFiles(readReportSettings(process.env).bucket),
  };
}

export const titleOf: PressPorts['titleOf'] = ({ title }) => words.report.title(title);

export function typesetDependencies(): Site {
  const { network, baseUrl } = settingsWithoutDoor();
  return { network, baseUrl };
}

/** Of a function that nobody reaches over HTTP. */
function settingsWithoutDoor(): HttpSettings {
  return readHttpSettings({ ORIGIN_SECRET: '', ...process.env });
}

/** The typesetter at the other end of a call; `call` is `callOf`, or what stands for it where there is no Lambda. */
export function typesetterBy(call: typeof callOf): Typesetter {
  const edition = call('reports', 'typeset', typesetCalls.edition);
  const preview = call('reports', 'typeset', typesetCalls.preview);
  const style = call('reports', 'typeset', typesetCalls.style);
  return {
    edition: async (view) => (await edition({ kind: 'edition', ...view })).files,
    preview: (view) => preview({ kind: 'preview', ...view }),
    style: async () => (await style({ kind: 'style' })).css,
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
  const { network, baseUrl } = settingsWithoutDoor();
  return {
    facts: factStore(openTable(process.env)),
    files: reportFiles(readReportSettings(process.env).bucket),
    rendersList: (reports) => listFiles({ network, baseUrl }, reports),
  };
}

export function editionsDependencies({ settings: { network } }: Surroundings): EditionsDependencies {
  return { network, takenDown: takenDownStore(openTable(process.env)) };
}
