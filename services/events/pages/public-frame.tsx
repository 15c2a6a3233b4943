import type { NetworkSettings } from '@convener/http';
import { type NavigationItem, type PageProps, renderPage } from '@convener/ui';
import { words } from '../words.en.ts';

/** The public pages of this service, with the site's own navigation. */
export function publicPage(
  page: Omit<PageProps, 'audience' | 'network' | 'navigation'> & { readonly network: NetworkSettings; readonly at?: string },
): string {
  const { at, ...rest } = page;
  return renderPage({ ...rest, audience: 'public', navigation: navigation(at) });
}

function navigation(at: string | undefined): readonly NavigationItem[] {
  return [
    { href: '/events', text: words.navigation.events, current: at === '/events' },
    { href: '/join', text: 'Join the network', current: at === '/join' },
  ];
}
