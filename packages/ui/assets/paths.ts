import { houseTheme, type Theme } from '../theme.ts';
import { hashes } from './hashes.ts';

/** Where an asset is served; the name holds a hash of the content, so it may be cached for good. */
export function assetPath(name: 'main.css' | 'main.js'): string {
  return name === 'main.css' ? `/assets/main.${hashes.css}.css` : `/assets/main.${hashes.js}.js`;
}

/**
 * The stylesheet in a network's colours: `/assets/main.<hash>.<accent>-<glow>.css`. The colours stand in the name
 * because a strict content policy forbids styles in the page, and so that whoever serves it needs no settings.
 */
export function stylesheetPath(colours: Theme | undefined): string {
  if (colours === undefined || (colours.accent === houseTheme.accent && colours.glow === houseTheme.glow)) return assetPath('main.css');
  return `/assets/main.${hashes.css}.${colours.accent.slice(1)}-${colours.glow.slice(1)}.css`;
}
