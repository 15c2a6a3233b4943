import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';

/**
 * Lets esbuild leave out of each AWS client what no command of ours uses. As published, a client's schemas hold on to every error class
 * and half of all shapes, by a registration each and by keys in brackets: 70 of the 80 KB that one GetParameter costs.
 *
 * An error whose class is left out still arrives with its name, as the service's base exception. Only `instanceof` needs the class, and
 * whoever writes that names it; so classes that a source of ours names are kept.
 */
export function leanClients(sourceFolders: readonly string[]): Plugin {
  return {
    name: 'lean-clients',
    setup(build) {
      const named = wordsIn(sourceFolders);
      build.onLoad({ filter: /@aws-sdk[\\/]client-[^\\/]+[\\/]dist-es[\\/]schemas[\\/]schemas_\d+\.js$/ }, async ({ path }) => ({
        contents: plainKeys(droppable(await readFile(path, 'utf8'), named)),
        loader: 'js',
      }));
      // Of its own package.json a client wants the version alone, for the user agent.
      build.onLoad({ filter: /@aws-sdk[\\/]client-[^\\/]+[\\/]package\.json$/ }, async ({ path }) => ({
        contents: JSON.stringify({ version: JSON.parse(await readFile(path, 'utf8')).version }),
        loader: 'json',
      }));
    },
  };
}

/** A registration marked as pure is left out with its class, since nobody uses what it returns. */
function droppable(schemas: string, named: ReadonlySet<string>): string {
  return schemas.replaceAll(/^\w+\.registerError\(\w+\$, (\w+)\);$/gm, (call, error: string) =>
    named.has(error) || error.endsWith('ServiceException') ? call : `/* @__PURE__ */ ${call}`,
  );
}

/** `{ [_e]: _c }` becomes `{ "error": _c }`, which esbuild knows to have no side effect. */
function plainKeys(schemas: string): string {
  const texts = new Map([...schemas.matchAll(/^const (_\w+) = ("[^"]*");$/gm)].map(([, name = '', text = '']) => [name, text]));
  return schemas.replaceAll(/\[(_\w+)\]:/g, (key, name: string) => (texts.has(name) ? `${texts.get(name)}:` : key));
}

function wordsIn(folders: readonly string[]): ReadonlySet<string> {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !/node_modules|\.test\.tsx?$/.test(file))
      .map((file) => join(folder, file)),
  );
  return new Set(files.flatMap((file) => readFileSync(file, 'utf8').match(/\b[A-Z]\w+\b/g) ?? []));
}
