import { createContext } from 'preact';

/** Every sentence that the components themselves say. Another language is one more file of this shape. */
export interface UiWords {
  readonly skipToMain: string;
  readonly errorInTitle: string;
  readonly errorPrefix: string;
  readonly problemHeading: string;
  readonly back: string;
  readonly mainMenu: string;
  readonly accountMenu: string;
  readonly organisers: string;
  readonly accessibilityStatement: string;
  readonly privacy: string;
  readonly footerMenu: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly previousPage: string;
  readonly nextPage: string;
  readonly pages: string;
  readonly breadcrumbs: string;
  readonly warning: string;
  readonly done: string;
  readonly current: string;
  readonly toDo: string;
  readonly copy: string;
  readonly copied: string;
  readonly figures: string;
  readonly leaveQuickly: string;
  readonly stepOf: (step: number, of: number) => string;
}

export const englishWords: UiWords = {
  skipToMain: 'Skip to main content',
  errorInTitle: 'Error: ',
  errorPrefix: 'Error: ',
  problemHeading: 'There is a problem',
  back: 'Back',
  mainMenu: 'Main',
  accountMenu: 'Your account',
  organisers: 'Organisers',
  accessibilityStatement: 'Accessibility',
  privacy: 'Privacy',
  footerMenu: 'About this site',
  day: 'Day',
  month: 'Month',
  year: 'Year',
  previousPage: 'Previous page',
  nextPage: 'Next page',
  pages: 'Pages',
  breadcrumbs: 'You are here',
  warning: 'Warning',
  done: 'Done',
  current: 'Doing now',
  toDo: 'To do',
  copy: 'Copy',
  copied: 'Copied',
  figures: 'Show the figures as a table',
  leaveQuickly: 'Leave this page quickly',
  stepOf: (step, of) => `Step ${step} of ${of}`,
};

/** `renderPage` provides the page's own words. */
export const WordsContext = createContext(englishWords);
