import { clockAt } from '@convener/testing';
import { htmlProblems } from '@convener/ui/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Tables } from '../store/need-store.ts';
import { daysAfterTheEnd, everythingIn, facts, freshTables, hear, published, registration, weeksBefore } from '../testing/one-event.ts';
import { type Sent, type Twins, type Visit, visitorOf } from '../testing/visitor.ts';

/** What people meet while something that their form needs does not answer: what they entered, and what to do. */
const clock = clockAt(weeksBefore.toISOString());
const form = `/equality/${facts.eventId}`;
const page = '/my-place/access';
const away = () => Promise.reject(new Error('It does not answer.'));
let tables: Tables;
beforeEach(async () => {
  clock.set(weeksBefore.toISOString());
  tables = await freshTables();
  await hear(tables, published(), registration('reg_ada', 'requested', 1));
});

const secretAway: Twins = {
  anonymous: (ports) => ({ ...ports, senders: { count: away } }),
  ports: (ports) => ({ ...ports, senders: { count: away } }),
};
const everythingAway: Twins = {
  anonymous: (ports) => ({ ...ports, events: { byId: away }, senders: { count: away } }),
  ports: (ports) => ({ ...ports, placeOf: away, events: { byId: away } }),
};
const visitorWith = (twins: Twins) => visitorOf(tables, () => clock.now(), { ofEvent: async () => new Map() }, twins);

async function sends(path: string, sent: Pick<Sent, 'fields' | 'json'>, twins: Twins): Promise<Visit> {
  const visitor = await visitorWith(twins);
  return visitor.visit('POST', path, { ...(await visitor.attendee('reg_ada', facts.eventId)), ...sent });
}

/** What a page lacks that somebody needs who could not be served. */
async function lacks(visit: Visit, ...kept: readonly string[]): Promise<readonly string[]> {
  const wanted = ['<h1>We cannot take this at the moment</h1>', 'send it again in a few minutes', ...kept];
  const status = visit.status === 503 ? [] : [`503, not ${visit.status}`];
  return [...status, ...wanted.filter((each) => !visit.body.includes(each)), ...(await htmlProblems(visit.body))];
}

const problemOf = ({ status, body, headers }: Visit) => ({
  status,
  type: headers['content-type'],
  title: String(JSON.parse(body).title),
  says: String(JSON.parse(body).detail).includes('Send it again in a few minutes'),
});
const plain = { status: 503, type: 'application/problem+json', title: 'We cannot take this at the moment', says: true };

describe.each<[string, Twins]>([
  ['no secret can be read', secretAway],
  ['nothing answers', everythingAway],
])('while %s', (_what, twins) => {
  test('“who comes” is there again with everything that was chosen, and nothing is kept', async () => {
    const fields = { age: '35-44', carer: 'not-said' };
    expect(await lacks(await sends(form, { fields }, twins), 'value="35-44" checked', 'name="carer"')).toEqual([]);
    expect(problemOf(await sends(form, { json: fields }, twins))).toEqual(plain);
    expect((await everythingIn(tables.needs)).filter(({ sk }) => sk !== 'SENT')).toEqual([]);
  });

  test('“how was it” is there again with everything that was written', async () => {
    clock.set(daysAfterTheEnd(1).toISOString());
    const fields = { action: 'say-how-it-was', felt: 'partly', feltWords: 'Marker "words" <b>' };
    const kept = ['value="partly" checked', 'Marker &quot;words&quot; &lt;b></textarea>', 'value="say-how-it-was"'];
    expect(await lacks(await sends(page, { fields }, twins), ...kept)).toEqual([]);
    expect(problemOf(await sends(page, { json: fields }, twins))).toEqual(plain);
    expect(await everythingIn(tables.needs)).toEqual([]);
  });
});

describe('while nothing answers', () => {
  test('every other form of somebody’s own page comes back as it was sent, to be sent again', async () => {
    const fields = {
      action: 'save',
      kinds: ['breaks', 'parking'],
      ownWords: 'Marker "words" <b>',
      consent: 'yes',
      consentVersion: '2',
      version: '0',
    };
    const visit = await sends(page, { fields: { ...fields, surplus: 'not of this form' } }, everythingAway);
    const hidden = [
      'name="kinds" value="breaks" checked',
      'name="kinds" value="parking" checked',
      'name="ownWords" value="Marker &quot;words&quot; &lt;b>"',
      'name="consentVersion" value="2"',
      'name="version" value="0"',
      'Send it again</button>',
    ];
    expect(await lacks(visit, ...hidden)).toEqual([]);
    expect(visit.body).toContain('<p>Marker &quot;words&quot; &lt;b></p>');
    expect(visit.body).not.toContain('not of this form');
    const again = [...visit.body.matchAll(/<input[^>]* name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value.replaceAll('&quot;', '"').replaceAll('&lt;', '<')] as const,
    );
    const visitor = await visitorWith({});
    const sent = await visitor.visit('POST', page, { ...(await visitor.attendee('reg_ada', facts.eventId)), fields: again });
    expect([sent.status, (await everythingIn(tables.needs)).map(({ ownWords }) => ownWords)]).toEqual([303, ['Marker "words" <b>']]);
  });

  test('taking it back can be pressed again, and the page is the same whoever pressed', async () => {
    const visit = await sends(page, { fields: { action: 'withdraw' } }, everythingAway);
    expect(await lacks(visit, 'name="action" value="withdraw"', 'Send it again</button>')).toEqual([]);
    expect(visit.cookies).toEqual([]);
  });
});

test('a page that cannot be shown says so, and never that something may not have been saved', async () => {
  const visitor = await visitorWith(everythingAway);
  for (const [path, who] of [
    [form, {}],
    [page, await visitor.attendee('reg_ada', facts.eventId)],
  ] as const) {
    const shown = await visitor.visit('GET', path, who);
    expect([shown.status, shown.body.includes('Nothing was changed.'), shown.body.includes('may not have been')]).toEqual([
      503,
      true,
      false,
    ]);
    expect(await htmlProblems(shown.body)).toEqual([]);
    const told = await visitor.visit('GET', path, { ...who, headers: { accept: 'application/json' } });
    expect([told.status, told.headers['content-type']]).toEqual([503, 'application/problem+json']);
  }
});

test('the claim notices the bare page that stands for everything else that fails', async () => {
  const bare: Visit = { status: 500, body: '<!doctype html><h1>Something went wrong at our end</h1>', headers: {}, cookies: [] };
  expect(await lacks(bare, 'value="35-44" checked')).toEqual(expect.arrayContaining(['503, not 500', 'value="35-44" checked']));
});
