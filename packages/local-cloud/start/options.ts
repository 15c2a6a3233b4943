import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { StartProblem } from './problem.ts';

export interface CommandOptions {
  readonly port: number;
  readonly dataFolder: string;
  readonly fresh: boolean;
  readonly sample: boolean;
}

export const usage = `npm start -- [options]
  --port N       where people find the site; 3000 unless you say otherwise, 0 for any free port
  --data DIR     where everything is kept; .local unless you say otherwise
  --fresh        begin again: throw away what is kept there
  --no-sample    do not load the sample event into an empty data folder`;

/** @throws StartProblem for an option that does not exist or a port that is none. */
export function readOptions(words: readonly string[]): CommandOptions {
  const { values } = parse(words);
  const port = Number(values.port ?? 3000);
  if (!/^\d+$/.test(values.port ?? '3000') || port > 65_535)
    throw new StartProblem(`${values.port} is not a port: 0 to 65535.\n\n${usage}`);
  return { port, dataFolder: resolve(values.data ?? '.local'), fresh: values.fresh ?? false, sample: !(values['no-sample'] ?? false) };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: { port: { type: 'string' }, data: { type: 'string' }, fresh: { type: 'boolean' }, 'no-sample': { type: 'boolean' } },
    });
  } catch (cause) {
    throw new StartProblem(`${cause instanceof Error ? cause.message : cause}\n\n${usage}`, { cause });
  }
}
