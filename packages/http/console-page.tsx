import { Breadcrumbs, type ErrorItem, type NavigationItem, renderPage, Tabs } from '@convener/ui';
import type { ComponentChildren } from 'preact';
import { sections, tabs } from './console-places.ts';
import type { NetworkSettings } from './settings.ts';
import { mayOpen } from './viewer.ts';

export type ConsoleSection = (typeof sections)[number]['key'];
export type EventTab = (typeof tabs)[number]['key'];

export interface ConsolePage {
  readonly network: NetworkSettings;
  readonly title: string;
  /** None on a page that says what went wrong. */
  readonly section: ConsoleSection | undefined;
  /** Where the page is about one event: its part, and the event's id and title. */
  readonly event?: { readonly id: string; readonly title: string; readonly tab: EventTab } | undefined;
  readonly errors?: readonly ErrorItem[];
  /** Loads the page again by itself; only where somebody asked for it. */
  readonly refreshSeconds?: number | undefined;
  readonly main: ComponentChildren;
}

/**
 * The frame of every organiser's page, whichever service it belongs to: one navigation, one row of tabs for an event; of both, what the role
 * of whoever looks may open.
 */
export function consolePage({ network, title, section, event, errors = [], refreshSeconds, main }: ConsolePage): string {
  return renderPage({
    title: event ? titleWithin(event.title, title) : title,
    network,
    audience: 'organiser',
    navigation: sections
      .filter(({ roles }) => mayOpen(roles))
      .map(({ key, href, text }): NavigationItem => ({ href, text, current: key === section })),
    account: [{ href: '/organise/sign-out', text: 'Sign out' }],
    errors,
    refreshSeconds,
    before: event && (
      <>
        <Breadcrumbs items={trail(event, title)} />
        <Tabs label="Parts of this event" items={eventTabs(event)} />
      </>
    ),
    main,
  });
}

/** Every event has a page "Speakers": the title says whose it is, in the browser's tabs and its history. */
function titleWithin(eventTitle: string, title: string): string {
  // The public page of the event bears its bare name.
  if (title === eventTitle) return `Overview: ${eventTitle}`;
  return title.includes(eventTitle) ? title : `${title}: ${eventTitle}`;
}

/** The way back up; the last one is this page. */
function trail({ id, title: eventTitle }: NonNullable<ConsolePage['event']>, title: string) {
  const events = { href: '/organise/events', text: 'Events' };
  if (title === eventTitle) return [events, { text: eventTitle }];
  return [events, { href: `/organise/events/${id}`, text: eventTitle }, { text: title.replace(`: ${eventTitle}`, '') }];
}

function eventTabs({ id, tab }: NonNullable<ConsolePage['event']>): readonly NavigationItem[] {
  return tabs
    .filter(({ roles }) => mayOpen(roles))
    .map(({ key, path, text }) => ({ href: `/organise/events/${id}${path}`, text, current: key === tab }));
}
