// Node strips types from .ts by itself, but does not know JSX: this teaches it, for the pages of packages/ui and our own.
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

let esbuild;

registerHooks({
  load(url, context, nextLoad) {
    const path = url.split('?', 1)[0];
    if (path.endsWith('.css')) return { format: 'module', shortCircuit: true, source: `export default ${JSON.stringify(read(path))};` };
    if (!path.endsWith('.tsx')) return nextLoad(url, context);
    esbuild ??= process.getBuiltinModule('node:module').createRequire(import.meta.url)('esbuild');
    const { code } = esbuild.transformSync(read(path), {
      loader: 'tsx',
      format: 'esm',
      target: 'node24',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      sourcemap: 'inline',
      sourcefile: fileURLToPath(path),
    });
    return { format: 'module', shortCircuit: true, source: code };
  },
});

function read(url) {
  return readFileSync(fileURLToPath(url), 'utf8');
}
