import { fromItem, getItem } from '@convener/dynamodb';
import { describe, expect, test } from 'vitest';
import { reflectionKey, themeKey } from '../store/keys.ts';
import { now, type OpenEvent, openEvent, organiser, say, theme } from '../testing/open-event.ts';
import { assignThemes } from './assign-themes.ts';
import { freeze } from './freeze.ts';
import { look } from './look.ts';
import { moderate } from './moderate.ts';
import { changeOwn } from './own-reflection.ts';
import { changeTheme, mergeTheme, orderThemes, removeTheme } from './write-themes.ts';

const by = (event: OpenEvent) => ({ eventId: event.eventId, actor: organiser, now });

async function themesOf(event: OpenEvent, id: string): Promise<readonly string[]> {
  const seen = await look(event.eventId, event.ports);
  return seen?.overview.rows.find((row) => row.id === id)?.themeIds ?? [];
}

async function envelopesOf(event: OpenEvent, key: { readonly pk: string; readonly sk: string }) {
  const { envelopes } = fromItem((await getItem(event.table, key)) ?? {});
  return Array.isArray(envelopes) ? envelopes : [];
}

describe('two organisers at once', () => {
  test('theme the same forty reflections, and nothing of either is lost', async () => {
    const event = await openEvent();
    const [one, other] = [await theme(event, 'Openness'), await theme(event, 'Remuneration')];
    const ids = await Promise.all(Array.from({ length: 40 }, (_, at) => say(event, `Point ${at}`, `rm${(at % 3) + 1}`)));
    const assign = (id: string) =>
      assignThemes({ ...by(event), assignments: ids.map((reflectionId) => ({ reflectionId, was: [], themeIds: [id] })) }, event.ports);
    const outcomes = await Promise.all([assign(one), assign(other)]);
    expect(outcomes.map(({ changed, missed }) => [changed.length, missed.length])).toEqual([
      [40, 0],
      [40, 0],
    ]);
    for (const id of ids) expect([...(await themesOf(event, id))].sort()).toEqual([one, other].sort());
    expect(await assign(one)).toMatchObject({ changed: [], unchanged: ids });
  });

  test('write the same theme: the second is told, with what the first wrote; moving it disturbs nobody', async () => {
    const event = await openEvent();
    const [id] = [await theme(event, 'Openness', 'First.'), await theme(event, 'Remuneration')];
    const write = (prose: string, edition: number) =>
      changeTheme({ ...by(event), themeId: id, words: { label: 'Openness', prose }, edition }, event.ports);
    await orderThemes({ ...by(event), order: { themeId: id, step: 1 } }, event.ports);
    expect(await write('Mine.', 1)).toMatchObject({ kind: 'written', theme: { edition: 2, position: 2 } });
    expect(await write('Also mine.', 1)).toMatchObject({ kind: 'changed-meanwhile', theme: { prose: 'Mine.' } });
    expect(await write('Mine.', 1)).toMatchObject({ kind: 'written', theme: { edition: 2 } });
    const both = await Promise.all([write('A.', 2), write('B.', 2)]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['changed-meanwhile', 'written']);
  });

  test('make themes and move them at once: all are there, in one order', async () => {
    const event = await openEvent();
    const ids = await Promise.all(['A', 'B', 'C', 'D', 'E'].map((label) => theme(event, label)));
    await Promise.all(ids.slice(0, 3).map((id) => orderThemes({ ...by(event), order: { themeId: id, step: -1 } }, event.ports)));
    const seen = await look(event.eventId, event.ports);
    expect(seen?.book.themes.map((each) => each.id).sort()).toEqual([...ids].sort());
    await orderThemes({ ...by(event), order: ids.toReversed() }, event.ports);
    const after = await look(event.eventId, event.ports);
    expect(after?.book.themes.map((each) => [each.id, each.position])).toEqual(ids.toReversed().map((id, at) => [id, at + 1]));
  });

  test('one merges or removes a theme while the other assigns it: no reflection is silently without a theme', async () => {
    const event = await openEvent();
    const [from, into] = [await theme(event, 'From', 'One.'), await theme(event, 'Into', 'Two.')];
    const ids = await Promise.all(Array.from({ length: 12 }, (_, at) => say(event, `Point ${at}`, 'rm1')));
    const assignments = ids.map((reflectionId) => ({ reflectionId, was: [], themeIds: [from] }));
    await Promise.all([
      assignThemes({ ...by(event), assignments }, event.ports),
      mergeTheme({ ...by(event), themeId: from, into }, event.ports),
    ]);
    for (const id of ids) expect(await themesOf(event, id)).toEqual([into]);
    expect(await freeze({ eventId: event.eventId }, event.ports)).toMatchObject({
      kind: 'complete',
      themes: [{ label: 'Into', prose: 'Two.\n\nOne.', spread: { rooms: 1, of: 3 } }],
    });
    await Promise.all([
      removeTheme({ ...by(event), themeId: into }, event.ports),
      assignThemes({ ...by(event), assignments: [{ reflectionId: ids[0] ?? '', was: [], themeIds: [into] }] }, event.ports),
    ]);
    expect(await freeze({ eventId: event.eventId }, event.ports)).toEqual({ kind: 'open', unthemed: 12 });
  });

  test('one sets a reflection aside, or its owner withdraws it, while the other themes: told, not hidden', async () => {
    const event = await openEvent();
    const id = await theme(event, 'Openness');
    const [aside, gone, kept] = [await say(event, 'Rude', 'rm1'), await say(event, 'Mine', 'rm1'), await say(event, 'Kept', 'rm1')];
    await moderate(
      { eventId: event.eventId, reflectionId: aside, decision: { kind: 'set-aside', reason: 'Rude' }, organiserId: 'org_2', now },
      event.ports,
    );
    const link = await event.ports.links.mint({ purpose: 'own', eventId: event.eventId, reflectionId: gone, version: 1 });
    await changeOwn(link.split('/').at(-1) ?? '', { kind: 'withdraw' }, now, event.ports);
    const assignments = [aside, gone, kept, 'ref_rm1_unheard-of'].map((reflectionId) => ({ reflectionId, was: [], themeIds: [id] }));
    expect(await assignThemes({ ...by(event), assignments }, event.ports)).toEqual({
      changed: [kept],
      unchanged: [],
      missed: [aside, gone, 'ref_rm1_unheard-of'],
    });
  });
});

