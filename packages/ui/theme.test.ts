import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stylesheet } from './assets/stylesheet.ts';
import { accentInTheDark, contrast, grounds, houseTheme, theme, themeCss } from './theme.ts';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('theme', () => {
  it('measures contrast as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBe(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  it('takes the house’s own colours', () => expect(theme(houseTheme)).toEqual({ kind: 'theme', theme: houseTheme }));

  it('takes short and capital hex', () =>
    expect(theme({ accent: '#036', glow: 'FFCC00' })).toEqual({ kind: 'theme', theme: { accent: '#003366', glow: '#ffcc00' } }));

  it.each([
    [{ accent: 'red' }, 'must be written like #5d2e66'],
    [{ accent: '#12345;}body{display:none' }, 'must be written like #5d2e66'],
    [{ accent: '#003366', glow: 'url(x)' }, 'must be written like #f5b840'],
    [{ accent: '#ff9900' }, 'too light'],
    [{ accent: '#003366', glow: '#333333' }, 'does not stand out'],
  ])('refuses %j with a sentence', (colours, reason) => {
    const result = theme(colours);
    expect(result.kind === 'refused' && result.reason).toContain(reason);
  });

  it('never lets a colour through that cannot be read, whatever is asked for', () => {
    fc.assert(
      fc.property(colour, colour, (accent, glow) => {
        const result = theme({ accent, glow });
        if (result.kind === 'refused') return;
        expect(contrast('#ffffff', result.theme.accent), 'white on the header').toBeGreaterThanOrEqual(4.5);
        expect(contrast(result.theme.glow, result.theme.accent), 'the focus ring on the header').toBeGreaterThanOrEqual(3);
        const dark = accentInTheDark(result.theme.accent);
        expect(contrast(dark, grounds.dark), 'a link in the dark').toBeGreaterThanOrEqual(7);
        expect(themeCss(result.theme)).toMatch(/^[\w\s:#;{}()@-]*$/);
      }),
      { numRuns: 1000 },
    );
  });

  it('checks against the grounds that the stylesheet has', () => {
    for (const ground of Object.values(grounds)) expect(stylesheet).toContain(ground);
    expect(stylesheet).toMatch(new RegExp(`--band:\\s*${houseTheme.accent}`));
    expect(stylesheet).toMatch(new RegExp(`--glow:\\s*${houseTheme.glow}`));
    expect(accentInTheDark(houseTheme.accent)).toBe(/prefers-color-scheme:dark\)\{:root\{--accent:\s*(#\w+)/.exec(stylesheet)?.[1]);
  });
});
