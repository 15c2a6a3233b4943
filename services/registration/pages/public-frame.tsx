import type { NetworkSettings } from '@convener/http';
import { type NavigationItem, type PageProps, renderPage, SummaryList } from '@convener/ui';
import { whenItIs } from '../domain/dates.ts';
import type { EventOutline } from '../domain/event.ts';
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

/** When, how and where. */
export function EventFacts({ outline }: { readonly outline: EventOutline }) {
  return (
    <SummaryList
      rows={[
        { key: words.facts.when, value: whenItIs(outline.startsAt, outline.endsAt, outline.timeZone) },
        { key: words.facts.how, value: words.modes[outline.mode] },
        ...(outline.place ? [{ key: words.facts.where, value: outline.place }] : []),
      ]}
    />
  );
}
