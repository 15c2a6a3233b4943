import type { FieldError } from '@convener/forms';
import { consolePage, type NetworkSettings } from '@convener/http';
import type { ComponentChildren } from 'preact';
import type { Event } from '../domain/event.ts';
import { words } from '../words.en.ts';

export interface PartView {
  readonly network: NetworkSettings;
  readonly event: Event;
}

/** The frame of a page about one part of an event, with a way back to the whole. */
export function partPage({ network, event }: PartView, title: string, errors: readonly FieldError[], main: ComponentChildren): string {
  return consolePage({
    network,
    title,
    section: 'events',
    event: { id: event.id, title: event.details.title, tab: 'overview' },
    errors,
    main: (
      <>
        <h1>{title}</h1>
        {main}
        <p>
          <a href={`/organise/events/${event.id}`}>{words.console.backToEvent}</a>
        </p>
      </>
    ),
  });
}
