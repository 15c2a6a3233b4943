import type { Page } from 'playwright-core';

/** The people of the sign-in page on this machine, by what they may do. */
export const staff = { organiser: 'Morag Sample', accessCoordinator: 'Iain Example', editor: 'Ailsa Placeholder' } as const;

/** Goes to an organisers' page, is asked who it is, and picks a name: by click, as at the first visit of a day. */
export async function signInByClick(page: Page, name: string, wanted = '/organise/events'): Promise<void> {
  await page.goto(wanted);
  await page.getByRole('button', { name }).click();
  // The way back leads over several addresses; whoever goes elsewhere before its end is not signed in yet.
  await page.waitForURL(({ pathname }) => pathname === wanted);
}
