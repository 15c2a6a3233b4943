import type { NetworkSettings } from '@convener/http';
import { type NavigationItem, type PageProps, renderPage } from '@convener/ui';
import { words } from '../words.en.ts';

/** What every page of this service is given. */
export interface PageSetting {
  readonly network: NetworkSettings;
}

/** The public pages of this service, with the site's own navigation. */
export function publicPage(page: Omit<PageProps, 'audience' | 'navigation'> & PageSetting): string {
  const navigation: readonly NavigationItem[] = [
    { href: '/events', text: words.navigation.events },
    { href: '/join', text: words.navigation.join },
  ];
  return renderPage({ ...page, audience: 'public', navigation });
}
