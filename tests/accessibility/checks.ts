import { axeViolations, colourViolations, htmlProblems } from '@convener/ui/testing';
import type { Page } from 'playwright-core';
import { keyboardProblems } from './keyboard.ts';

/** One thing that is asked of every page in every state; each complaint is one sentence. */
export interface Check {
  readonly name: string;
  readonly complaints: (page: Page, html: string) => Promise<readonly string[]>;
}

const wide = { width: 1280, height: 900 };
/** 1280 pixels at 400 %. */
const narrow = { width: 320, height: 800 };

export const checks: readonly Check[] = [
  { name: 'its HTML is valid', complaints: (_page, html) => htmlProblems(html) },
  { name: 'axe finds nothing, by any rule', complaints: (page) => axeViolations(page) },
  { name: 'nor in the dark', complaints: (page) => withMedia(page, { colorScheme: 'dark' }, () => colourViolations(page)) },
  {
    name: 'in forced colours everything can be seen',
    complaints: (page) =>
      withMedia(page, { forcedColors: 'active' }, async () => [...(await colourViolations(page)), ...(await controlsWithoutEdge(page))]),
  },
  { name: 'at 400 % nothing has to be scrolled sideways', complaints: atFourHundredPercent },
  { name: 'whoever is asked for something finds the privacy notice and the accessibility statement', complaints: statementsNotLinked },
  { name: 'the keyboard reaches everything, in order, seen, and gets out again', complaints: keyboardProblems },
];

async function withMedia<T>(page: Page, media: Parameters<Page['emulateMedia']>[0], look: () => Promise<T>): Promise<T> {
  await page.emulateMedia(media);
  try {
    return await look();
  } finally {
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  }
}

/** Forced colours take every background away: a control without border is then just empty space. */
function controlsWithoutEdge(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, input:not([type=hidden], [type=file]), select, textarea')]
      .filter((control) => control.checkVisibility())
      .filter((control) => {
        const { appearance, borderTopStyle, borderBottomStyle, outlineStyle } = getComputedStyle(control);
        const drawnByLabel = control instanceof HTMLInputElement && control.labels?.length && getComputedStyle(control).opacity === '0';
        return (
          appearance === 'none' && [borderTopStyle, borderBottomStyle, outlineStyle].every((style) => style === 'none') && !drawnByLabel
        );
      })
      .map((control) => `no edge in forced colours: ${control.outerHTML.slice(0, 200)}`),
  );
}

async function atFourHundredPercent(page: Page): Promise<string[]> {
  await page.setViewportSize(narrow);
  try {
    return await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth <= clientWidth) return [];
      const tooWide = [...document.querySelectorAll('main *, header *, footer *')].filter(
        (each) => each.getBoundingClientRect().right > clientWidth + 1,
      );
      return [
        `${scrollWidth} pixels wide at 320: ${tooWide
          .slice(0, 3)
          .map((each) => each.outerHTML.slice(0, 120))
          .join(' … ')}`,
      ];
    });
  } finally {
    await page.setViewportSize(wide);
  }
}

/** Of every page with a form, the organisers' own too. */
function statementsNotLinked(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    document.forms.length === 0
      ? []
      : ['/privacy', '/accessibility-statement']
          .filter((address) => !document.querySelector(`a[href="${address}"]`))
          .map((address) => `no link to ${address}`),
  );
}
