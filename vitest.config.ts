import { defineConfig } from 'vitest/config';
import { InOrder } from './tests/system/in-order.ts';

/** What leads to every page, in every state. */
const ofEveryPage = ['tests/accessibility/**/*.test.ts'];
/** What fills in every form wrongly, and takes away what the system stands on. */
const ofTrouble = ['tests/resilience/**/*.test.ts', 'tests/security/bad-input.test.ts'];
/** What follows people through the system, and what tries to break in. */
const ofTheSystem = ['tests/journeys/**/*.test.ts', 'tests/security/**/*.test.ts'];

/** All files of such a project share one running system and take turns with it; each project runs one of its own, and they may run at once. */
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
          include: ['packages/**/*.test.{ts,tsx}', 'services/**/*.test.{ts,tsx}', 'infra/**/*.test.ts', 'tests/**/*.test.{ts,tsx}'],
          exclude: [...ofEveryPage, ...ofTrouble, ...ofTheSystem],
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
          exclude: ofTrouble,
        },
      },
      {
        extends: true,
        test: { ...sharing, name: 'pages', sequence: { groupOrder: 2 }, include: ofEveryPage },
      },
      {
        extends: true,
        test: { ...sharing, name: 'trouble', sequence: { groupOrder: 3 }, include: ofTrouble },
      },
    ],
  },
});
