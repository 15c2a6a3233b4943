import type { FaultRule } from '@convener/local-cloud';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Answered, type Asked, ask, fromOurPage, program } from '../system/asking.ts';
import { type MadeEvent, makeEvent } from '../system/events.ts';
import { lettersTo } from '../system/mailbox.ts';
import { hiddenFields, registerAndConfirm, somebodyNew } from '../system/people.ts';
import { afterSweeps, quiet, until } from '../system/quiet.ts';
import { runningSystem, type System } from '../system/running-system.ts';

/**
 * What people meet while something of AWS does not answer: pages of events and reports as they were, a registration that is kept or
 * plainly refused, and never a word that is not so (R18).
 */
let system: System;
let event: MadeEvent;
let slugOfReport: string;

beforeAll(async () => {
  system = await runningSystem();
  event = await makeEvent(system, { title: 'An event in a storm' });
  slugOfReport = await publishReport(event);
  // Somebody has looked before: that is what the edge has to show.
  for (const path of publicPages()) expect((await ask(system, path)).status, path).toBe(200);
  await quiet(system);
}, 120_000);

afterEach(async () => {
  system.cloud.faults.clear();
  await afterSweeps(system);
});

const publicPages = () => [
  '/',
  '/events',
  `/events/${event.slug}`,
  '/privacy',
  '/accessibility-statement',
  '/reports/',
  `/reports/${slugOfReport}`,
];

async function publishReport({ eventId, slug }: MadeEvent): Promise<string> {
  const base = `/organise/events/${eventId}/report`;
  await until('reports to know the event', () => program(system, 'editor', base, {}).catch(() => undefined));
  const { slug: published = slug } = await program(system, 'editor', `${base}/publish`, {});
  return String(published);
}

function down(...services: readonly string[]): void {
  const rules = services.map((service): FaultRule => ({ service, kind: 'throttle', probability: 1, seed: 1 }));
  system.cloud.faults.set(rules);
}

/** A page for people: with a heading and a sentence that says what to do, never the bare words of a machine. */
function isPage({ headers, text }: Answered): boolean {
  const sentence = /<h1[^>]*>[^<]+<\/h1>/.test(text) && /<p[^>]*>[^<]{20,}/.test(text);
  return (headers.get('content-type') ?? '').startsWith('text/html') && sentence && !/\n\s+at .*:\d+|AccessDenied|Exception/.test(text);
}

interface Try {
  readonly email: string;
  readonly answered: Answered;
}

async function tryToRegister(): Promise<Try> {
  const { email, name } = somebodyNew();
  const path = `/events/${event.slug}/register`;
  const form = await ask(system, path);
  const fields = { ...hiddenFields(form.text), email, name, organisation: '', comingAs: '', wantsReport: 'no' };
  return { email, answered: await ask(system, path, fromOurPage(system, fields)) };
}

/** How many registrations of this address there are. */
async function keptOf(email: string): Promise<number> {
  const { registrations } = await program(system, 'organiser', `/organise/events/${event.eventId}/registrations`);
  return Array.isArray(registrations) ? registrations.filter((each) => each.email === email).length : 0;
}

/** What somebody was told, against what is so once everything answers again. */
async function liesTo({ email, answered }: Try): Promise<readonly string[]> {
  system.cloud.faults.clear();
  await afterSweeps(system);
  const kept = await keptOf(email);
  // What had to be tried again comes a moment after the rest.
  if (kept > 0) await until('the letter', async () => (await lettersTo(system, email))[0]).catch(() => undefined);
  const letters = (await lettersTo(system, email)).length;
  const saidKept = answered.status === 303;
  return [
    ...(saidKept && kept !== 1 ? [`said that a letter is on its way, and kept ${kept} registrations`] : []),
    ...(saidKept && letters !== 1 ? [`said that a letter is on its way, and sent ${letters}`] : []),
    ...(!saidKept && !isPage(answered) ? [`answered a bare ${answered.status}`] : []),
    ...(!saidKept && answered.status < 400 ? [`answered ${answered.status} for what was not done`] : []),
    ...(kept !== letters ? [`kept ${kept} registrations and sent ${letters} letters`] : []),
  ];
}

