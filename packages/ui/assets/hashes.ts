// Made by build.ts: change its sources and run it again.
export const hashes = { css: 'e5779eab75', js: '65062316a0' };
