// Made by build.ts: change its sources and run it again.
export const hashes = { css: '6c5503a507', js: '65062316a0' };
