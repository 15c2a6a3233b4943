import { theme, themeCss } from '../theme.ts';
import { hashes } from './hashes.ts';
import { script } from './script.ts';
import { stylesheet } from './stylesheet.ts';

export { assetPath, stylesheetPath } from './paths.ts';
export { script, stylesheet };

export interface Asset {
  readonly body: string;
  readonly contentType: string;
  /** For as long as caches will have it: another content has another name. */
  readonly cacheControl: string;
}

const forGood = 'public, max-age=31536000, immutable';

/**
 * What lies at `/assets/<file>`, or undefined (answer 404). An older hash is answered with today's content but only
 * briefly cached: a page from before a deployment still looks right.
 */
export function asset(file: string): Asset | undefined {
  const match = /^main\.([0-9a-f]{8,16})(?:\.([0-9a-f]{6})-([0-9a-f]{6}))?\.(css|js)$/.exec(file);
  if (!match) return undefined;
  const [, hash, accent, glow, kind] = match;
  if (kind === 'js') return accent ? undefined : made(script, 'text/javascript', hash === hashes.js);
  if (!accent || !glow) return made(stylesheet, 'text/css', hash === hashes.css);
  const result = theme({ accent, glow });
  return result.kind === 'theme' ? made(stylesheet + themeCss(result.theme), 'text/css', hash === hashes.css) : undefined;
}

function made(body: string, type: string, current: boolean): Asset {
  return { body, contentType: `${type}; charset=utf-8`, cacheControl: current ? forGood : 'public, max-age=300' };
}
