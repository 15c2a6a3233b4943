export * from './ended-sessions.ts';
export * from './links.ts';
export * from './notices.ts';
export * from './parameters.ts';
export * from './sessions.ts';
