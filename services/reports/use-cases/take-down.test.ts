import { openFunction } from '@convener/http';
import { environmentOf, visiting } from '@convener/testing/visitor';
import { htmlProblems } from '@convener/ui/testing';
import { describe, expect, test } from 'vitest';
import { goneEdition } from '../handlers/gone-edition-handler.ts';
import { reports } from '../service.ts';
import { takenDownStore } from '../store/taken-down-store.ts';
import { actor, factsOf, network, now, type ReportService, reportService } from '../testing/report-service.ts';
import { composeReport } from './compose-report.ts';
import { editPart } from './edit-part.ts';
import type { PressPorts } from './ports.ts';
import { publishReport } from './publish-report.ts';

const slug = factsOf().slug;
const secret = 'The name that should not be there';
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

const write = (service: ReportService, ending: string) =>
  editPart({ eventId: service.eventId, edit: { part: 'ending', ending }, seen: undefined, actor, now }, service.ports);

function publish(service: ReportService, minutes: number, takeDown: boolean, ports: PressPorts = service.ports) {
  return publishReport({ eventId: service.eventId, correction: 'We corrected it.', takeDown, actor, now: later(minutes) }, ports);
}

/** Two editions with something in them that has to go, and a draft without it. */
async function toBeCorrected(): Promise<ReportService> {
  const service = await reportService();
  await composeReport({ eventId: service.eventId, actor, now }, service.ports);
  await write(service, secret);
  await publish(service, 0, false);
  await write(service, `${secret}. More.`);
  await publish(service, 1, false);
  await write(service, 'Nothing of it.');
  return service;
}

/** Where it can still be read: files for everybody, and words that would become files again. */
async function whereItIs({ bucket, ports, eventId }: ReportService): Promise<readonly string[]> {
  const files = [...bucket.kept].flatMap(([key, { body }]) => (body.includes(secret) ? [key] : []));
  const kept = await Promise.all([1, 2, 3].map(async (number) => [number, await ports.store.edition(eventId, number)] as const));
  return [...files, ...kept.flatMap(([number, content]) => (JSON.stringify(content ?? '').includes(secret) ? [`words of ${number}`] : []))];
}

async function asking(service: ReportService) {
  const takenDown = takenDownStore(service.table);
  const environment = environmentOf(reports);
  return visiting(reports, {
    editions: openFunction({
      ...{ service: reports, lambda: 'editions', handlers: { goneEdition }, environment },
      dependencies: () => ({ takenDown, network }),
    }),
  });
}

describe('a correction that takes earlier editions down', () => {
  test('leaves nothing of them to read, and a line of each in the newest', async () => {
    const service = await toBeCorrected();
    expect((await whereItIs(service)).length).toBeGreaterThan(4);
    expect(await publish(service, 2, true)).toMatchObject({ kind: 'published', edition: { number: 3 } });
    expect(await whereItIs(service)).toEqual([]);
    const newest = service.bucket.body(`reports/${slug}`);
    expect(newest).toContain('Edition 1, published on Monday, 2nd December 2024, was taken down on Monday, 2nd December 2024');
    expect(newest).not.toContain(`href="/reports/${slug}/editions/1"`);
  });

  test('answers 410 at their addresses, as a page and to programs, with the way to the newest; 404 where there never was one', async () => {
    const service = await toBeCorrected();
    await publish(service, 2, true);
    const visit = await asking(service);
    for (const edition of ['1', '2', '1.txt']) {
      const page = await visit('GET', `/reports/${slug}/editions/${edition}`);
      expect(page.status).toBe(410);
      expect(page.body).toContain(`href="/reports/${slug}">Read the newest edition`);
      expect(await htmlProblems(page.body)).toEqual([]);
    }
    const program = await visit('GET', `/reports/${slug}/editions/1`, { json: {} });
    expect([program.status, JSON.parse(program.body).detail]).toEqual([410, expect.stringContaining(`/reports/${slug}.`)]);
    for (const edition of ['3', '4', '0', '1.html', 'x', '99999'])
      expect((await visit('GET', `/reports/${slug}/editions/${edition}`)).status, edition).toBe(404);
  });

  test('keeps them down at every later edition, and those after them stand', async () => {
    const service = await toBeCorrected();
    await publish(service, 2, true);
    await write(service, 'A last word.');
    await publish(service, 3, false);
    expect(await whereItIs(service)).toEqual([]);
    expect(service.bucket.body(`reports/${slug}/editions/3`)).toContain('Read the newest edition');
    expect((await (await asking(service))('GET', `/reports/${slug}/editions/1`)).status).toBe(410);
  });

  test('needs no change of words: later on it is an edition of the same, and nothing happens where nothing is left to go', async () => {
    const service = await toBeCorrected();
    await publish(service, 2, false);
    expect((await whereItIs(service)).length).toBeGreaterThan(0);
    expect(await publish(service, 3, true)).toMatchObject({ kind: 'published', edition: { number: 4 } });
    expect(await whereItIs(service)).toEqual([]);
    expect(await publish(service, 4, true)).toMatchObject({ kind: 'unchanged', edition: { number: 4 } });
  });

  test('is not the rule: without the tick earlier editions stay, and say what was corrected', async () => {
    const service = await toBeCorrected();
    await publish(service, 2, false);
    expect(service.bucket.body(`reports/${slug}/editions/1`)).toContain(secret);
    expect(service.bucket.body(`reports/${slug}/editions/1`)).toContain('We corrected it.');
  });
});

class Killed extends Error {}

/** Kills a correction at each step in turn, publishes again, and says after which step something could still be read. */
async function stillThere(prepare: (ports: PressPorts) => PressPorts): Promise<readonly string[]> {
  const found: string[] = [];
  for (let at = 1; at < 60; at += 1) {
    const service = await toBeCorrected();
    let steps = 0;
    const step = async <T>(effect: () => Promise<T>): Promise<T> => {
      steps += 1;
      if (steps === at) throw new Killed();
      return effect();
    };
    const { files, store } = prepare(service.ports);
    const dying: PressPorts = {
      ...service.ports,
      files: { put: (file) => step(() => files.put(file)), remove: (key) => step(() => files.remove(key)) },
      store: { ...store, save: (saving) => step(() => store.save(saving)) },
    };
    const outcome = await publish(service, 2, true, dying).catch((error: unknown) => error);
    if (outcome instanceof Killed) await publish(service, 3, true, { ...service.ports, files });
    found.push(...(await whereItIs(service)).map((where) => `step ${at}: ${where}`));
    if (!(outcome instanceof Killed)) return found;
  }
  return ['it never ended'];
}

describe('killed at every step', () => {
  test('publishing again leaves nothing of it', async () => {
    expect(await stillThere((ports) => ports)).toEqual([]);
  });

  test('is caught by this test: a twin that forgets the plain text', async () => {
    const forgetful = (ports: PressPorts): PressPorts => ({
      ...ports,
      files: { ...ports.files, remove: async (key) => (key.endsWith('.txt') ? undefined : ports.files.remove(key)) },
    });
    expect((await stillThere(forgetful)).length).toBeGreaterThan(0);
  });
});
