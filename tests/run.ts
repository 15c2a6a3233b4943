/** `npm test`: types, lint, then every test. Entered through `packages/local-cloud/enter.mjs`, which installs what is missing. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

interface Step {
  readonly name: string;
  readonly command: readonly string[];
}

const only = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'convener-tests-'));
const reports: string[] = [];

/** Colours are for people who watch, not for logs. */
const plain = process.stdout.isTTY ? [] : ['--colors=off'];

const types: Step = { name: 'types', command: ['node_modules/typescript/bin/tsc', '-p', '.'] };
const lint: Step = { name: 'lint', command: ['node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', ...plain, '.'] };

function tests(name: string, ...words: readonly string[]): Step {
  const report = join(folder, `${name}.json`);
  reports.push(report);
  const command = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return { name, command: [...command, ...words] };
}

/** Steps of one row run at once: each of the last two has a running system of its own, and leaves half of a small machine idle. */
const rows: readonly (readonly Step[])[] =
  only.length > 0
    ? [[tests('tests', ...only)]]
    : [[types], [lint], [tests('parts', '--project=parts')], [tests('system', '--project=system'), tests('pages', '--project=pages')]];

// Node 24 comes first on the path, so that a child of a child finds it too.
const env = {
  ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }),
  ...process.env,
  PATH: `${dirname(process.execPath)}:${process.env.PATH ?? ''}`,
};

/** The first of a row is watched; what another says is kept until it has ended, so that neither cuts into the other's words. */
function run({ name, command }: Step, at: number): Promise<boolean> {
  const began = Date.now();
  const child = spawn(process.execPath, command, { stdio: at === 0 ? 'inherit' : ['inherit', 'pipe', 'pipe'], env });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => said.push(chunk));
  return new Promise((resolve) => {
    child.once('close', (status) => {
      process.stdout.write(Buffer.concat(said));
      console.log(`${status === 0 ? 'ok' : 'FAILED'}: ${name} (${Math.round((Date.now() - began) / 1000)} s)`);
      resolve(status === 0);
    });
  });
}

let passed = true;
for (const row of rows) {
  const outcomes = await Promise.all(row.map(run));
  passed = passed && outcomes.every(Boolean);
}
console.log(countLine());
rmSync(folder, { recursive: true, force: true });
process.exitCode = passed ? 0 : 1;

function countLine(): string {
  const counts = reports.map(countsOf);
  const sum = (name: string) => counts.reduce((total, each) => total + Number(each?.[name] ?? 0), 0);
  const unread = counts.filter((each) => each === undefined).length;
  return `${sum('numPassedTests')} passed, ${sum('numFailedTests') + unread} failed, ${sum('numPendingTests')} skipped`;
}

function countsOf(report: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const counts: unknown = JSON.parse(readFileSync(report, 'utf8'));
    return typeof counts === 'object' && counts !== null ? { ...counts } : undefined;
  } catch {
    return undefined;
  }
}
