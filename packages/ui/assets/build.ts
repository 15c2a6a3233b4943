/**
 * Makes stylesheet.ts, script.ts and hashes.ts from styles/ and enhance.ts: `node packages/ui/assets/build.ts`.
 * They are kept in the repository, so that no bundler, test runner or worker needs to know how to load CSS;
 * a test fails when they are older than their sources.
 */
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The generated files, by name. */
export async function buildAssets(): Promise<Record<'stylesheet.ts' | 'script.ts' | 'hashes.ts', string>> {
  const css = await bundle('../styles/main.css');
  const js = await bundle('./enhance.ts');
  return {
    'stylesheet.ts': asModule('stylesheet', css),
    'script.ts': asModule('script', js),
    'hashes.ts': `${note}export const hashes = { css: '${hash(css)}', js: '${hash(js)}' };\n`,
  };
}

const note = '// Made by build.ts: change its sources and run it again.\n';

async function bundle(source: string): Promise<string> {
  const result = await build({
    entryPoints: [fileURLToPath(new URL(source, import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: ['es2022', 'chrome109', 'firefox115', 'safari16'],
    legalComments: 'none',
  });
  return result.outputFiles[0]?.text.trim() ?? '';
}

function asModule(name: string, text: string): string {
  return `${note}// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the text is a program.\n// biome-ignore-all format: one long line.\nexport const ${name}: string = ${JSON.stringify(text)};\n`;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, text] of Object.entries(await buildAssets())) await writeFile(new URL(name, import.meta.url), text);
}
