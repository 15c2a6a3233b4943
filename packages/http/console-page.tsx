import { Breadcrumbs, type ErrorItem, type NavigationItem, renderPage, Tabs } from '@convener/ui';
import type { ComponentChildren } from 'preact';
import type { NetworkSettings } from './settings.ts';

/** The rooms of the console, in the order of its navigation; each belongs to one service. */
const sections = [
  { key: 'home', href: '/organise', text: 'Home' },
  { key: 'events', href: '/organise/events', text: 'Events' },
  { key: 'members', href: '/organise/members', text: 'Members' },
  { key: 'mail', href: '/organise/mail', text: 'Mail' },
  { key: 'organisers', href: '/organise/organisers', text: 'Organisers' },
  { key: 'audit', href: '/organise/audit', text: 'Audit log' },
] as const;
export type ConsoleSection = (typeof sections)[number]['key'];

/** The parts of one event, in the order of its life. */
const tabs = [
  { key: 'overview', path: '', text: 'Overview' },
  { key: 'registrations', path: '/registrations', text: 'Registrations' },
  { key: 'attendance', path: '/attendance', text: 'Attendance' },
  { key: 'access', path: '/access', text: 'Access' },
  { key: 'reflections', path: '/reflections', text: 'Reflections' },
  { key: 'themes', path: '/themes', text: 'Themes' },
  { key: 'report', path: '/report', text: 'Report' },
  { key: 'mailings', path: '/mailings', text: 'Mailings' },
] as const;
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

/** The frame of every organiser's page, whichever service it belongs to: one navigation, one row of tabs for an event. */
export function consolePage({ network, title, section, event, errors = [], refreshSeconds, main }: ConsolePage): string {
  return renderPage({
    title: event ? titleWithin(event.title, title) : title,
    network,
    audience: 'organiser',
    navigation: sections.map(({ key, href, text }): NavigationItem => ({ href, text, current: key === section })),
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
  return tabs.map(({ key, path, text }) => ({ href: `/organise/events/${id}${path}`, text, current: key === tab }));
}
