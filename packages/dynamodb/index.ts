export * from './aggregate.ts';
export * from './commit.ts';
export * from './item.ts';
export * from './read.ts';
export * from './table.ts';
