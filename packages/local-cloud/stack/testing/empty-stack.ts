import type { Stack } from '../model.ts';

/** A stack with nothing in it, for tests to fill. */
export const emptyStack: Stack = {
  account: '000000000000',
  region: 'eu-west-2',
  functions: [],
  tables: [],
  queues: [],
  buses: [],
  rules: [],
  schedules: [],
  mappings: [],
  routes: [],
  behaviours: [],
  buckets: [],
  configurationSets: [],
  keys: [],
  roles: [],
  secrets: [],
  parameters: [],
  outputs: {},
  inert: [],
};
