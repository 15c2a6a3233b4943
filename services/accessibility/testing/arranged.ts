import { type Parameters, parametersOf } from '@convener/signing';
import { secretPrefix, startParameterStore } from '@convener/testing/visitor';
import { arrangeDependencies } from '../dependencies.arranging.ts';
import type { AdjustmentState, AdjustmentWords } from '../domain/adjustment.ts';
import type { TellingWords } from '../domain/arrangement.ts';
import type { Tables } from '../store/need-store.ts';
import { createAdjustment } from '../use-cases/adjust.ts';
import { arrangeFor } from '../use-cases/arrange-person.ts';
import { handlesUnder } from '../use-cases/person-handle.ts';
import { facts, weeksBefore } from './one-event.ts';

const network = { name: 'Sample Network', timeZone: 'Europe/London', contact: '' };
const settings = { service: 'accessibility', stage: 'test', baseUrl: '', originSecret: '', secretPrefix, network };

/** The secrets that the pages have in the same test. */
const parameters: Parameters = {
  ...parametersOf('accessibility', secretPrefix),
  secret: async (name) => {
    await startParameterStore();
    return parametersOf('accessibility', secretPrefix).secret(name);
  },
};

/** What stands for somebody in the coordinator's addresses. */
export async function handleOf(registrationId: string): Promise<string> {
  return handlesUnder(await parameters.secret('handle-secret'))(facts.eventId, registrationId);
}

export function arrangePorts(tables: Tables) {
  return arrangeDependencies({ settings, parameters }, tables, { ofEvent: async () => new Map() });
}

export const someWords: AdjustmentWords & { readonly state: AdjustmentState } = {
  kind: 'bsl-interpreter',
  what: 'Two interpreters',
  owner: { name: 'Sample Owner', email: 'owner@example.org' },
  supplierId: undefined,
  forEverybody: false,
  leadDays: 30,
  estimatedPence: 780_50,
  actualPence: undefined,
  state: 'to-arrange',
};

export const someTelling: TellingWords = { provided: 'Two interpreters.', cannot: undefined, contact: 'Sample Coordinator, 01632 960000' };

/** Something is arranged, by the use case. */
export async function arranged(tables: Tables, adjustmentId: string, words = someWords, now = weeksBefore): Promise<void> {
  const command = { eventId: facts.eventId, adjustmentId, wanted: words, expected: undefined };
  const outcome = await createAdjustment(command, now, arrangePorts(tables));
  if (outcome.kind !== 'saved') throw new Error(`Not arranged: ${outcome.kind}.`);
}

/** Somebody is told, by the use case. */
export async function told(tables: Tables, registrationId: string, words = someTelling, now = weeksBefore) {
  const handle = await handleOf(registrationId);
  return arrangeFor(facts.eventId, handle, { kind: 'tell', words, expected: undefined }, now, arrangePorts(tables));
}

export async function linked(tables: Tables, registrationId: string, ...adjustmentIds: readonly string[]) {
  const handle = await handleOf(registrationId);
  return arrangeFor(facts.eventId, handle, { kind: 'link', adjustmentIds }, weeksBefore, arrangePorts(tables));
}