describe('freeze', () => {
  test('names what is open, then the themes in order with their spread, under a version that changes with anything', async () => {
    const event = await openEvent({ rooms: 6 });
    const { eventId, ports } = event;
    const frozen = () => freeze({ eventId }, ports);
    const first = await frozen();
    expect(first).toMatchObject({ kind: 'complete', themes: [] });
    const [one, other] = [await theme(event, 'Openness', 'Say it.'), await theme(event, 'Remuneration')];
    const ids = [await say(event, 'A', 'rm1'), await say(event, 'B', 'rm2'), await say(event, 'C')];
    expect(await frozen()).toEqual({ kind: 'open', unthemed: 3 });
    await assignThemes({ ...by(event), assignments: ids.slice(0, 2).map((id) => ({ reflectionId: id, was: [], themeIds: [one] })) }, ports);
    await moderate(
      { eventId, reflectionId: ids[2] ?? '', decision: { kind: 'set-aside', reason: 'Off topic' }, organiserId: 'org_1', now },
      ports,
    );
    const complete = await frozen();
    expect(complete).toMatchObject({
      themes: [
        { themeId: one, label: 'Openness', prose: 'Say it.', position: 1, spread: { rooms: 2, of: 6 } },
        { themeId: other, position: 2, spread: { rooms: 0, of: 6 } },
      ],
    });
    expect(await frozen()).toEqual(complete);

    const versions = new Set([versionOf(first), versionOf(complete)]);
    const own = await ports.links.mint({ purpose: 'own', eventId, reflectionId: ids[0] ?? '', version: 1 });
    const changes: readonly (() => Promise<unknown>)[] = [
      () => changeTheme({ ...by(event), themeId: one, words: { label: 'Openness', prose: 'Say it now.' }, edition: undefined }, ports),
      () => orderThemes({ ...by(event), order: { themeId: one, step: 1 } }, ports),
      () =>
        changeOwn(
          own.split('/').at(-1) ?? '',
          { kind: 'edit', said: { words: 'A, but better', consent: { kind: 'analysis' } } },
          now,
          ports,
        ),
      () => assignThemes({ ...by(event), assignments: [{ reflectionId: ids[1] ?? '', was: [], themeIds: [other] }] }, ports),
      () => changeOwn(own.split('/').at(-1) ?? '', { kind: 'withdraw' }, now, ports),
      () => mergeTheme({ ...by(event), themeId: other, into: one }, ports),
    ];
    for (const change of changes) {
      await change();
      versions.add(versionOf(await frozen()));
    }
    expect(versions.size).toBe(2 + changes.length);
  });
});

function versionOf(answer: Awaited<ReturnType<typeof freeze>>): string {
  return answer.kind === 'complete' ? answer.version : `open ${answer.unthemed}`;
}

test('domain events ride on their items, with theme prose and never a word of a reflection', async () => {
  const event = await openEvent();
  const id = await theme(event, 'Openness', 'Say it.');
  const said = await say(event, 'A secret of mine', 'rm1', { kind: 'quote-named', name: 'Sam Sample' });
  await assignThemes({ ...by(event), assignments: [{ reflectionId: said, was: [], themeIds: [id] }] }, event.ports);
  await moderate(
    { eventId: event.eventId, reflectionId: said, decision: { kind: 'set-aside', reason: 'Names Sam' }, organiserId: 'org_1', now },
    event.ports,
  );
  const envelopes = await envelopesOf(event, reflectionKey(event.eventId, said));
  expect(envelopes.map(({ type }) => type)).toEqual(['reflection.made.v1', 'reflection.themed.v1', 'reflection.moderated.v1']);
  expect(JSON.stringify(envelopes)).not.toMatch(/secret|Sam/);
  expect(await envelopesOf(event, themeKey(event.eventId, id))).toMatchObject([
    { type: 'theme.written.v1', data: { label: 'Openness', prose: 'Say it.', position: 1, spread: { rooms: 0, of: 3 } } },
  ]);
  await removeTheme({ ...by(event), themeId: id }, event.ports);
  expect((await envelopesOf(event, themeKey(event.eventId, id))).map(({ type }) => type)).toEqual(['theme.written.v1', 'theme.removed.v1']);
});
