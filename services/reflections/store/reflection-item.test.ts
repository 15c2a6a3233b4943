import { commit, fromItem, getItem, toItem } from '@convener/dynamodb';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowOf } from '../domain/overview.ts';
import type { Reflection } from '../domain/reflection.ts';
import { openEvent, say } from '../testing/open-event.ts';
import { reflectionKey } from './keys.ts';
import { readRow, reflectionAttributes, rowAttributes } from './reflection-item.ts';

const id = fc.stringMatching(/^[\w-]{22}$/);
const said = { words: fc.string(), consent: fc.constant({ kind: 'analysis' as const }) };
const standing: fc.Arbitrary<Reflection['standing']> = fc.oneof(
  fc.record({ kind: fc.constant('open'), themeIds: fc.array(id.map((each) => `thm_${each}`)), ...said }),
  fc.record({ kind: fc.constant('set-aside'), reason: fc.string(), by: fc.string(), ...said }),
  fc.record({ kind: fc.constant('withdrawn') }),
);
const reflection: fc.Arbitrary<Reflection> = fc.record({
  ...{ id: id.map((each) => `ref_rm1_${each}`), eventId: fc.constant('evt_a'), roomId: fc.constantFrom('rm1', undefined) },
  ...{ source: fc.constant('form'), day: fc.constant('2024-11-20'), linkVersion: fc.nat(), standing },
});

test('the index tells of a reflection what counting needs', () => {
  fc.assert(
    fc.property(reflection, (given) => {
      const item = toItem(reflectionAttributes(given));
      const inIndex = Object.fromEntries(rowAttributes.flatMap((name) => (item[name] ? [[name, item[name]]] : [])));
      expect(readRow(inIndex)).toEqual(rowOf(given));
    }),
  );
});

test('a reflection that was stored before the index told where it stands is counted', async () => {
  const event = await openEvent();
  const one = await say(event, 'Said before', 'rm1');
  await say(event, 'Said since', 'rm2');
  const before = await event.ports.reflections.rows(event.eventId);
  const { placed: _, ...item } = fromItem((await getItem(event.table, reflectionKey(event.eventId, one))) ?? {});
  await commit(event.table, [{ kind: 'put', item: toItem(item) }]);
  expect(await event.ports.reflections.rows(event.eventId)).toEqual(before);
});
