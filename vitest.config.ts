import { defineConfig } from 'vitest/config';
import { InOrder } from './tests/system/in-order.ts';

/** Tests of the whole system share one that runs, and take turns with it. */
const ofTheSystem = ['tests/journeys', 'tests/accessibility', 'tests/resilience', 'tests/security'].map(
  (folder) => `${folder}/**/*.test.ts`,
);

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
          include: ['packages/**/*.test.{ts,tsx}', 'services/**/*.test.{ts,tsx}', 'infra/**/*.test.ts', 'tests/**/*.test.{ts,tsx}'],
          exclude: ofTheSystem,
        },
      },
      {
        extends: true,
        test: {
          name: 'system',
          // After the parts: the whole system wants the machine to itself.
          sequence: { groupOrder: 1 },
          include: ofTheSystem,
          environment: './tests/system/environment.ts',
          isolate: false,
          maxWorkers: 1,
        },
      },
    ],
  },
});
