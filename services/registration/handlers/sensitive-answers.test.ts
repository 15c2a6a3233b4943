import { beforeEach, describe, expect, test } from 'vitest';
import { type Asking, answering, ask, askingWorld, noted, opened, written } from '../testing/asking.ts';
import { clock, expectSound, good, stored, type World } from '../testing/attendee.ts';
import { shortQuestion, yesNoQuestion } from '../testing/questions.ts';
import type { Sent } from '../testing/visitor.ts';
import { expireUnconfirmed } from '../use-cases/leave.ts';

let mine: World;
let organiser: Sent;
let base: string;
let post: Asking['post'];
let get: Asking['get'];
beforeEach(async () => {
  ({ mine, organiser, base, post, get } = await askingWorld());
});

describe('sensitive answers (failure 7: hidden in the page but not in the API)', () => {
  const secret = 'Only for the coordinator';
  const sensitive = shortQuestion('que_worry', { label: 'Does anything worry you?', readableBy: 'access-coordinator' });
  let one: string;
  let list: string;

  beforeEach(async () => {
    await ask(mine, [sensitive]);
    await answering(mine, { ...good, wantsReport: true, que_worry: secret });
    list = `/organise/events/${mine.event.eventId}/registrations`;
    one = `${list}/${(await stored(mine))?.registrationId}`;
  });

  /** Every door at which somebody of this role finds the answer, as a page, as data and as a file. */
  async function doorsThatTell(roles: Parameters<typeof mine.visitor.organiser>[0], paths: readonly string[]) {
    const as = await mine.visitor.organiser(roles);
    const found: string[] = [];
    for (const path of paths) {
      for (const accept of ['text/html', 'application/json', 'text/csv', '*/*']) {
        const { body } = await mine.visitor.visit('GET', path, { ...as, headers: { accept } });
        if (body.includes(secret)) found.push(`${accept} of ${path}`);
      }
    }
    const searched = await mine.visitor.visit('POST', list, { ...as, fields: { text: secret } });
    if (searched.body.replaceAll(`“${secret}”`, '').replaceAll(`value="${secret}"`, '').includes(secret)) found.push('the search');
    return found;
  }

  const doors = () => [
    list,
    `${list}.csv`,
    `/organise/events/${mine.event.eventId}/answers.csv`,
    one,
    `${one}/edit`,
    base,
    `${base}/preview`,
    `/events/${mine.event.slug}/register`,
  ];

  test('page, data and table alike tell nobody; the one door tells its role alone, also in data', async () => {
    for (const role of ['organiser', 'editor', 'access-coordinator'] as const) expect(await doorsThatTell([role], doors())).toEqual([]);
    expect(await doorsThatTell(['organiser', 'editor'], [`${one}/answers`])).toEqual([]);
    expect(await doorsThatTell(['access-coordinator'], [`${one}/answers`])).toHaveLength(4);
  });

  /** What somebody with a role can tell two registrations of the same name apart by, at the door of sensitive answers and in what is announced. */
  async function toldApart(with_: string, without: string, open: (path: string) => Promise<{ status: number; body: string }>) {
    const id = (path: string) => path.split('/').at(-1) ?? '';
    const seen: string[] = [];
    for (const path of [with_, without]) {
      const { status, body } = await open(path);
      const readings = (await noted(mine))
        .filter(([type, , data]) => /sensitive/.test(type) && JSON.stringify(data).includes(id(path)))
        // The engine gives attributes in no order.
        .map(([type, by, data]) => [type, by, Object.entries(data).sort()]);
      seen.push(JSON.stringify([status, body, readings]).replaceAll(id(path), 'the id'));
    }
    return seen[0] !== seen[1];
  }

  test('a role that reads none of them cannot tell who gave one, neither from the answer nor from the note', async () => {
    await answering(mine, { ...good, email: 'plain@example.org', wantsReport: true });
    const without = `${list}/${(await stored(mine, 'plain@example.org'))?.registrationId}`;
    for (const accept of ['text/html', 'application/json'])
      for (const role of ['organiser', 'editor'] as const) {
        const as = { ...(await mine.visitor.organiser([role])), headers: { accept } };
        expect(await toldApart(one, without, (path) => mine.visitor.visit('GET', `${path}/answers`, as))).toBe(false);
      }
  });

  test('the claim notices a twin that refuses only where there is something', async () => {
    await answering(mine, { ...good, email: 'plain@example.org', wantsReport: true });
    const without = `${list}/${(await stored(mine, 'plain@example.org'))?.registrationId}`;
    const refusing = async (path: string) => {
      const all = await mine.event.ports.registrations.sensitiveAnswers(path.split('/').at(-1) ?? '');
      return all.length > 0 ? { status: 403, body: 'These answers are for another role' } : get(`${path}/answers`);
    };
    expect(await toldApart(one, without, refusing)).toBe(true);
  });

  test('a twin that keeps the answer with the others is caught at every door that shows a registration', async () => {
    await ask(mine, [shortQuestion('que_open')]);
    await answering(mine, { ...good, email: 'twin@example.org', wantsReport: true, que_open: secret });
    const twin = `${list}/${(await stored(mine, 'twin@example.org'))?.registrationId}`;
    expect((await doorsThatTell(['organiser'], [twin])).length).toBeGreaterThanOrEqual(2);
  });

  test('each opening is noted with ids alone, by whomever', async () => {
    const coordinator = await mine.visitor.organiser(['access-coordinator']);
    await expectSound(await get(`${one}/answers`, coordinator), 200, secret);
    await get(`${one}/answers`);
    const readings = (await noted(mine)).filter(([type]) => type === 'registration.sensitive-read.v1');
    const data = { eventId: mine.event.eventId, registrationId: one.split('/').at(-1) };
    expect(readings).toEqual([1, 2].map(() => ['registration.sensitive-read.v1', 'org_sample', data]));
  });

  test('its role is led to it, and no other role hears that it is there', async () => {
    await expectSound(await get(one, await mine.visitor.organiser(['access-coordinator'])), 200, 'Open the sensitive answers');
    expect((await get(one)).body).not.toContain('ensitive');
    expect((await mine.visitor.visit('GET', one, { ...organiser, headers: { accept: 'application/json' } })).body).not.toContain(
      'ensitive',
    );
  });

  /** What an organiser's page of removing a question says and sends, and the number of people in it. */
  const removal = async (id: string) => {
    const json = { ...organiser, headers: { accept: 'application/json' } };
    const [page, data] = [await get(`${base}/${id}/remove`), await mine.visitor.visit('GET', `${base}/${id}/remove`, json)];
    return {
      page,
      told: [...(page.body.match(/(\d+) (person has|people have) answered|Nobody has answered/g) ?? []), JSON.parse(data.body).answered],
    };
  };

  test('nobody hears how many gave one: a number that rises would tell who', async () => {
    const before = await removal('que_worry');
    await answering(mine, { ...good, email: 'second@example.org', wantsReport: true, que_worry: secret });
    const after = await removal('que_worry');
    await expectSound(after.page, 200, 'How many have answered is not told');
    expect([before.told, after.told]).toEqual([[null], [null]]);
  });

  test('the claim notices a twin question of which it is told', async () => {
    await ask(mine, [shortQuestion('que_open')]);
    const before = await removal('que_open');
    await answering(mine, { ...good, email: 'second@example.org', wantsReport: true, que_open: 'Something' });
    expect([before.told, (await removal('que_open')).told]).toEqual([
      ['Nobody has answered', 0],
      ['1 person has answered', 1],
    ]);
  });

  test('its role is led alike to those who gave one and those who did not, so that a note of it tells nothing', async () => {
    await answering(mine, { ...good, email: 'plain@example.org', wantsReport: true });
    const { registrationId } = (await stored(mine, 'plain@example.org')) ?? {};
    const page = await get(`${list}/${registrationId}`, await mine.visitor.organiser(['access-coordinator']));
    await expectSound(page, 200, 'Open the sensitive answers');
  });

  test('no question that others read hangs on it: that it was asked would tell', async () => {
    await ask(mine, [yesNoQuestion('que_secret', { label: 'Is there anything?', readableBy: 'access-coordinator' })]);
    const hanging = { ...written, readableBy: 'everybody', askIf: 'que_secret=yes' };
    await expectSound(await post(base, hanging), 422, 'who is asked this one would tell how it was answered');
    expect((await post(base, { ...hanging, readableBy: 'access-coordinator' })).status).toBe(303);
  });

  test('goes with its registration', async () => {
    const { registrationId = '' } = (await stored(mine)) ?? {};
    const { registrations } = mine.event.ports;
    expect(await registrations.sensitiveAnswers(registrationId)).toHaveLength(1);
    await mine.visitor.visit('POST', '/my-place/delete', { ...(await opened(mine)), fields: {} });
    expect(await registrations.sensitiveAnswers(registrationId)).toEqual([]);
  });

  test('goes where it was never confirmed, too', async () => {
    const json = { ...good, email: 'pending@example.org', wantsReport: true, que_worry: secret };
    await mine.visitor.visit('POST', `/events/${mine.event.slug}/register`, { json });
    const { registrationId = '' } = (await stored(mine, 'pending@example.org')) ?? {};
    await expireUnconfirmed(new Date(clock.now().getTime() + 25 * 60 * 60 * 1000), mine.event.ports);
    expect(await mine.event.ports.registrations.sensitiveAnswers(registrationId)).toEqual([]);
  });
});
