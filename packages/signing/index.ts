export * from './links.ts';
export * from './parameters.ts';
export * from './sessions.ts';
