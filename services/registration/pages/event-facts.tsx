import { SummaryList } from '@convener/ui';
import { whenForAll } from '@convener/writing/dates';
import type { EventOutline } from '../domain/event.ts';
import { words } from '../words.en.ts';

/** When, how and where. */
export function EventFacts({ outline }: { readonly outline: EventOutline }) {
  return (
    <SummaryList
      rows={[
        { key: words.facts.when, value: whenForAll(outline) },
        { key: words.facts.how, value: words.modes[outline.mode] },
        ...(outline.place ? [{ key: words.facts.where, value: outline.place }] : []),
      ]}
    />
  );
}
