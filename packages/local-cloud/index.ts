export type { FaultKind, FaultRule, Faults } from './gateway/faults.ts';
export type { Clock, Functions, Happening, InvocationResult, Journal, Part } from './part.ts';
export type { Stack } from './stack/model.ts';
export { readStack } from './stack/read-stack.ts';
export type { LocalClock } from './start/clock.ts';
export type { LocalCloud } from './start/local-cloud.ts';
export { type LocalCloudOptions, startLocalCloud } from './start/start-local-cloud.ts';
export { synthesise } from './start/synthesise.ts';
