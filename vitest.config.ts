import { defineConfig } from 'vitest/config';
import { InOrder } from './tests/system/in-order.ts';

/** What leads to every page and fills in every form. */
const ofEveryPage = ['tests/accessibility/**/*.test.ts', 'tests/security/bad-input.test.ts'];
/** What follows people through the system, and what tries to break it. */
const ofTheSystem = ['tests/journeys', 'tests/resilience', 'tests/security'].map((folder) => `${folder}/**/*.test.ts`);

/** All files of such a project share one running system and take turns with it; two projects run two systems, and may run at once. */
const sharing = { environment: './tests/system/environment.ts', isolate: false, maxWorkers: 1 };

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    pool: 'forks',
    // Two cores: more workers only wait for each other.
    maxWorkers: 2,
    testTimeout: 60_000,
    // Log lines of tests that passed are noise; those of a failing one are evidence.
    silent: 'passed-only',
    hookTimeout: 120_000,
    sequence: { sequencer: InOrder },
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          sequence: { groupOrder: 0 },
          // Nothing here replaces a module, so files need no process each: that halves the processor's time (79 s to 41 s for 101 files).
          isolate: false,
          include: ['packages/**/*.test.{ts,tsx}', 'services/**/*.test.{ts,tsx}', 'infra/**/*.test.ts', 'tests/**/*.test.{ts,tsx}'],
          exclude: [...ofEveryPage, ...ofTheSystem],
        },
      },
      {
        extends: true,
        test: {
          ...sharing,
          name: 'system',
          // After the parts: the whole system wants the machine to itself.
          sequence: { groupOrder: 1 },
          include: ofTheSystem,
          exclude: ofEveryPage,
        },
      },
      {
        extends: true,
        test: { ...sharing, name: 'pages', sequence: { groupOrder: 2 }, include: ofEveryPage },
      },
    ],
  },
});
