export * from './envelope.ts';
export * from './event-facts.ts';
export type * from './ids.ts';
export * from './joining-hours.ts';
export * from './manifest.ts';
export * from './viewer-network.ts';
