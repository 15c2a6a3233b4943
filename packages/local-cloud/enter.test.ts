import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const enter = join(import.meta.dirname, 'enter.mjs');

function run(...words: readonly string[]) {
  const { status, stderr } = spawnSync(process.execPath, [enter, ...words], { encoding: 'utf8' });
  return { status, stderr };
}

/** What somebody at the keyboard gets to see when a command cannot be carried out: one sentence, and exit code 1. */
describe('the way in', () => {
  it.each([
    ['an unknown command', ['moon'], /There is no command moon; there are start,/],
    ['an unknown option', ['start', '--prot', '1'], /Unknown option '--prot'[\s\S]*--data DIR/],
    [
      'a token for a role that there is not',
      ['token', '--role', 'nobody'],
      /^There is no role “nobody”\. The roles are organiser, access-coordinator and editor\.$/m,
    ],
    ['a token for no role', ['token', '--role', ''], /^No role was named\. The roles are organiser,/m],
    ['a token without an instance', ['token', '--data', '/tmp/nothing-runs-here'], /Nothing runs on \/tmp\/nothing-runs-here/],
  ])('answers %s with a sentence', (_what, words, sentence) => {
    const { status, stderr } = run(...words);
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(status).toBe(1);
  });

  it('does not touch a folder that is not its own', () => {
    const folder = mkdtempSync(join(tmpdir(), 'other-'));
    writeFileSync(join(folder, 'thesis.txt'), 'ten years of work');
    const { status, stderr } = run('start', '--port', '0', '--data', folder, '--fresh');
    expect(stderr).toMatch(/holds something else/);
    expect(status).toBe(1);
  });
});
