/**
 * `npm run docs`: writes what can be read from the schemas and manifests that run, so that it is never written twice. A test fails when
 * a generated file is older than its sources.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { callTable } from './generators/calls.ts';
import { diagram } from './generators/diagram.ts';
import { eventsPage } from './generators/events-page.ts';
import { lifetimes } from './generators/lifetimes.ts';
import { openApi } from './generators/open-api.ts';
import { withSection } from './generators/sections.ts';

const repository = join(import.meta.dirname, '..');

/** The generated files, by path from the root. */
export async function generated(): Promise<Readonly<Record<string, string>>> {
  return {
    'docs/architecture.md': withSection(withSection(await page('architecture'), 'diagram', diagram()), 'calls', callTable()),
    'docs/events.md': eventsPage(),
    'docs/privacy.md': withSection(await page('privacy'), 'lifetimes', lifetimes()),
    'services/organisers/openapi.json': `${JSON.stringify(await openApi(), null, 1)}\n`,
  };
}

/** A page that is written by hand but for its generated sections. */
function page(name: string): Promise<string> {
  return readFile(join(repository, 'docs', `${name}.md`), 'utf8');
}

if (process.argv[1] === import.meta.filename) {
  for (const [path, text] of Object.entries(await generated())) await writeFile(join(repository, path), text);
}
