// Made by build.ts: change its sources and run it again.
export const hashes = { css: '0f02e50eba', js: '1e8b0584bd' };
