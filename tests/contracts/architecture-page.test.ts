import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { services } from '@convener/infra/services';
import { expect, test } from 'vitest';

const page = readFileSync(join(import.meta.dirname, '../../docs/architecture.md'), 'utf8');
/** Said once for all services. */
const everywhere: readonly string[] = ['react', 'publish'];

interface Cut {
  readonly name: string;
  readonly lambdas: Readonly<Record<string, object>>;
}

/** Functions that the page does not name under their service, and names that stand for none. */
function drifted(text: string, cuts: readonly Cut[]): readonly string[] {
  return cuts.flatMap(({ name, lambdas }) => {
    const entry = new RegExp(`^- \\*\\*${name}\\*\\*: ([\\s\\S]*?)(?=^- \\*\\*|^$)`, 'm').exec(text)?.[1] ?? '';
    const named = new Set([...entry.matchAll(/`([a-z-]+)`/g)].map(([, each = '']) => each));
    const there = Object.keys(lambdas).filter((each) => !everywhere.includes(each));
    const missing = there.filter((each) => !named.has(each));
    const gone = [...named].filter((each) => !there.includes(each));
    return [...missing.map((each) => `${name}: ${each} is not told`), ...gone.map((each) => `${name}: ${each} is not there`)];
  });
}

test('docs/architecture.md tells of every function, and of none that is not there', () => {
  expect(drifted(page, services)).toEqual([]);
});

test('a function that was added or taken away is noticed', () => {
  const text = '- **events**: `public` reads; `organise` edits.\n\n';
  expect(drifted(text, [{ name: 'events', lambdas: { public: {}, arrange: {}, react: {} } }])).toEqual([
    'events: arrange is not told',
    'events: organise is not there',
  ]);
});
