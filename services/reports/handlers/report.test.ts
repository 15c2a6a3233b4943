import { htmlProblems } from '@convener/ui/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import { factsOf, type ReportService, reportService } from '../testing/report-service.ts';
import { type Visit, type Visitor, visitorOf } from '../testing/visitor.ts';

const facts = factsOf();
const report = `/organise/events/${facts.eventId}/report`;

interface World {
  readonly service: ReportService;
  readonly visit: Visitor;
}

async function world({ drafted = true } = {}): Promise<World> {
  const service = await reportService();
  const visit = await visitorOf(service);
  if (drafted) await visit('POST', report);
  return { service, visit };
}

async function expectSound(visit: Visit, status: number, says: string): Promise<void> {
  expect(visit.status).toBe(status);
  expect(visit.body).toContain(says);
  expect(await htmlProblems(visit.body)).toEqual([]);
}

function seenIn(page: Visit): string {
  return /name="seen" value="(\d+)"/.exec(page.body)?.[1] ?? '';
}

describe('beginning', () => {
  test('one button, and pressing it twice makes one report', async () => {
    const { visit } = await world({ drafted: false });
    await expectSound(await visit('GET', report), 200, 'Begin the report');
    const [first, second] = [await visit('POST', report), await visit('POST', report, { json: {} })];
    expect([first.status, first.headers.location]).toEqual([303, report]);
    expect([second.status, Object.keys(JSON.parse(second.body))]).toEqual([200, ['reportId']]);
    await expectSound(await visit('GET', report), 200, 'Draft');
  });

  test('an event that is not public yet is said in a sentence', async () => {
    const { visit } = await world({ drafted: false });
    const page = await visit('POST', '/organise/events/evt_unknown/report');
    await expectSound(page, 404, 'This event is not public yet');
    await expectSound(await visit('GET', '/organise/events/evt_unknown/report'), 404, 'This event is not public yet');
  });
});

describe('who may', () => {
  test.each([
    [[], 303],
    [['access-coordinator'], 403],
    [['editor'], 200],
    [['organiser'], 200],
  ] as const)('%j gets %i', async (roles, status) => {
    const { visit } = await world();
    expect((await visit('GET', report, { roles: [...roles] })).status).toBe(status);
  });

  test('a form from elsewhere changes nothing', async () => {
    const { visit, service } = await world();
    const cross = await visit('POST', `${report}/publish`, { headers: { origin: 'https://evil.example' } });
    expect(cross.status).toBe(403);
    expect(service.bucket.written).toEqual([]);
  });
});

describe('writing', () => {
  let one: World;
  beforeAll(async () => {
    one = await world();
  });

  test.each([
    ['introduction', { introduction: 'We *met*.' }],
    ['context', { heading: 'Why', prose: 'Because.' }],
    ['speakers/spk_example', { section: '> Quote' }],
    ['ending', { ending: 'Thanks.' }],
    ['settings', { showSpread: 'yes' }],
  ])('%s is shown, saved and shown again', async (path, fields) => {
    const form = await one.visit('GET', `${report}/${path}`);
    await expectSound(form, 200, 'Back to the report');
    const saved = await one.visit('POST', `${report}/${path}`, { fields: { ...fields, seen: seenIn(form) } });
    expect([saved.status, saved.headers.location]).toEqual([303, report]);
    const again = await one.visit('GET', `${report}/${path}`);
    for (const value of Object.values(fields)) expect(again.body).toContain(value === 'yes' ? 'checked' : value);
    expect(seenIn(again)).toBe('1');
    await expectSound(await one.visit('GET', report), 200, 'Ready to publish');
  });

  test('programs write and read the same as JSON', async () => {
    const { visit } = await world();
    const saved = await visit('POST', `${report}/speakers/spk_example`, { json: { section: 'They spoke.' } });
    expect([saved.status, JSON.parse(saved.body)]).toEqual([200, { part: 'speaker', speakerId: 'spk_example', seen: 1 }]);
    const { content, advice, themes } = JSON.parse((await visit('GET', report, { json: {} })).body);
    expect(content.speakers[0].section).toBe('They spoke.');
    expect(advice).toContainEqual({ kind: 'empty', at: { part: 'context' } });
    expect(themes).toEqual({ kind: 'complete' });
  });

  test('too much is refused in a sentence and comes back whole', async () => {
    const long = 'x'.repeat(20_001);
    const page = await one.visit('POST', `${report}/introduction`, { fields: { introduction: long, seen: '1' } });
    await expectSound(page, 422, '<title>Error: ');
    expect(page.body).toContain(long);
  });

  test('a speaker who is not of the event has no section', async () => {
    expect((await one.visit('GET', `${report}/speakers/spk_unknown`)).status).toBe(404);
    expect((await one.visit('POST', `${report}/speakers/spk_unknown`, { fields: { section: 'x' } })).status).toBe(404);
  });

  test('before the report is begun there is nothing to write', async () => {
    const { visit } = await world({ drafted: false });
    expect((await visit('GET', `${report}/introduction`)).status).toBe(404);
    expect((await visit('POST', `${report}/introduction`, { fields: { introduction: 'x' } })).status).toBe(404);
    expect((await visit('GET', `${report}/preview`)).status).toBe(404);
    expect((await visit('POST', `${report}/publish`)).status).toBe(404);
  });
});

