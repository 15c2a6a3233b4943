import { fromItem, getItem } from '@convener/dynamodb';
import { describe, expect, test } from 'vitest';
import { latestEdition } from '../domain/report.ts';
import { reportKey } from '../store/keys.ts';
import { actor, factsOf, now, type ReportService, reportService } from '../testing/report-service.ts';
import { composeReport } from './compose-report.ts';
import { editPart } from './edit-part.ts';
import type { PressPorts } from './ports.ts';
import { publishReport } from './publish-report.ts';

async function drafted(): Promise<ReportService> {
  const service = await reportService();
  await composeReport({ eventId: service.eventId, actor, now }, service.ports);
  return service;
}

function publish(service: ReportService, correction = '', ports: PressPorts = service.ports) {
  return publishReport({ eventId: service.eventId, correction, takeDown: false, actor, now }, ports);
}

function write(service: ReportService, ending: string) {
  return editPart({ eventId: service.eventId, edit: { part: 'ending', ending }, seen: undefined, actor, now }, service.ports);
}

async function stateOf({ ports, eventId, table }: ReportService) {
  const loaded = (await ports.store.load(eventId))?.loaded;
  const item = fromItem((await getItem(table, reportKey(eventId))) ?? {});
  const types: unknown[] = Array.isArray(item.envelopes) ? item.envelopes.map((envelope: { type: string }) => envelope.type) : [];
  return {
    edition: loaded && latestEdition(loaded.report.publication)?.number,
    announced: types.filter((type) => type === 'report.published.v1').length,
  };
}

const slug = factsOf().slug;

describe('publishing', () => {
  test('writes the files, the page itself last, then state and domain event', async () => {
    const service = await drafted();
    expect(await publish(service)).toMatchObject({ kind: 'published', slug, edition: { number: 1 } });
    expect(service.bucket.written).toEqual([
      expect.stringMatching(/^reports\/assets\/report\.[0-9a-f]{12}\.css$/),
      `reports/${slug}/editions/1.txt`,
      `reports/${slug}/editions/1`,
      `reports/${slug}.txt`,
      `reports/${slug}`,
    ]);
    expect(await stateOf(service)).toEqual({ edition: 1, announced: 1 });
    expect(service.bucket.kept.get(`reports/${slug}`)).toMatchObject({ contentType: 'text/html; charset=utf-8' });
    expect(service.bucket.body(`reports/${slug}`)).toContain(service.bucket.written[0]);
  });

  test('is refused while a reflection is open, or while nobody can say', async () => {
    const service = await drafted();
    service.reflections.answer = { kind: 'open', unthemed: 3 };
    expect(await publish(service)).toEqual({ kind: 'open', unthemed: 3 });
    service.reflections.answer = { kind: 'unavailable' };
    expect(await publish(service)).toEqual({ kind: 'themes-unavailable' });
    expect(service.bucket.written).toEqual([]);
    expect(await stateOf(service)).toEqual({ edition: undefined, announced: 0 });
  });

  test('a correction is said with its date, and the earlier edition says above its words that it was corrected', async () => {
    const service = await drafted();
    await publish(service);
    const first = service.bucket.body(`reports/${slug}/editions/1`);
    await write(service, 'What happens next: we meet again.');
    expect(await publish(service)).toEqual({ kind: 'correction-needed' });
    expect(await publish(service, 'We added what happens next.')).toMatchObject({ kind: 'published', edition: { number: 2 } });
    const page = service.bucket.body(`reports/${slug}`);
    expect(page).toContain('Corrected on Monday, 2nd December 2024:');
    expect(page).toContain('We added what happens next.');
    expect(page).toContain(`href="/reports/${slug}/editions/1"`);
    expect(service.bucket.body(`reports/${slug}.txt`)).toContain(
      'Corrected on Monday, 2nd December 2024: We added what happens next.\nTo share what helps',
    );
    const earlier = service.bucket.body(`reports/${slug}/editions/1`) ?? '';
    expect(first).not.toContain('Corrected on');
    expect(earlier).toContain('This is edition 1 of this report');
    expect(earlier).toContain('Corrected on Monday, 2nd December 2024:');
    expect(earlier).toContain(`href="/reports/${slug}">Read the newest edition`);
    expect(earlier).not.toContain('What happens next: we meet again.');
    expect(service.bucket.body(`reports/${slug}/editions/1.txt`)).toMatch(
      /^This is edition 1 .*\nCorrected on Monday, 2nd December 2024: We added what happens next\.\nRead the newest edition: https:\/\/[^\n]*\n\nEvent report: /,
    );
    expect(await stateOf(service)).toEqual({ edition: 2, announced: 2 });
  });

  test('the same again is no edition, and mends the files', async () => {
    const service = await drafted();
    await publish(service);
    service.bucket.kept.clear();
    expect(await publish(service)).toMatchObject({ kind: 'unchanged', edition: { number: 1 } });
    expect(service.bucket.body(`reports/${slug}`)).toContain('Event report: ');
    expect(await stateOf(service)).toEqual({ edition: 1, announced: 1 });
  });

  test('keeps its address when the event is renamed', async () => {
    const service = await drafted();
    await publish(service);
    await service.facts.keepFacts(factsOf({ slug: 'renamed', title: 'Renamed' }), 5);
    expect(await publish(service, 'The title changed.')).toMatchObject({ kind: 'published', slug });
    expect(service.bucket.body(`reports/${slug}`)).toContain('Renamed');
    expect(service.bucket.body('reports/renamed')).toBeUndefined();
  });

  test('loses to somebody who saved in between, and leaves the readers what the state says', async () => {
    const service = await drafted();
    await publish(service);
    const before = service.bucket.body(`reports/${slug}`);
    await write(service, 'Second.');
    let first = true;
    const ports: PressPorts = {
      ...service.ports,
      files: {
        ...service.ports.files,
        put: async (file) => {
          if (first) {
            first = false;
            await write(service, 'Third, in between.');
          }
          await service.ports.files.put(file);
        },
      },
    };
    expect(await publish(service, 'A note.', ports)).toEqual({ kind: 'changed-meanwhile' });
    expect(service.bucket.body(`reports/${slug}`)).toBe(before);
    expect(await stateOf(service)).toEqual({ edition: 1, announced: 1 });
  });
});

