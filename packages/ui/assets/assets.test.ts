import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { theme } from '../theme.ts';
import { buildAssets } from './build.ts';
import { asset, assetPath, script, stylesheet, stylesheetPath } from './serve.ts';

describe('assets', () => {
  it('are as fresh as their sources', async () => {
    for (const [name, text] of Object.entries(await buildAssets())) {
      expect(await readFile(new URL(name, import.meta.url), 'utf8'), `${name} is old: run node packages/ui/assets/build.ts`).toBe(text);
    }
  });

  it('are small: 6 KB of style and 1.5 KB of script, compressed', () => {
    expect(gzipSync(stylesheet).length).toBeLessThanOrEqual(6 * 1024);
    expect(gzipSync(script).length).toBeLessThanOrEqual(1.5 * 1024);
  });

  it.each([
    ['a page and Preact', '../page.tsx', 26_000],
    ['every component', '../index.ts', 40_000],
  ])('leave a page function small, without the stylesheet or the Markdown parser: %s', async (_, entry, most) => {
    const result = await build({
      entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
      bundle: true,
      minify: true,
      write: false,
      format: 'esm',
      platform: 'node',
      jsx: 'automatic',
      jsxImportSource: 'preact',
    });
    const text = result.outputFiles[0]?.text ?? '';
    expect(text.length).toBeLessThanOrEqual(most);
    expect(text).not.toContain('--paper');
  });

  it('are served for good under their own name, and briefly under an older one', () => {
    expect(asset(assetPath('main.css').slice('/assets/'.length))).toEqual({
      body: stylesheet,
      contentType: 'text/css; charset=utf-8',
      cacheControl: 'public, max-age=31536000, immutable',
    });
    expect(asset(assetPath('main.js').slice('/assets/'.length))?.contentType).toBe('text/javascript; charset=utf-8');
    expect(asset('main.0123456789.css')?.cacheControl).toBe('public, max-age=300');
  });

  it('carry a network’s colours in their name, and none that people could not read', () => {
    const chosen = theme({ accent: '#0b4f6c', glow: '#ffd166' });
    if (chosen.kind === 'refused') throw new Error(chosen.reason);
    const path = stylesheetPath(chosen.theme);
    expect(path).toMatch(/\.0b4f6c-ffd166\.css$/);
    expect(asset(path.slice('/assets/'.length))?.body).toContain('--band:#0b4f6c;--glow:#ffd166');
    expect(asset(path.slice('/assets/'.length).replace('0b4f6c', 'ffffff'))).toBeUndefined();
  });

  it.each(['', 'main.css', '../main.0123456789.css', 'main.0123456789.png', 'main.0123456789.0b4f6c-ffd166.js', 'main.0123456789.<b>.css'])(
    'are nothing else: %s',
    (file) => expect(asset(file)).toBeUndefined(),
  );
});
