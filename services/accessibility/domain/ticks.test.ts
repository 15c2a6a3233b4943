import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedMeanwhile, sameIds, together } from './ticks.ts';

const ids = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd'));

test('whatever two people do at once, nothing that either did is lost', () => {
  fc.assert(
    fc.property(ids, ids, ids, (shown, sent, now) => {
      const after = together({ sent, shown, now });
      for (const id of ['a', 'b', 'c', 'd']) {
        const [was, wanted, is] = [shown, sent, now].map((list) => list.includes(id));
        expect(after.includes(id)).toBe(was === wanted ? is : wanted);
      }
    }),
  );
});

test('a page of before is noticed unless it says what is so now; a program means the whole', () => {
  fc.assert(
    fc.property(ids, ids, ids, (shown, sent, now) => {
      expect(changedMeanwhile({ sent, shown, now })).toBe(!sameIds(shown, now) && !sameIds(sent, now));
      expect(changedMeanwhile({ sent, shown: undefined, now })).toBe(false);
      expect(together({ sent, shown: undefined, now })).toEqual(sent);
    }),
  );
});
