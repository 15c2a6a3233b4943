/**
 * `npm run docs`: writes what can be read from the schemas and manifests that run, so that it is never written twice. A test fails when
 * a generated file is older than its sources.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventsPage } from './generators/events-page.ts';
import { openApi } from './generators/open-api.ts';

const repository = join(import.meta.dirname, '..');

/** The generated files, by path from the root. */
export async function generated(): Promise<Readonly<Record<string, string>>> {
  return {
    'docs/events.md': eventsPage(),
    'services/organisers/openapi.json': `${JSON.stringify(await openApi(), null, 1)}\n`,
  };
}

if (process.argv[1] === import.meta.filename) {
  for (const [path, text] of Object.entries(await generated())) await writeFile(join(repository, path), text);
}
