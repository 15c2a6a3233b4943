import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { builtinModulesByCall } from '../../infra/bundling/builtin-modules.ts';

async function bundle(source: string, plugins = [builtinModulesByCall]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'convener-bundle-'));
  writeFileSync(join(folder, 'entry.mts'), source);
  const result = await build({
    entryPoints: [join(folder, 'entry.mts')],
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    plugins,
  });
  return result.outputFiles[0]?.text ?? '';
}

const source = `
  import { createHash } from 'node:crypto';
  import path, { join } from 'path';
  import * as os from 'node:os';
  export const answer = [typeof createHash, path.join === join, typeof os.cpus].join(' ');
`;

it('builtin modules arrive by call, whole and under every kind of import', async () => {
  const code = await bundle(source);
  expect(code).not.toMatch(/^import /m);
  expect(code).toContain('process.getBuiltinModule("node:crypto")');
  const file = join(mkdtempSync(join(tmpdir(), 'convener-bundle-')), 'index.mjs');
  writeFileSync(file, code);
  const built: unknown = await import(/* @vite-ignore */ file);
  expect(built).toMatchObject({ answer: 'function true function' });
});

it('without the plugin they are imports', async () => {
  expect(await bundle(source, [])).toMatch(/^import /m);
});
