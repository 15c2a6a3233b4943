import { expect, test } from 'vitest';
import { subjectDependencies } from '../dependencies.ts';
import { everythingIn, freshTables, hear, published, say, weeksBefore } from '../testing/one-event.ts';
import { subject } from './subject.ts';

test('exports and erases one person’s answer, and tells whoever erases nothing', async () => {
  const tables = await freshTables();
  await hear(tables, published());
  await say(tables, 'reg_a');
  await say(tables, 'reg_b');
  const ports = subjectDependencies(tables.needs);
  expect(await subject({ kind: 'export', subjectId: 'reg_a' }, ports)).toEqual({
    kind: 'exported',
    service: 'accessibility',
    held: {
      whatWouldHelp: [
        {
          eventId: 'evt_one',
          kinds: ['live-captions'],
          ownWords: 'Questions the day before.',
          answerFormat: 'usual',
          answerByMail: false,
          consent: { textId: 'access-consent', version: 2, at: weeksBefore.toISOString() },
          changedAt: weeksBefore.toISOString(),
        },
      ],
    },
  });
  expect(await subject({ kind: 'export', subjectId: 'reg_none' }, ports)).toMatchObject({ held: {} });
  const [some, none] = [
    await subject({ kind: 'erase', subjectId: 'reg_a' }, ports),
    await subject({ kind: 'erase', subjectId: 'reg_none' }, ports),
  ];
  expect(some).toEqual(none);
  const left = (await everythingIn(tables.needs)).toSorted((a, b) => (String(a.sk) < String(b.sk) ? -1 : 1));
  expect(left.map(({ sk }) => String(sk).replace(/^WITHDRAWN#.*/, 'a note'))).toEqual(['NEED#reg_b', 'a note']);
  expect(JSON.stringify(left)).not.toContain('reg_a');
});
