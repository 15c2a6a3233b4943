// Made by build.ts: change its sources and run it again.
export const hashes = { css: '2f45029c4d', js: '792c671034' };
