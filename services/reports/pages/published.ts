import type { NetworkSettings } from '@convener/http';

/** What every published file is made with. */
export interface Site {
  readonly network: NetworkSettings;
  readonly baseUrl: string;
}

export const kinds = { html: 'text/html; charset=utf-8', text: 'text/plain; charset=utf-8', css: 'text/css; charset=utf-8' } as const;

/** For files whose name holds their content. */
export const forGood = 'public, max-age=31536000, immutable';
/** A correction is everywhere after a minute; a copy may be shown for a week while the bucket does not answer. */
export const current = 'public, max-age=0, s-maxage=60, stale-if-error=604800';
