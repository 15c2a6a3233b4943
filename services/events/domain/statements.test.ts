import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideStatement, type Statement } from './statements.ts';

const now = new Date('2026-03-01T12:00:00Z');
const written = (text: string, over: number) => ({ text, html: `<p>${text}</p>`, over, by: 'organiser' as const });

test('the first text is version 1, and nothing is before it', () => {
  expect(decideStatement(undefined, written('Hello', 0), now)).toEqual({
    kind: 'changed',
    statement: { current: { number: 1, text: 'Hello', html: '<p>Hello</p>', changedAt: now.toISOString(), by: 'organiser' }, earlier: [] },
  });
});

test('numbers go up by one, and every version is noted, whatever is written over what', () => {
  const saves = fc.array(fc.record({ text: fc.constantFrom('a', 'b', 'c'), over: fc.integer({ min: 0, max: 4 }) }), { maxLength: 20 });
  fc.assert(
    fc.property(saves, (all) => {
      let statement: Statement | undefined;
      for (const { text, over } of all) {
        const decision = decideStatement(statement, written(text, over), now);
        const same = text === statement?.current.text;
        const old = over !== (statement?.current.number ?? 0);
        expect(decision.kind).toBe(same ? 'unchanged' : old ? 'changed-meanwhile' : 'changed');
        if (decision.kind === 'changed') ({ statement } = decision);
      }
      const noted = [...(statement?.earlier ?? []), ...(statement ? [statement.current] : [])].map(({ number }) => number);
      expect(noted).toEqual(noted.map((_, at) => at + 1));
    }),
  );
});

test('the same words again change nothing', () => {
  const first = decideStatement(undefined, written('Hello', 0), now);
  const statement = first.kind === 'changed' ? first.statement : undefined;
  // Over what was there before, too: a form that is sent twice.
  for (const over of [0, 1]) expect(decideStatement(statement, written('Hello', over), now)).toEqual({ kind: 'unchanged' });
});
