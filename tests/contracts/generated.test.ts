import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generated } from '../../docs/generate.ts';

test('generated files are as new as their sources; if not, run `npm run docs`', async () => {
  for (const [path, text] of Object.entries(await generated())) {
    expect(await readFile(join(import.meta.dirname, '../..', path), 'utf8'), path).toBe(text);
  }
});
