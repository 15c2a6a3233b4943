/**
 * A network's two colours. `accent` carries the header, links and buttons; `glow` marks the focus and warms the header.
 * Everything else (dark mode, tints, borders) follows from them, so that a network chooses two colours and cannot
 * choose an unreadable page.
 */
export interface Theme {
  readonly accent: string;
  readonly glow: string;
}

export type ThemeResult = { readonly kind: 'theme'; readonly theme: Theme } | { readonly kind: 'refused'; readonly reason: string };

/** Heather and marigold. */
export const houseTheme: Theme = { accent: '#5d2e66', glow: '#f5b840' };

/** The grounds that text stands on, as in styles/tokens.css; a test holds the two together. */
export const grounds = { light: '#faf6f0', lightCard: '#fffdfa', dark: '#1e181e', darkCard: '#2a222a' } as const;

type Channels = readonly [red: number, green: number, blue: number];

/** Checks a network's colours: hex only, and readable where they are used. The reason is a sentence for the person who set them. */
export function theme(colours: { readonly accent: string; readonly glow?: string }): ThemeResult {
  const accent = hex(colours.accent);
  const glow = hex(colours.glow ?? houseTheme.glow);
  if (accent === undefined) return refused(`The accent colour must be written like #5d2e66, not "${colours.accent.slice(0, 40)}".`);
  if (glow === undefined) return refused(`The glow colour must be written like #f5b840, not "${colours.glow?.slice(0, 40)}".`);
  const onPaper = contrast(accent, grounds.light);
  if (onPaper < 5.5) {
    return refused(
      `The accent colour ${accent} is too light: as a link on the page it has a contrast of ${onPaper.toFixed(1)} to 1, and needs 5.5 to 1 so that it can also be read on tinted boxes. Choose a darker colour.`,
    );
  }
  const onBand = contrast(glow, accent);
  if (onBand < 3) {
    return refused(
      `The glow colour ${glow} does not stand out from the accent colour ${accent}: the contrast is ${onBand.toFixed(1)} to 1, and the focus ring needs 3 to 1. Choose a lighter glow.`,
    );
  }
  return { kind: 'theme', theme: { accent, glow } };
}

function refused(reason: string): ThemeResult {
  return { kind: 'refused', reason };
}

/** '#abc' or '#aabbcc' as '#aabbcc'; anything else is undefined, so nothing but six hex digits ever reaches the stylesheet. */
function hex(colour: string): string | undefined {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour.trim())?.[1]?.toLowerCase();
  if (digits === undefined) return undefined;
  return `#${digits.length === 6 ? digits : digits.replace(/./g, '$&$&')}`;
}

/** Contrast of two hex colours as WCAG 2.2 defines it: 1 to 21. */
export function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

/** Each from 0 to 1. */
function channels(colour: string): Channels {
  const value = Number.parseInt(colour.slice(1), 16);
  return [((value >> 16) & 255) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

function luminance(colour: string): number {
  const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  const [red, green, blue] = channels(colour);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** The accent in its own hue and strength, made light enough to read as text on the dark ground, at 7 to 1. */
export function accentInTheDark(accent: string): string {
  const [hue, saturation, lightness] = hslOf(accent);
  for (let light = lightness; light < 1; light += 0.01) {
    const lighter = fromHsl(hue, saturation, light);
    if (contrast(lighter, grounds.darkCard) >= 7) return lighter;
  }
  return '#ffffff';
}

function hslOf(colour: string): readonly [hue: number, saturation: number, lightness: number] {
  const [red, green, blue] = channels(colour);
  const most = Math.max(red, green, blue);
  const range = most - Math.min(red, green, blue);
  const lightness = most - range / 2;
  if (range === 0) return [0, 0, lightness];
  const sector = most === red ? (green - blue) / range : most === green ? 2 + (blue - red) / range : 4 + (red - green) / range;
  return [(sector * 60 + 360) % 360, range / (1 - Math.abs(2 * lightness - 1)), lightness];
}

/** The formula of CSS Color 4, section 7.1. */
function fromHsl(hue: number, saturation: number, lightness: number): string {
  const amount = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number): string => {
    const turn = (offset + hue / 30) % 12;
    const part = lightness - amount * Math.max(-1, Math.min(turn - 3, 9 - turn, 1));
    return Math.round(part * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}

/** The custom properties that follow the house's own in the stylesheet. */
export function themeCss({ accent, glow }: Theme): string {
  return `:root{--band:${accent};--glow:${glow};--accent:${accent}}@media (prefers-color-scheme:dark){:root{--accent:${accentInTheDark(accent)}}}`;
}
