import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { type Measurement, ms } from './measurement.ts';

const repository = join(import.meta.dirname, '../..');

/** P10: `npm start` from the command to its last line, the second time, beside npm starting a script that does nothing. */
export async function startTime(folder: string): Promise<readonly Measurement[]> {
  const words = ['start', '--', '--port', '0', '--no-sample', '--data', join(folder, 'start')];
  await untilReady(words);
  const took = await untilReady(words);
  const npm = await untilReady(['--version']);
  return [{ what: 'npm start, to ready', figure: ms(took), baseline: `npm alone ${ms(npm)}`, target: '≤ 10 s', held: took <= 10_000 }];
}

function untilReady(words: readonly string[]): Promise<number> {
  const began = performance.now();
  const child = spawn('npm', words, { cwd: repository, stdio: ['ignore', 'pipe', 'ignore'] });
  return new Promise((resolve, reject) => {
    let took: number | undefined;
    child.stdout.on('data', (chunk) => {
      if (took !== undefined || !(words[0] === '--version' || /^ready /m.test(String(chunk)))) return;
      took = performance.now() - began;
      child.kill('SIGTERM');
    });
    child.on('error', reject);
    child.on('close', () => (took === undefined ? reject(new Error('npm start ended before it was ready.')) : resolve(took)));
  });
}