describe.each([
  ['no table answers', ['dynamodb']],
  ['no parameter can be read', ['ssm']],
  ['the bus takes nothing', ['events']],
  ['no function can call another', ['lambda']],
  ['no mail leaves', ['ses']],
  ['no file can be written', ['s3']],
  ['no key decrypts', ['kms']],
] as const)('while %s', (_what, services) => {
  it('pages of events and published reports are shown', async () => {
    down(...services);
    const answers = await Promise.all(publicPages().map(async (path) => [path, (await ask(system, path)).status] as const));
    expect(answers.filter(([, status]) => status !== 200)).toEqual([]);
  });

  it('a registration is kept or plainly refused', async () => {
    down(...services);
    expect(await liesTo(await tryToRegister())).toEqual([]);
  });

  it('every other door answers with a page', async () => {
    down(...services);
    const paths = [
      '/join',
      '/my-place',
      '/registrations/confirm/none',
      '/reflect/none',
      '/sign-in',
      '/events/nobody-has-seen-it',
      '/organise/events',
    ];
    const answers = await Promise.all(
      paths.map(async (path) => [path, await ask(system, path, { headers: { accept: 'text/html' } })] as const),
    );
    expect(
      answers.filter(([, answered]) => answered.status !== 303 && !isPage(answered)).map(([path, { status }]) => `${path} ${status}`),
    ).toEqual([]);
  });
});

describe('while no parameter can be read', () => {
  /** The next request finds a function that has read nothing yet. */
  async function anew(lambda: string, path: string, asked: Asked): Promise<void> {
    const [caller = ''] = system.cloud.stack.functions.flatMap(({ name }) => (name.endsWith(`-accessibility-${lambda}`) ? [name] : []));
    system.cloud.faults.set([{ service: 'dynamodb', caller, kind: 'crash', probability: 1, seed: 1 }]);
    expect((await ask(system, path, asked)).status).toBeGreaterThanOrEqual(500);
    down('ssm');
  }

  it('the form of nobody in particular comes back with what was chosen', async () => {
    const path = `/equality/${event.eventId}`;
    await until('accessibility to know the event', async () => ((await ask(system, path)).status === 200 ? true : undefined));
    const chosen = fromOurPage(system, { age: '35-44' });
    await anew('anonymous', path, chosen);
    const answered = await ask(system, path, chosen);
    expect([answered.status, isPage(answered), answered.text.includes('value="35-44" checked')]).toEqual([503, true, true]);
    const program = { ...chosen, headers: { ...chosen.headers, accept: 'application/json' } };
    const told = await ask(system, path, program);
    expect([told.status, told.headers.get('content-type')]).toEqual([503, 'application/problem+json']);
    system.cloud.faults.clear();
    expect((await ask(system, path, chosen)).status).toBe(200);
  });

  it('“how was it?” comes back with what was written', async () => {
    const { cookie } = await registerAndConfirm(system, event);
    const path = '/my-place/access';
    const look = { headers: { cookie, accept: 'text/html' } };
    await until('accessibility to know the place', async () => ((await ask(system, path, look)).status === 200 ? true : undefined));
    const written = fromOurPage(system, { action: 'say-how-it-was', felt: 'partly', feltWords: 'Marker words' }, cookie);
    await anew('public', path, written);
    const answered = await ask(system, path, written);
    expect([answered.status, isPage(answered), answered.text.includes('Marker words</textarea>')]).toEqual([503, true, true]);
  });
});

describe('while replies get lost', () => {
  it('nobody is told what is not so, and one letter comes', async () => {
    const [caller] = system.cloud.stack.functions.flatMap(({ name }) => (name.endsWith('-registration-public') ? [name] : []));
    system.cloud.faults.set([{ service: 'dynamodb', caller: caller ?? '', kind: 'lost-reply', probability: 0.3, seed: 7 }]);
    const tries: Try[] = [];
    for (let each = 0; each < 4; each += 1) tries.push(await tryToRegister());
    const lies = [];
    for (const each of tries) lies.push(...(await liesTo(each)));
    expect(lies).toEqual([]);
  });
});

describe('the checks of this file', () => {
  const answer = (status: number, text: string, type = 'text/html; charset=utf-8'): Answered => ({
    status,
    text,
    headers: new Headers({ 'content-type': type }),
  });

  it('know the bare words of a machine', () => {
    expect(isPage(answer(500, '{"message":"Internal Server Error"}', 'application/json'))).toBe(false);
    expect(isPage(answer(503, '<h1>503</h1>'))).toBe(false);
    expect(isPage(answer(500, '<h1>Oh</h1><p>ThrottlingException: Rate exceeded at a table</p>'))).toBe(false);
    expect(isPage(answer(503, '<h1>Not now</h1><p>Nothing was kept. Try again in a few minutes.</p>'))).toBe(true);
  });

  it('catch a registration that was promised and not kept', async () => {
    expect(await liesTo({ email: 'never-kept@example.org', answered: answer(303, '') })).not.toEqual([]);
  });

  it('catch a page that nobody kept at the edge', async () => {
    const unseen = await makeEvent(system, { title: 'An event that nobody has looked at' });
    // Whoever is still told of the event would fail with the table, and try again only minutes later.
    await quiet(system);
    down('dynamodb');
    expect((await ask(system, `/events/${unseen.slug}`)).status).toBeGreaterThanOrEqual(500);
  });
});
