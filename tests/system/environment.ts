import type { Environment } from 'vitest/runtime';
import { stopWhatRuns } from './what-runs.ts';

/** The surroundings of every test that needs the whole system: what the first of them started is stopped after the last. */
export default {
  name: 'system',
  viteEnvironment: 'ssr',
  setup: () => ({ teardown: stopWhatRuns }),
} satisfies Environment;
