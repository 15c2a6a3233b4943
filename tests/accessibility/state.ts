import type { Role } from '@convener/contracts';
import type { Page } from 'playwright-core';
import type { World } from './world.ts';

/** A page in one of its states, and how somebody gets there. */
export interface State {
  /** The route of the manifest that answers with it: `GET /events/{slug}`, or the POST whose form comes back with errors. */
  readonly route: string;
  readonly name: string;
  /** Signed in with this role. */
  readonly as?: Role;
  /** With the cookie that a link in a letter was swapped for. */
  readonly cookie?: (world: World) => string;
  /** Served under the policy of kept files, which run no script: the browser says that it left ours out. */
  readonly withoutScript?: true;
  /** What the page answers with; 200 unless said. */
  readonly status?: number;
  readonly at: (world: World) => string | Promise<string>;
  /** What they do on the page of `at` to get there; it ends with the page being loaded. */
  readonly doing?: (page: Page, world: World) => Promise<unknown>;
}

/** Sends the page's form by the button that says so. */
export function press(name: string | RegExp): (page: Page) => Promise<unknown> {
  return (page) => page.getByRole('button', { name }).first().click();
}

/** Writes more into a field than it takes, and sends the form. */
export function overfill(label: string, name: string | RegExp, length = 30_000): (page: Page) => Promise<unknown> {
  return async (page) => {
    await page.getByLabel(label, { exact: true }).first().fill('x'.repeat(length));
    await page.getByRole('button', { name }).first().click();
  };
}
