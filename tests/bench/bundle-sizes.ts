import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { LocalCloud } from '../../packages/local-cloud/start/local-cloud.ts';
import { bundleBare } from './cold-starts.ts';
import type { Measurement } from './measurement.ts';

const most = { minified: 400 * 1024, gzip: 125 * 1024 };

/** P02: what each function carries, against the plain limits, beside a handler that reads one item and carries nothing of ours. */
export async function bundleSizes({ stack }: LocalCloud, folder: string): Promise<readonly Measurement[]> {
  const bare = await readFile(await bundleBare(folder));
  const baseline = `bare client-dynamodb handler ${kb(bare.length)}, ${kb(gzipSync(bare).length)}`;
  return Promise.all(
    stack.functions.map(async ({ name, codeFolder }) => {
      const bundle = await readFile(join(codeFolder, 'index.mjs'));
      const zipped = gzipSync(bundle).length;
      return {
        what: name,
        figure: `${kb(bundle.length)} min, ${kb(zipped)} gzip`,
        baseline,
        target: '≤ 400 KB min, ≤ 125 KB gzip',
        held: bundle.length <= most.minified && zipped <= most.gzip,
      };
    }),
  );
}

export function kb(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}
