import type { Theme } from './theme.ts';

/** What makes a network unmistakably itself: all of it comes from settings. */
export interface Network {
  readonly name: string;
  /** Where the name in the header leads; '/' unless said. */
  readonly home?: string;
  /** An image of the network's own, by a path of this site or a data: address. Decorative: the name stands beside it. */
  readonly logo?: { readonly src: string; readonly width: number; readonly height: number };
  /** From `theme(…)`, which refuses colours that people could not read. */
  readonly theme?: Theme;
  /** One line under the footer's links, such as who runs the network. */
  readonly about?: string;
}
