import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { ServiceDefinition } from '@convener/contracts/manifest';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { builtinModulesByCall } from './builtin-modules.ts';
import { leanClients } from './lean-clients.ts';
import { leanManifests } from './lean-manifests.ts';
import { leaveOut } from './stand-ins.ts';

/** Where the bundle of each lambda lies: a folder with `index.mjs` alone, ready to be an asset. */
export interface Bundles {
  folderOf(service: string, lambda: string): string;
}

const repository = resolve(import.meta.dirname, '../..');

/** Apart from where from and where to; the tests of the plugins build in the same way. */
export const howLambdasAreBuilt = {
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  mainFields: ['module', 'main'],
  outExtension: { '.js': '.mjs' },
  jsx: 'automatic',
  jsxImportSource: 'preact',
  loader: { '.css': 'text' },
  legalComments: 'none',
  alias: {
    '@aws-sdk/credential-provider-node': join(import.meta.dirname, 'lambda-credentials.ts'),
    '@smithy/core/event-streams': join(import.meta.dirname, 'no-event-streams.ts'),
  },
  logLevel: 'error',
  write: false,
} satisfies BuildOptions;

/**
 * Builds every lambda of every service in one esbuild call, AWS SDK included: what is deployed is exactly what ran in the tests.
 * Writes `metafile.json` beside the bundles for whoever counts bytes. Throws esbuild's BuildFailure with file and line.
 */
export async function bundleLambdas(services: readonly ServiceDefinition[], outputFolder: string): Promise<Bundles> {
  const output = resolve(outputFolder);
  const entryPoints = services.flatMap((service) =>
    Object.keys(service.lambdas).map((lambda) => ({
      in: join(repository, 'services', service.name, 'lambda', `${lambda}.ts`),
      out: join(folderName(service.name, lambda), 'index'),
    })),
  );
  const result = await build({
    ...howLambdasAreBuilt,
    entryPoints,
    outdir: output,
    absWorkingDir: repository,
    plugins: [builtinModulesByCall, leaveOut, leanManifests, leanClients([join(repository, 'packages'), join(repository, 'services')])],
    metafile: true,
  });
  await Promise.all(result.outputFiles.map((file) => writeWhereChanged(file.path, file.contents)));
  await writeMetafile(join(output, 'metafile.json'), result.metafile);
  return { folderOf: (service, lambda) => join(output, folderName(service, lambda)) };
}

function folderName(service: string, lambda: string): string {
  return `${service}-${lambda}`;
}

/** An unchanged file keeps its date, so that watchers and asset hashing see nothing new. */
async function writeWhereChanged(path: string, contents: Uint8Array): Promise<void> {
  const before = await readFile(path).catch(() => undefined);
  if (before?.equals(contents)) return;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, contents);
}

async function writeMetafile(path: string, metafile: Metafile): Promise<void> {
  await writeWhereChanged(path, Buffer.from(JSON.stringify(metafile)));
}