describe('two editors at once', () => {
  test('in the same part: the second keeps their words, sees the first’s, and decides', async () => {
    const { visit } = await world();
    const [mine, theirs] = [await visit('GET', `${report}/ending`), await visit('GET', `${report}/ending`)];
    await visit('POST', `${report}/ending`, { fields: { ending: 'Their words.', seen: seenIn(theirs) } });
    const back = await visit('POST', `${report}/ending`, { fields: { ending: 'My words.', seen: seenIn(mine) } });
    await expectSound(back, 422, 'Somebody else saved this part while you were writing');
    expect(back.body).toContain('My words.</textarea>');
    expect(back.body).toContain('<p>Their words.</p>');
    const together = await visit('POST', `${report}/ending`, { fields: { ending: 'Both.', seen: seenIn(back) } });
    expect(together.status).toBe(303);
    expect((await visit('GET', `${report}/preview.txt`)).body).toContain('Both.');
    const program = await visit('POST', `${report}/ending`, { json: { ending: 'Late.', seen: 0 } });
    expect([program.status, JSON.parse(program.body).title]).toEqual([409, 'Somebody else saved this part while you were writing']);
  });

  test('in different parts: both are saved, however close they come', async () => {
    const { visit } = await world();
    const paths = ['introduction', 'ending'] as const;
    const saved = await Promise.all(
      Array.from({ length: 6 }, (_, turn) => {
        const path = paths[turn % 2] ?? 'ending';
        return visit('POST', `${report}/${path}`, { fields: { [path]: `${path} ${turn}` } });
      }),
    );
    expect(new Set(saved.map(({ status }) => status))).toEqual(new Set([303]));
    const text = (await visit('GET', `${report}/preview.txt`)).body;
    expect(text).toMatch(/introduction \d/);
    expect(text).toMatch(/ending \d/);
  });
});

describe('the preview', () => {
  test('is the very page, kept from search engines, with its style from here', async () => {
    const { visit } = await world();
    const page = await visit('GET', `${report}/preview`);
    await expectSound(page, 200, '<meta name="robots" content="noindex"/>');
    expect(page.body).toContain(`href="${report}/style.css"`);
    expect(page.headers['content-security-policy']).toContain("style-src 'self'");
    const style = await visit('GET', `${report}/style.css`);
    expect([style.headers['content-type'], style.body.includes('.question')]).toEqual(['text/css; charset=utf-8', true]);
    const text = await visit('GET', `${report}/preview.txt`);
    expect(text.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(text.body).toMatch(
      /^Event report: How do we embed co-production across Scotland\?\nWednesday, 20th November 2024, 10am - 12:30pm, online\n/,
    );
  });
});

describe('publishing', () => {
  test('refused while reflections are open, with their number and the way to them', async () => {
    const { visit, service } = await world();
    service.reflections.answer = { kind: 'open', unthemed: 3 };
    const page = await visit('POST', `${report}/publish`);
    await expectSound(page, 422, '3 reflections are neither themed nor set aside with a reason');
    expect(page.body).toContain(`href="/organise/events/${facts.eventId}/themes"`);
    expect(page.body).toContain('<a href="#reflections">');
    expect(service.bucket.written).toEqual([]);
    await expectSound(await visit('GET', report), 200, 'Not ready to publish');
    const program = await visit('POST', `${report}/publish`, { json: {} });
    expect(JSON.parse(program.body).errors[0].message).toContain('3 reflections');
  });

  test('refused, and said so, while the themes cannot be checked', async () => {
    const { visit, service } = await world();
    service.reflections.answer = { kind: 'unavailable' };
    await expectSound(await visit('POST', `${report}/publish`), 503, 'We cannot check the themes just now');
    await expectSound(await visit('GET', report), 200, 'We cannot check the themes just now');
  });

  test('then again after a correction, which must say what changed', async () => {
    const { visit, service } = await world();
    const first = await visit('POST', `${report}/publish`, { json: {} });
    expect(JSON.parse(first.body)).toEqual({ slug: facts.slug, edition: 1, address: `/reports/${facts.slug}` });
    await expectSound(await visit('GET', report), 200, 'Readers see this report as it stands here.');
    await visit('POST', `${report}/ending`, { fields: { ending: 'One more thing.' } });
    await expectSound(await visit('GET', report), 200, 'Publish a corrected edition');
    const silent = await visit('POST', `${report}/publish`, { fields: { correction: ' ' } });
    await expectSound(silent, 422, 'Say what changed, so that readers of the earlier edition know');
    expect(silent.body).toContain('href="#correction"');
    const second = await visit('POST', `${report}/publish`, { fields: { correction: 'We added one more thing.' } });
    expect([second.status, second.headers.location]).toEqual([303, report]);
    expect(service.bucket.body(`reports/${facts.slug}`)).toContain('We added one more thing.');
    await expectSound(await visit('GET', report), 200, 'Edition 1, published on Monday, 2nd December 2024');
    await expectSound(await visit('GET', `${report}/preview`), 200, 'We added one more thing.');
  });
});
