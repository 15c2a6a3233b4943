import { printMap } from './print-map.ts';
import { StackProblem } from './stack/template.ts';
import { readOptions } from './start/options.ts';
import { StartProblem } from './start/problem.ts';
import { startLocalCloud } from './start/start-local-cloud.ts';

const log = (line: string) => process.stderr.write(`${line}\n`);

try {
  const options = readOptions(process.argv.slice(2));
  const cloud = await startLocalCloud({ ...options, log });
  stopWhenTold(cloud.stop);
  process.stdout.write(`${printMap(cloud)}\nready ${cloud.baseUrl}\n`);
} catch (error) {
  log(sentenceOf(error));
  // Parts that hang on to a socket must not keep a failed start alive.
  process.exit(1);
}

/** By a signal, or because whoever started this process is gone. */
function stopWhenTold(stop: () => Promise<void>): void {
  let stopping = false;
  const once = () => {
    if (stopping) return;
    stopping = true;
    stop().then(
      () => process.exit(0),
      (error) => {
        log(sentenceOf(error));
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, once);
  process.on('disconnect', once);
  process.channel?.unref();
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const expected = error instanceof StartProblem || error instanceof StackProblem;
  return expected ? error.message : (error.stack ?? error.message);
}
