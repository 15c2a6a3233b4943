import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOptions } from './options.ts';

describe('options', () => {
  it('have sensible defaults', () => {
    expect(readOptions([])).toEqual({ port: 3000, dataFolder: resolve('.local'), fresh: false, sample: true });
  });

  it('are read', () => {
    const words = ['--port', '0', '--data', '/tmp/elsewhere', '--fresh', '--no-sample'];
    expect(readOptions(words)).toEqual({ port: 0, dataFolder: '/tmp/elsewhere', fresh: true, sample: false });
  });

  it.each([[['--prot', '3000']], [['--port', 'x']], [['--port', '70000']], [['--port']], [['somewhere']]])(
    '%j is answered with what there is',
    (words) => {
      expect(() => readOptions(words)).toThrow(/--data DIR/);
    },
  );
});
