import { join, resolve } from 'node:path';
import { instanceFile } from './data-folder.ts';
import { isAlive, readInstance } from './instance.ts';
import { StartProblem } from './problem.ts';

/**
 * The instance that runs on this data folder, for commands beside it.
 * @throws StartProblem where there is none, or where it is still starting.
 */
export function runningInstance(dataFolder = '.local'): { readonly baseUrl: string; readonly gatewayUrl: string } {
  const folder = resolve(dataFolder);
  const instance = readInstance(join(folder, instanceFile));
  if (!instance || !isAlive(instance)) throw new StartProblem(`Nothing runs on ${folder}; start it with \`npm start\` in another window.`);
  const { baseUrl, gatewayUrl } = instance;
  if (baseUrl === undefined || gatewayUrl === undefined)
    throw new StartProblem('The local cloud is still starting; try again when it says ready.');
  return { baseUrl, gatewayUrl };
}
