import { launchBrowser } from '@convener/ui/testing';
import type { Browser } from 'playwright-core';
import { stopAtTheEnd } from './what-runs.ts';

let launched: Promise<Browser> | undefined;

/** One browser for all the tests of a run; each takes contexts of its own. */
export function sharedBrowser(): Promise<Browser> {
  launched ??= launchBrowser().then((browser) => {
    stopAtTheEnd(() => browser.close());
    return browser;
  });
  return launched;
}
