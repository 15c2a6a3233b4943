import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';

const noLambda = '-';

/**
 * Leaves out of a bundle what manifests and contracts say to readers and to infra alone: a function needs the keys of its routes and the
 * types of its domain events, never the sentences beside them, nor what functions are made of. They are 15 KB of a service with
 * sixty routes.
 */
export const leanManifests: Plugin = {
  name: 'lean-manifests',
  setup(build) {
    // Each function has a copy of its service's manifest with its own routes alone; a store that asks for the names of indexes, one without any.
    build.onResolve({ filter: /^\.\.\/service\.ts$/ }, ({ importer, resolveDir, path }) => {
      const lambda = /[\\/]services[\\/][a-z]+[\\/]lambda[\\/]([a-z-]+)\.ts$/.exec(importer)?.[1];
      return { path: join(resolveDir, path), suffix: `?${lambda ?? noLambda}`, pluginData: lambda ?? noLambda };
    });
    build.onResolve({ filter: /^\.\/routes\/[a-z-]+\.ts$/ }, ({ resolveDir, path, pluginData }) =>
      typeof pluginData === 'string' ? { path: join(resolveDir, path), suffix: `?${pluginData}`, pluginData } : undefined,
    );
    const ours =
      /[\\/]services[\\/][a-z]+[\\/](service|routes[\\/][a-z-]+)\.ts$|[\\/]contracts[\\/]domain-events[\\/][a-z]+[\\/][a-z-]+\.v\d+\.ts$/;
    build.onLoad({ filter: ours }, async ({ path, pluginData }) => {
      const lean = withoutParts(withoutProse(await readFile(path, 'utf8')));
      return { contents: typeof pluginData === 'string' ? withRoutesOf(pluginData, lean) : lean, loader: 'ts', pluginData };
    });
  },
};

/** The source with those routes alone that a function answers: objects of an array, as the formatter lays them out, with what they share. */
export function withRoutesOf(lambda: string, source: string): string {
  const shared = new Map([...source.matchAll(/^const (\w+) = \{[^}]*\blambda: '([a-z-]+)'/gm)].map(([, name, of]) => [name, of]));
  return source.replaceAll(/^( {2}| {4})\{\n(?:\1 {2}.*\n)+?\1\},\n/gm, (route) => {
    const of = /^ +lambda: '([a-z-]+)',$/m.exec(route)?.[1] ?? shared.get(/^ +\.\.\.(\w+),$/m.exec(route)?.[1]);
    return of === undefined || of === lambda ? route : '';
  });
}

/** The source with its sentences empty; names, keys and everything that is counted stay. */
export function withoutProse(source: string): string {
  return source
    .replaceAll(/\b(summary|purpose|owns|says):(\s*)(?:'(?:[^'\\\n]|\\.)*'|`[^`]*`)/g, "$1:$2''")
    .replaceAll(/\baccessPatterns: \[(?:\s*'(?:[^'\\\n]|\\.)*',?)*\s*\]/g, 'accessPatterns: []');
}

/** A manifest without its functions and the lifetimes in its tables, which nobody reads as it runs. Their strings hold no brace that does not close. */
export function withoutParts(source: string): string {
  return ['\n  lambdas: {', '\n      lifetimes: {'].reduce(emptied, source);
}

function emptied(source: string, opening: string): string {
  const found = source.indexOf(opening);
  if (found < 0) return source;
  const from = found + opening.length;
  let depth = 1;
  let at = from;
  for (; depth > 0 && at < source.length; at += 1) {
    if (source[at] === '{') depth += 1;
    if (source[at] === '}') depth -= 1;
  }
  return depth === 0 ? source.slice(0, from) + source.slice(at - 1) : source;
}
