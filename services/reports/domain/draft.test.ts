import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleContent } from '../testing/sample-content.ts';
import { decideEdit, type Edit, largestDraftBytes, revisionOf, savedPart } from './draft.ts';
import { decidePublish, sameContent } from './publication.ts';
import type { Report } from './report.ts';

const draft: Report['draft'] = {
  introduction: 'a',
  context: { heading: 'b', prose: 'c' },
  sections: { spk_1: 'd' },
  ending: 'e',
  showSpread: false,
};
const report: Report = { id: 'rpt_1', eventId: 'evt_1', draft, revisions: {}, publication: { kind: 'never' } };
const now = new Date('2026-03-01T10:00:00.000Z');

const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ part: fc.constant('introduction' as const), introduction: fc.string() }),
  fc.record({ part: fc.constant('context' as const), heading: fc.string(), prose: fc.string() }),
  fc.record({ part: fc.constant('speaker' as const), speakerId: fc.constantFrom('spk_1', 'spk_2'), section: fc.string() }),
  fc.record({ part: fc.constant('ending' as const), ending: fc.string() }),
  fc.record({ part: fc.constant('settings' as const), showSpread: fc.boolean() }),
);

describe('editing a part', () => {
  test('saves exactly that part, and a second time changes nothing', () => {
    fc.assert(
      fc.property(edits, (edit) => {
        const decision = decideEdit(report, edit, 0);
        if (decision.kind === 'unchanged') {
          expect(savedPart(draft, edit)).toEqual(edit);
          return;
        }
        if (decision.kind !== 'changed') throw new Error(decision.kind);
        expect(savedPart(decision.report.draft, edit)).toEqual(edit);
        expect(decideEdit(decision.report, edit, 0)).toEqual({ kind: 'unchanged' });
        expect(revisionOf(decision.report, edit)).toBe(1);
      }),
    );
  });

  test('two people never overwrite each other unseen, and never hinder each other in different parts', () => {
    fc.assert(
      fc.property(edits, edits, (mine, theirs) => {
        const first = decideEdit(report, theirs, revisionOf(report, theirs));
        const after = first.kind === 'changed' ? first.report : report;
        const second = decideEdit(after, mine, revisionOf(report, mine));
        const samePart = revisionOf(after, mine) !== revisionOf(report, mine);
        if (second.kind === 'changed') expect(samePart).toBe(false);
        if (second.kind === 'written-meanwhile') expect(samePart).toBe(true);
      }),
    );
  });

  test('a program that names no revision means to overwrite', () => {
    const once = decideEdit(report, { part: 'ending', ending: 'x' }, undefined);
    if (once.kind !== 'changed') throw new Error(once.kind);
    expect(decideEdit(once.report, { part: 'ending', ending: 'y' }, undefined).kind).toBe('changed');
  });

  test('a draft that an item could not hold is refused', () => {
    expect(decideEdit(report, { part: 'ending', ending: 'x'.repeat(largestDraftBytes) }, 0)).toEqual({ kind: 'too-large' });
  });
});

describe('publishing', () => {
  const content = sampleContent();
  const request = { content, published: undefined, slug: 'a-sample', correction: '', takeDown: false, themesVersion: 'v1' };
  const first = decidePublish(report, request, now);
  if (first.kind !== 'publish') throw new Error(first.kind);

  test('the first edition takes the event’s slug and needs no note', () => {
    expect(first).toMatchObject({ slug: 'a-sample', edition: { number: 1, correction: '', themesVersion: 'v1' } });
  });

  test('the same words again are no edition', () => {
    const again = { ...content, context: { prose: content.context.prose, heading: content.context.heading } };
    expect(decidePublish(first.report, { ...request, published: again }, now)).toMatchObject({ kind: 'unchanged', edition: { number: 1 } });
  });

  test('a correction says what changed, and keeps the address whatever the event is called now', () => {
    const other = { ...request, content: sampleContent({ ending: 'New.' }), published: content, slug: 'another' };
    expect(decidePublish(first.report, other, now)).toEqual({ kind: 'correction-needed' });
    expect(decidePublish(first.report, { ...other, correction: 'A note.' }, now)).toMatchObject({
      slug: 'a-sample',
      edition: { number: 2, correction: 'A note.' },
      report: { publication: { editions: [{ number: 1 }, { number: 2 }] } },
    });
  });

  test('what an item could not hold is refused', () => {
    expect(decidePublish(report, { ...request, content: sampleContent({ ending: 'x'.repeat(400_000) }) }, now)).toEqual({
      kind: 'too-large',
    });
  });

  test('words are compared, not the order of keys', () => {
    expect(sameContent(content, sampleContent({ question: 'Another?' }))).toBe(false);
    expect(sameContent(content, undefined)).toBe(false);
  });
});
