import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { howLambdasAreBuilt } from '../../infra/bundling/bundle-lambdas.ts';
import { leanManifests, withoutProse } from '../../infra/bundling/lean-manifests.ts';
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
