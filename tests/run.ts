/** `npm test`: types, lint, then every test. Entered through `packages/local-cloud/enter.mjs`, which installs what is missing. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const only = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'convener-tests-'));
const report = join(folder, 'report.json');

/** Colours are for people who watch, not for logs. */
const plain = process.stdout.isTTY ? [] : ['--colors=off'];

const steps = [
  { name: 'types', command: ['node_modules/typescript/bin/tsc', '-p', '.'] },
  { name: 'lint', command: ['node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', ...plain, '.'] },
  {
    name: 'tests',
    command: ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...only],
  },
];

const failed: string[] = [];
for (const { name, command } of steps) {
  if (only.length > 0 && name !== 'tests') continue;
  const began = Date.now();
  // Node 24 comes first on the path, so that a child of a child finds it too.
  const env = {
    ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }),
    ...process.env,
    PATH: `${dirname(process.execPath)}:${process.env.PATH ?? ''}`,
  };
  const { status } = spawnSync(process.execPath, command, { stdio: 'inherit', env });
  console.log(`${status === 0 ? 'ok' : 'FAILED'}: ${name} (${Math.round((Date.now() - began) / 1000)} s)`);
  if (status !== 0) failed.push(name);
}
console.log(countLine());
rmSync(folder, { recursive: true, force: true });
process.exitCode = failed.length > 0 ? 1 : 0;

function countLine(): string {
  try {
    const counts: unknown = JSON.parse(readFileSync(report, 'utf8'));
    const number = (name: string) => (typeof counts === 'object' && counts !== null ? Number(Reflect.get(counts, name) ?? 0) : 0);
    return `${number('numPassedTests')} passed, ${number('numFailedTests')} failed, ${number('numPendingTests')} skipped`;
  } catch {
    return '0 passed, 1 failed';
  }
}
