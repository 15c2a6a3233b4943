import { beforeEach, describe, expect, test } from 'vitest';
import { ask } from '../testing/asking.ts';
import { expectSound, good, stored, type World, world } from '../testing/attendee.ts';
import { shortQuestion } from '../testing/questions.ts';
import { mostDrafts } from './draft-cookies.ts';

let mine: World;
let path: string;
beforeEach(async () => {
  mine = await world({ capacity: 30 });
  path = `/events/${mine.event.slug}/register`;
  await ask(mine, [shortQuestion('que_one', { label: 'How will you travel?', required: true })]);
});

const [ada, bo] = [good, { ...good, email: 'bo@example.org', name: 'Bo' }];

/** A browser: one jar of cookies for all its tabs, in the order in which they were first set. */
function browser() {
  const jar = new Map<string, string>();
  const visit = async (method: 'GET' | 'POST', to: string, fields?: Record<string, string>) => {
    const cookies = [...jar].map(([name, value]) => `${name}=${value}`);
    const reply = await mine.visitor.visit(method, to, { cookies, ...(fields ? { fields } : {}) });
    for (const cookie of reply.cookies) {
      const [pair = '', ...rest] = cookie.split('; ');
      const [name = '', value = ''] = pair.split('=');
      if (rest.includes('Max-Age=0')) jar.delete(name);
      else jar.set(name, value);
    }
    return reply;
  };
  return { jar, visit };
}

/** One tab goes from page to page, as redirects and forms lead it. */
function tabOf({ visit }: ReturnType<typeof browser>) {
  let at = path;
  const tab = {
    at: () => at,
    open: async (to = at) => {
      let reply = await visit('GET', to);
      for (at = to; reply.status === 303; reply = await visit('GET', at)) at = reply.headers.location ?? '';
      return reply;
    },
    send: async (fields: Record<string, string>) => {
      const page = await tab.open();
      const actions = [...page.body.matchAll(/<form[^>]* action="([^"]+)"/g)].map(([, action = '']) => action.replaceAll('&amp;', '&'));
      const reply = await visit('POST', actions.at(-1) ?? '', fields);
      return tab.open(reply.headers.location);
    },
  };
  return tab;
}

describe('two tabs in one browser, at the same event', () => {
  test('each registers whoever filled it in; neither loses a word', async () => {
    const shared = browser();
    const [first, second] = [tabOf(shared), tabOf(shared)];
    await first.send(ada);
    await second.send(bo);
    const check = await first.send({ que_one: 'By train' });
    await expectSound(check, 200, 'Check your answers');
    expect(check.body).toContain('ada@example.org');
    expect(check.body).not.toContain('bo@example.org');
    await first.send({});
    await second.send({ que_one: 'On foot' });
    await second.send({});
    for (const [email, answer] of [
      [ada.email, 'By train'],
      [bo.email, 'On foot'],
    ] as const)
      expect((await stored(mine, email))?.answers?.map(({ value }) => value)).toEqual([answer]);
  });

  test('a form that was closed is found again where the form begins, and its way back and its reload show it whole', async () => {
    const shared = browser();
    const first = tabOf(shared);
    await first.send(ada);
    const anew = await tabOf(shared).open();
    await expectSound(anew, 200, 'Go on with that form');
    expect(anew.body).not.toContain(ada.email);
    const goOn = /href="([^"]+\?draft=[^"]+)">Go on with that form/.exec(anew.body)?.[1] ?? '';
    for (const _ of ['opened', 'loaded again']) expect((await tabOf(shared).open(goOn)).body).toContain(ada.email);
  });

  test('addresses tell the draft apart and nothing of anybody', async () => {
    const shared = browser();
    const [first, second] = [tabOf(shared), tabOf(shared)];
    await first.send(ada);
    await second.send(bo);
    for (const tab of [first, second]) expect(tab.at()).toMatch(/\/que_one\?(first=yes&)?draft=[\w-]{8}$/);
    expect(new Set([first.at(), second.at()]).size).toBe(2);
    // Another browser that learns the address finds nothing under it.
    await expectSound(await tabOf(browser()).open(first.at().replace('first=yes&', '')), 410, 'We no longer have your answers');
  });

  test('begun again and again, a browser holds so many cookies and no more; the latest stay', async () => {
    const shared = browser();
    const tabs = Array.from({ length: mostDrafts + 2 }, () => tabOf(shared));
    for (const [at, tab] of tabs.entries()) await tab.send({ ...ada, email: `person-${at}@example.org` });
    expect(shared.jar.size).toBe(mostDrafts);
    expect((await tabs[0]?.open())?.status).toBe(410);
    expect((await tabs.at(-1)?.send({ que_one: 'By bus' }))?.body).toContain(`person-${mostDrafts + 1}@example.org`);
    expect((await tabs[2]?.send({ que_one: 'By bus' }))?.body).toContain('person-2@example.org');
  });
});
