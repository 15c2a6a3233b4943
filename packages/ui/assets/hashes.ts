// Made by build.ts: change its sources and run it again.
export const hashes = { css: '5c6e4461ab', js: '65062316a0' };
