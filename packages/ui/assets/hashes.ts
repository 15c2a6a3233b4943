// Made by build.ts: change its sources and run it again.
export const hashes = { css: '442c5ad0a2', js: '1e8b0584bd' };
