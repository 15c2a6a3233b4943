import { describe, expect, test } from 'vitest';
import { hasEnded, noticeSeconds, noticesOf, type OrganiserSession, writeEnded } from './index.ts';

const session = (standing?: number): OrganiserSession => ({
  kind: 'organiser',
  organiserId: 'org_ada',
  roles: ['organiser'],
  ...(standing === undefined ? {} : { standing }),
});
const notice = writeEnded([
  { organiserId: 'org_ada2', standing: 9 },
  { organiserId: 'org_ada', standing: 3 },
]);

describe('a session has ended', () => {
  test.each([
    ['when it was signed in an earlier standing', 2, true],
    ['when it has no standing at all', undefined, true],
    ['not when it was signed in this standing', 3, false],
    ['nor in a later one', 4, false],
  ])('%s', (_what, standing, ended) => {
    expect(hasEnded(session(standing), notice)).toBe(ended);
  });

  test('for nobody, where nothing was said or nobody is named', () => {
    expect([undefined, writeEnded([]), 'org_ad 7'].map((said) => hasEnded(session(), said))).toEqual([false, false, false]);
  });

  test('and the notice fits a parameter whoever many are named, the newest first', () => {
    const many = Array.from({ length: 500 }, (_, at) => ({ organiserId: `org_${String(at).padStart(22, '0')}`, standing: 1 }));
    const text = writeEnded(many);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(4096);
    expect(text.startsWith(`${many[0]?.organiserId} 1\n`)).toBe(true);
    expect(text.split('\n').length).toBeGreaterThan(120);
  });
});

describe('a notice', () => {
  const start = new Date('2026-03-01T09:00:00Z');
  const after = (seconds: number) => new Date(start.getTime() + seconds * 1000);

  /** SSM as far as a notice goes, which can fail, and counts. */
  function parameters() {
    const kept = new Map<string, string>();
    const ssm = { reads: 0, fails: false };
    const read = async (name: string) => {
      ssm.reads += 1;
      if (ssm.fails) throw new Error('SSM does not answer.');
      return kept.get(name);
    };
    const notices = noticesOf('/convener/test', { read, replace: async (name, text) => void kept.set(name, text) });
    return { ssm, notices, heard: (now: Date) => notices.read('organisers', 'ended-sessions', now) };
  }

  test('is read once a minute however many ask, and heard within that minute', async () => {
    const { ssm, notices, heard } = parameters();
    for (let i = 0; i < 100; i += 1) expect(await heard(after(i / 2))).toBeUndefined();
    await notices.say('organisers', 'ended-sessions', 'org_ada 3');
    expect(await heard(after(noticeSeconds - 1))).toBeUndefined();
    expect(ssm.reads).toBe(1);
    expect(await heard(after(noticeSeconds))).toBe('org_ada 3');
    expect(ssm.reads).toBe(2);
  });

  test('counts as it was last heard while SSM does not answer, and is asked for again', async () => {
    const { ssm, notices, heard } = parameters();
    await notices.say('organisers', 'ended-sessions', 'org_ada 3');
    await heard(start);
    ssm.fails = true;
    expect(await heard(after(noticeSeconds))).toBe('org_ada 3');
    ssm.fails = false;
    await notices.say('organisers', 'ended-sessions', 'org_ada 5');
    expect(await heard(after(2 * noticeSeconds))).toBe('org_ada 5');
  });

  test('that nobody could hear yet lets nobody in', async () => {
    const { ssm, heard } = parameters();
    ssm.fails = true;
    await expect(heard(start)).rejects.toThrow();
  });

  test('is caught by these tests: a twin that reads once, as keys are read, never hears', async () => {
    const { notices, heard } = parameters();
    const once = heard(start);
    await notices.say('organisers', 'ended-sessions', 'org_ada 3');
    expect(await once).toBeUndefined();
    expect(await heard(after(noticeSeconds))).not.toBe(await once);
  });
});
