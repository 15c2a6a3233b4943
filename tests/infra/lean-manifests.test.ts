import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type PluginBuild } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { howLambdasAreBuilt } from '../../infra/bundling/bundle-lambdas.ts';
import { leanManifests, withoutParts, withoutProse } from '../../infra/bundling/lean-manifests.ts';
import { services } from '../../infra/services.ts';

const repository = join(import.meta.dirname, '../..');

async function manifestsOf(plugins: readonly (typeof leanManifests)[]): Promise<string> {
  const contents = services.map(({ name }) => `export { ${name} } from './services/${name}/service.ts';`).join('\n');
  const stdin = { contents, resolveDir: repository };
  const { outputFiles } = await build({ ...howLambdasAreBuilt, stdin, outdir: '/nowhere', plugins: [...plugins] });
  return outputFiles[0]?.text ?? '';
}

it('leaves every route, function and domain event as it is, and no sentence', async () => {
  const lean = await manifestsOf([leanManifests]);
  for (const { routes, emits } of services) {
    for (const { handler } of routes) expect(lean).toContain(handler);
    for (const type of emits) expect(lean).toContain(type);
  }
  const summaries = services.flatMap(({ routes }) => routes.map(({ summary }) => summary));
  expect(summaries.filter((summary) => lean.includes(summary))).toEqual([]);
  // Some are written otherwise in a bundle: those with quotation marks, and those made of a template.
  const whole = await manifestsOf([]);
  expect(summaries.filter((summary) => whole.includes(summary)).length).toBeGreaterThan(summaries.length / 2);
});

it('takes sentences alone', () => {
  const source = readFileSync(join(repository, 'services/registration/routes/attendees.ts'), 'utf8');
  const said = withoutProse(source);
  expect(said.split('\n').length).toBeGreaterThan(source.split('\n').length * 0.9);
  expect(withoutProse("{ summary: 'It’s \\'so\\'', path: '/x' }")).toBe("{ summary: '', path: '/x' }");
  expect(withoutProse("{ summary: nameOf(x), handler: 'summary' }")).toBe("{ summary: nameOf(x), handler: 'summary' }");
});

/** The manifest as one function carries it. */
async function routesIn(
  service: string,
  lambda: string,
  plugins: readonly (typeof leanManifests)[],
): Promise<readonly { handler: string; lambda: string }[]> {
  const folder = join(repository, 'services', service, 'lambda');
  const manifestAlone = {
    name: 'manifest-alone',
    setup: (builder: PluginBuild) => {
      builder.onLoad({ filter: /[\\/]lambda[\\/][a-z-]+\.ts$/ }, () => ({
        contents: `import { ${service} } from '../service.ts'; export const { routes } = ${service};`,
        loader: 'ts',
      }));
    },
  };
  const { outputFiles } = await build({
    ...howLambdasAreBuilt,
    entryPoints: [join(folder, `${lambda}.ts`)],
    outdir: '/nowhere',
    plugins: [manifestAlone, ...plugins],
  });
  const { routes } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`);
  return routes;
}

describe('a function', () => {
  it('carries its own routes, all of them', async () => {
    for (const { name, lambdas, routes } of services) {
      for (const lambda of Object.keys(lambdas)) {
        const own = routes.filter((route) => route.lambda === lambda).map(({ handler }) => handler);
        const carried = (await routesIn(name, lambda, [leanManifests])).map(({ handler }) => handler);
        expect([name, lambda, own.filter((handler) => !carried.includes(handler))]).toEqual([name, lambda, []]);
      }
    }
  });

  it('of the service with the most carries few of the others', async () => {
    const all = services.find(({ name }) => name === 'registration')?.routes.length ?? 0;
    for (const lambda of ['public', 'place', 'organise', 'enter', 'prepare']) {
      expect((await routesIn('registration', lambda, [leanManifests])).length).toBeLessThan(all / 2);
    }
  });

  it('would carry all of them as the manifest is written', async () => {
    const all = await routesIn('registration', 'public', []);
    expect(all.length).toBe(services.find(({ name }) => name === 'registration')?.routes.length);
  });

  it('carries nothing of what functions are made of, and the names of indexes that stores read', () => {
    const lean = withoutParts(
      "x({\n  tables: {\n    main: {\n      indexes: { a: {} },\n      lifetimes: {\n        b: 'c {d}' } } },\n  lambdas: {\n    e: { f: {} },\n  },\n  routes: [],\n})",
    );
    expect(lean.replaceAll(/\s/g, '')).toBe('x({tables:{main:{indexes:{a:{}},lifetimes:{}}},lambdas:{},routes:[],})');
  });
});
