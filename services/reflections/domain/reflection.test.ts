import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { consentOf } from './consent.ts';
import { decide, type Reflection, type ReflectionCommand, type Standing, type ThemeChange } from './reflection.ts';

const said = { words: 'Feedback got lost.', consent: { kind: 'analysis' } } as const;

function reflection(standing: Standing = { kind: 'open', themeIds: [], ...said }): Reflection {
  return { id: 'ref_rm1_x', eventId: 'evt_1', roomId: 'rm1', source: 'form', day: '2024-11-20', linkVersion: 1, standing };
}

const withdrawn = reflection({ kind: 'withdrawn' });
const aside = reflection({ kind: 'set-aside', reason: 'Names somebody', by: 'org_1', ...said });

describe('a reflection', () => {
  test('withdrawn keeps no word, and nothing brings it back', () => {
    const decision = decide(reflection(), { kind: 'withdraw' });
    expect(decision).toEqual({ kind: 'changed', reflection: withdrawn, announcements: [{ kind: 'withdrawn' }] });
    const commands: readonly ReflectionCommand[] = [
      { kind: 'edit', said },
      { kind: 'set-aside', reason: 'x', by: 'org_1' },
      { kind: 'bring-back' },
      { kind: 'assign', change: { was: undefined, themeIds: ['thm_1'] } },
    ];
    for (const command of commands) expect(decide(withdrawn, command)).toEqual({ kind: 'withdrawn-already' });
    expect(decide(withdrawn, { kind: 'withdraw' })).toEqual({ kind: 'unchanged' });
  });

  test('set aside leaves its themes, keeps the reason, and comes back without a theme', () => {
    const themed = reflection({ kind: 'open', themeIds: ['thm_1'], ...said });
    expect(decide(themed, { kind: 'set-aside', reason: 'Names somebody', by: 'org_1' })).toEqual({
      kind: 'changed',
      reflection: aside,
      announcements: [{ kind: 'moderated', decision: 'set-aside' }],
    });
    expect(decide(aside, { kind: 'set-aside', reason: 'Names somebody', by: 'org_2' })).toEqual({ kind: 'unchanged' });
    expect(decide(aside, { kind: 'assign', change: { was: [], themeIds: ['thm_1'] } })).toEqual({ kind: 'is-set-aside' });
    expect(decide(aside, { kind: 'bring-back' })).toMatchObject({ kind: 'changed', reflection: reflection() });
    expect(decide(reflection(), { kind: 'bring-back' })).toEqual({ kind: 'unchanged' });
  });

  test('edited by its owner keeps its themes and where it stands, and tells nobody the words', () => {
    const edited = { words: 'Other words.', consent: { kind: 'quote-named', name: 'Sam' } } as const;
    expect(decide(reflection({ kind: 'open', themeIds: ['thm_1'], ...said }), { kind: 'edit', said: edited })).toEqual({
      kind: 'changed',
      reflection: reflection({ kind: 'open', themeIds: ['thm_1'], ...edited }),
      announcements: [],
    });
    expect(decide(aside, { kind: 'edit', said: edited })).toMatchObject({
      reflection: { standing: { kind: 'set-aside', reason: 'Names somebody' } },
    });
    expect(decide(reflection(), { kind: 'edit', said })).toEqual({ kind: 'unchanged' });
  });
});

describe('two organisers who theme the same reflection', () => {
  const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'));
  const apply = (start: Reflection, changes: readonly ThemeChange[]): readonly string[] => {
    const end = changes.reduce((at, change) => {
      const decision = decide(at, { kind: 'assign', change });
      return decision.kind === 'changed' ? decision.reflection : at;
    }, start);
    return end.standing.kind === 'open' ? [...end.standing.themeIds].sort() : [];
  };

  test('both keep what they added and took out, whoever is first', () => {
    fc.assert(
      fc.property(ids, ids, ids, (shown, one, other) => {
        const start = reflection({ kind: 'open', themeIds: shown, ...said });
        const changes = [one, other].map((themeIds): ThemeChange => ({ was: shown, themeIds }));
        const result = apply(start, changes);
        expect(result).toEqual(apply(start, changes.toReversed()));
        for (const id of [...one, ...other]) if (!shown.includes(id)) expect(result).toContain(id);
        for (const id of shown) expect(result.includes(id)).toBe(one.includes(id) && other.includes(id));
      }),
    );
  });

  test('who saves the whole choice instead loses the other’s work (negative control)', () => {
    const start = reflection();
    const whole = ['a', 'b'].map((id): ThemeChange => ({ was: undefined, themeIds: [id] }));
    expect(apply(start, whole)).toEqual(['b']);
    expect(
      apply(
        start,
        whole.map((change) => ({ ...change, was: [] })),
      ),
    ).toEqual(['a', 'b']);
  });
});

test('consent: nothing chosen is the least, and a name stays only with a named quote', () => {
  expect(consentOf(undefined, 'Sam')).toEqual({ kind: 'analysis' });
  expect(consentOf('quote-unnamed', 'Sam')).toEqual({ kind: 'quote-unnamed' });
  expect(consentOf('quote-named', 'Sam')).toEqual({ kind: 'quote-named', name: 'Sam' });
  expect(consentOf('quote-named', undefined)).toEqual({ kind: 'quote-unnamed' });
});
