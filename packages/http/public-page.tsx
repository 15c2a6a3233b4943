import { type NavigationItem, type PageProps, renderPage } from '@convener/ui';
import type { NetworkSettings } from './settings.ts';

/** The rooms of the public site, in the order of its navigation; each belongs to one service. */
const sections = [
  { key: 'events', href: '/events', text: 'Events' },
  { key: 'reports', href: '/reports/', text: 'Reports' },
  { key: 'join', href: '/join', text: 'Join the network' },
] as const;
export type PublicSection = (typeof sections)[number]['key'];

/** What every page of a service is given. */
export interface PageSetting {
  readonly network: NetworkSettings;
}

export interface PublicPage extends Omit<PageProps, 'audience' | 'navigation' | 'network'>, PageSetting {
  /** Where the page is a room's own first page: marked in the navigation. */
  readonly section?: PublicSection | undefined;
}

/** The frame of every page that the public sees, whichever service it belongs to: one navigation, with the same words everywhere. */
export function publicPage({ section, ...page }: PublicPage): string {
  return renderPage({
    ...page,
    audience: 'public',
    navigation: sections.map(({ key, href, text }): NavigationItem => ({ href, text, current: key === section })),
  });
}
