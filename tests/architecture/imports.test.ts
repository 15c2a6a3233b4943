import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { circles } from './circles.ts';
import { type Violation, violations } from './import-rules.ts';

const repository = join(import.meta.dirname, '../..');

function sources(folder: string): string[] {
  return readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('node_modules'))
    .map((file) => join(folder, file));
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(repository, file), 'utf8');
  const found = text.matchAll(/(?:^|\n)\s*(?:import|export)\s[^;]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)/g);
  return [...found].map((match) => match[1] ?? match[2] ?? '').map((target) => (target.startsWith('.') ? resolve(file, target) : target));
}

function resolve(file: string, target: string): string {
  return relative(repository, join(repository, dirname(file), target));
}

const files = ['services', 'packages', 'infra', 'tests'].flatMap(sources).filter((file) => !/\.test\.tsx?$/.test(file));

test('everybody imports only whom they may', () => {
  const found: Violation[] = files.flatMap((file) => violations(file, importsOf(file)));
  expect(found.map(({ file, target, mend }) => `${file} imports ${target}: ${mend}`)).toEqual([]);
});

describe('the rules catch', () => {
  test.each([
    ['services/events/domain/x.ts', '@aws-sdk/client-dynamodb'],
    ['services/events/domain/x.ts', 'services/events/store/event-store.ts'],
    ['services/events/use-cases/x.ts', '@convener/dynamodb'],
    ['services/events/handlers/x.ts', 'services/events/store/event-store.ts'],
    ['services/events/handlers/x.ts', '@aws-sdk/client-ses'],
    ['services/events/pages/x.tsx', 'services/events/use-cases/create-event.ts'],
    ['services/events/store/x.ts', '@convener/service-registration'],
    ['services/events/store/x.ts', 'services/registration/domain/x.ts'],
    ['services/events/dependencies.ts', '@convener/local-cloud'],
    ['services/events/store/x.ts', 'services/events/testing/sample-event.ts'],
    ['packages/ui/x.ts', '@convener/service-events'],
    ['infra/app.ts', 'services/events/store/event-store.ts'],
  ])('%s importing %s', (file, target) => {
    expect(violations(file, [target])).toHaveLength(1);
  });
});

test('no file leads back to itself, not even by types: put what both need where it belongs', () => {
  expect(circles(new Map(files.map((file) => [file, importsOf(file)]))).map((each) => each.join(' -> '))).toEqual([]);
});

test('a circle is caught, however long, and whether or not anything else leads to it (negative control)', () => {
  const two = new Map([
    ['a.ts', ['b.ts']],
    ['b.ts', ['a.ts']],
  ]);
  expect(circles(two)).toEqual([['a.ts', 'b.ts', 'a.ts']]);
  const behind = new Map([
    ['start.ts', ['x.ts', 'y.ts']],
    ['x.ts', ['y.ts', 'z.ts']],
    ['y.ts', []],
    ['z.ts', ['w.ts']],
    ['w.ts', ['y.ts', 'x.ts']],
  ]);
  expect(circles(behind)).toEqual([['x.ts', 'z.ts', 'w.ts', 'x.ts']]);
  const none = new Map([
    ['start.ts', ['x.ts', 'y.ts']],
    ['x.ts', ['y.ts']],
    ['y.ts', []],
  ]);
  expect(circles(none)).toEqual([]);
});

test('no room is called after nothing in particular', () => {
  expect(files.filter((file) => /\/(utils?|helpers?|common|misc|managers?)(\/|\.|-)/.test(file))).toEqual([]);
});

test('an index.ts is only ever a face of a package, named in its exports', () => {
  const faces = files.filter((file) => file.endsWith('/index.ts'));
  const hidden = faces.filter((file) => {
    const folder = file.split('/').slice(0, 2).join('/');
    const { exports }: { readonly exports: Readonly<Record<string, string>> } = JSON.parse(
      readFileSync(join(repository, folder, 'package.json'), 'utf8'),
    );
    return !Object.values(exports).includes(`./${relative(folder, file)}`);
  });
  expect(hidden).toEqual([]);
});

test('zod comes whole and small, never as { z }', () => {
  const heavy = files.filter((file) => /import \{[^}]*\bz\b[^}]*\} from 'zod/.test(readFileSync(join(repository, file), 'utf8')));
  expect(heavy).toEqual([]);
});
