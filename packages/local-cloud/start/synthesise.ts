import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { withLock } from './lock.ts';
import { StartProblem } from './problem.ts';
import { sourceHash } from './source-hash.ts';

export const repository = resolve(import.meta.dirname, '../../..');
const hashFile = '.sources';

/**
 * Gives the folder of the synthesised stack, made anew only where a source has changed since. It runs the CDK app itself rather
 * than the CDK's command, which takes seconds longer to say the same; processes that ask at once wait for the first.
 * @throws StartProblem with what the app printed.
 */
export async function synthesise(log: (line: string) => void, outputFolder = join(repository, 'cdk.out')): Promise<string> {
  mkdirSync(outputFolder, { recursive: true });
  await withLock(join(outputFolder, '.synthesising'), async () => {
    const wanted = sourceHash(repository);
    if (keptHash(outputFolder) === wanted) return;
    log('Building the stack from source …');
    writeFileSync(join(outputFolder, hashFile), '');
    await runApp(outputFolder);
    removeOldAssets(outputFolder);
    writeFileSync(join(outputFolder, hashFile), wanted);
  });
  return outputFolder;
}

/** An instance that still runs may read the bundles of a stack before this one, but not for days. */
const keepAssetsMilliseconds = 24 * 60 * 60 * 1000;

function removeOldAssets(folder: string): void {
  const names = readdirSync(folder);
  const manifests = names.filter((name) => name.endsWith('.assets.json')).map((name) => readFileSync(join(folder, name), 'utf8'));
  for (const name of names.filter((one) => one.startsWith('asset.'))) {
    const old = Date.now() - statSync(join(folder, name)).mtimeMs > keepAssetsMilliseconds;
    if (old && !manifests.some((manifest) => manifest.includes(name))) rmSync(join(folder, name), { recursive: true });
  }
}

function keptHash(folder: string): string | undefined {
  const complete = existsSync(join(folder, 'manifest.json')) && existsSync(join(folder, hashFile));
  return complete ? readFileSync(join(folder, hashFile), 'utf8') : undefined;
}

function runApp(outputFolder: string): Promise<void> {
  const { app, context } = readCdkJson();
  const [program, ...words] = app.split(' ');
  const child = spawn(program === 'node' ? process.execPath : (program ?? ''), words, {
    cwd: repository,
    // What the CDK's command would tell its app.
    env: { ...process.env, CDK_OUTDIR: outputFolder, CDK_CONTEXT_JSON: JSON.stringify(context) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed: Buffer[] = [];
  child.stdout.on('data', (chunk) => printed.push(chunk));
  child.stderr.on('data', (chunk) => printed.push(chunk));
  return new Promise((done, fail) => {
    child.once('error', (cause) => fail(new StartProblem(`The stack could not be built: ${cause.message}`, { cause })));
    child.once('close', (code) => {
      if (code === 0) done();
      else fail(new StartProblem(`The stack could not be built:\n${Buffer.concat(printed).toString().trim()}`));
    });
  });
}

function readCdkJson(): { readonly app: string; readonly context: unknown } {
  const settings: unknown = JSON.parse(readFileSync(join(repository, 'cdk.json'), 'utf8'));
  if (typeof settings !== 'object' || settings === null || !('app' in settings) || typeof settings.app !== 'string') {
    throw new StartProblem('cdk.json names no app.');
  }
  return { app: settings.app, context: 'context' in settings ? settings.context : {} };
}
