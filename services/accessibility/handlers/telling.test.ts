import { htmlProblems } from '@convener/ui/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { told } from '../testing/arranged.ts';
import { base, type Coordinator, clock, coordinator, telling, thing } from '../testing/coordinator.ts';
import { daysAfterTheEnd } from '../testing/one-event.ts';

let at: Coordinator;
beforeEach(async () => {
  at = await coordinator();
});

describe('telling, and hearing back', () => {
  test('“we cannot” takes a reason, an alternative and somebody to talk to', async () => {
    const { status, body } = await at.visit('POST', at.person, { json: { action: 'tell', which: 'cannot' } });
    expect(status).toBe(422);
    expect(
      JSON.parse(body)
        .errors.map(({ field }: { field: string }) => field)
        .sort(),
    ).toEqual(['alternative', 'contact', 'reason']);
  });

  test('the page says when the coordinator told them beside when they told us, and names what serves them once', async () => {
    await at.visit('POST', `${base}/adjustments/new`, { fields: thing });
    await at.visit('POST', at.person, { fields: telling });
    const { body } = await at.visit('GET', at.person);
    expect([body.split('<dt>Told us</dt>').length, body.split('<dt>Told them</dt>').length]).toEqual([2, 2]);
    expect(body.match(/>What serves them</g)).toHaveLength(1);
  });

  test('that interpreters take turns is said where there may be one', async () => {
    await at.visit('POST', `${base}/adjustments/new`, { fields: thing });
    expect((await at.visit('GET', `${base}/adjustments/${thing.adjustmentId}`)).body).not.toContain('interpreters take turns');
    expect((await at.visit('GET', `${base}/adjustments/new`)).body).toContain('interpreters take turns');
  });

  test('sent twice they are told once; an old page is told so, with what was written', async () => {
    for (const _again of [1, 2]) expect((await at.visit('POST', at.person, { fields: telling })).status).toBe(303);
    expect((await at.board()).arrangements[0]?.telling?.version).toBe(1);
    const old = await at.visit('POST', at.person, { fields: { ...telling, provided: 'Something newer' } });
    expect([old.status, old.body.includes('Something newer')]).toEqual([409, true]);
  });

  test('a reply twice is one, a reply to an older answer is none, and an event that is over takes none', async () => {
    await told(at.tables, 'reg_ada');
    const reply = (works: string, answerVersion: string) => at.asAda({ action: 'reply', works, replyWords: 'Marker', answerVersion });
    for (const _again of [1, 2]) expect((await reply('no', '1')).status).toBe(303);
    expect((await at.board()).arrangements[0]).toMatchObject({ reply: { kind: 'does-not-work', ownWords: 'Marker' }, version: 2 });
    expect((await at.visit('GET', at.person)).body).toContain('That does not work for them:');
    await at.asAda({ action: 'reply', works: 'no', replyWords: '', answerVersion: '1' });
    expect((await at.visit('GET', at.person)).body).toContain('They did not say why.');
    const older = await reply('no', '7');
    expect([older.status, older.body.includes('Marker</textarea>'), older.body.includes('We have answered anew')]).toEqual([
      409,
      true,
      true,
    ]);
    expect(older.body).toContain('name="answerVersion" value="1"');
    expect(await htmlProblems(older.body)).toEqual([]);
    clock.set(daysAfterTheEnd(1).toISOString());
    const over = await reply('yes', '1');
    expect([over.status, over.body.includes('This event is over'), over.body.includes('<p>Marker</p>')]).toEqual([409, true, true]);
  });

  test('the answer as plain text, at the address that everything has', async () => {
    await told(at.tables, 'reg_ada');
    const { headers, body } = await at.asAda({ action: 'read-answer', format: 'plain-text' });
    expect([headers['content-type'], body.includes('Two interpreters.'), body.includes('<')]).toEqual([
      'text/plain; charset=utf-8',
      true,
      false,
    ]);
  });

  test('who took it back is not there any more: told alike as somebody who never was', async () => {
    const before = await at.visit('GET', `${base}/people/per_none`);
    await at.asAda({ action: 'withdraw' });
    const after = await at.visit('GET', at.person);
    expect([after.status, after.body]).toEqual([404, before.body]);
    expect((await at.visit('POST', at.person, { fields: telling })).status).toBe(404);
    expect((await at.board()).arrangements).toEqual([]);
  });
});