class Killed extends Error {}

/** Ports that die at the given step, before or after it took effect; every await of the flow is a step. */
function dyingAt(ports: PressPorts, step: number, afterEffect: boolean) {
  let steps = 0;
  const guard = async <T>(effect: () => Promise<T>): Promise<T> => {
    steps += 1;
    if (steps === step && !afterEffect) throw new Killed();
    const result = await effect();
    if (steps === step) throw new Killed();
    return result;
  };
  const dying: PressPorts = {
    ...ports,
    freeze: (id) => guard(() => ports.freeze(id)),
    files: { put: (file) => guard(() => ports.files.put(file)), remove: (key) => guard(() => ports.files.remove(key)) },
    store: {
      load: (id) => guard(() => ports.store.load(id)),
      edition: (id, number) => guard(() => ports.store.edition(id, number)),
      save: (saving) => guard(() => ports.store.save(saving)),
    },
  };
  return { dying, steps: () => steps };
}

/** A published edition has all its files: that is what nobody may ever miss. */
async function isWhole(service: ReportService): Promise<boolean> {
  const { edition, announced } = await stateOf(service);
  if (announced !== (edition ?? 0)) return false;
  return edition === undefined || service.bucket.body(`reports/${slug}`)?.includes(`/reports/${slug}.txt`) === true;
}

type Flow = typeof publishReport;

/** Kills the flow at every step of two editions; says where something was left that is not whole, or that publishing again did not settle. */
async function brokenSteps(flow: Flow): Promise<readonly string[]> {
  const broken: string[] = [];
  for (const afterEffect of [false, true]) {
    for (let step = 1; ; step += 1) {
      const service = await drafted();
      const { dying, steps } = dyingAt(service.ports, step, afterEffect);
      const command = { eventId: service.eventId, correction: 'A note.', takeDown: false, actor, now };
      const outcome = await flow(command, dying).catch((error: unknown) => error);
      if (!(outcome instanceof Killed)) return broken;
      const name = `${afterEffect ? 'after' : 'before'} step ${steps()}`;
      if (!(await isWhole(service))) broken.push(name);
      await flow(command, service.ports);
      const settled = await stateOf(service);
      if (!(await isWhole(service)) || settled.edition !== 1) broken.push(`${name}, not settled`);
    }
  }
  return broken;
}

describe('killed at every await (R07)', () => {
  test('state, domain event and files never contradict each other, and publishing again settles it', async () => {
    expect(await brokenSteps(publishReport)).toEqual([]);
  });

  test('state before files would be caught (negative control)', async () => {
    const stateFirst: Flow = async (command, ports) => {
      const waiting: Parameters<PressPorts['files']['put']>[0][] = [];
      const outcome = await publishReport(command, { ...ports, files: { ...ports.files, put: async (file) => void waiting.push(file) } });
      for (const file of waiting) await ports.files.put(file);
      return outcome;
    };
    expect((await brokenSteps(stateFirst)).length).toBeGreaterThan(0);
  });
});
