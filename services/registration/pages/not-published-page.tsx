import { consolePage, type EventTab, type PageSetting } from '@convener/http';
import { ButtonLink } from '@convener/ui';
import { listWords } from '../words.list.en.ts';

const own = listWords.list.notPublished;

export interface NotPublishedView extends PageSetting {
  readonly eventId: string;
  readonly tab: EventTab;
  /** Whether whoever looks may publish and prepare it. */
  readonly mayChange: boolean;
}

/** A draft has not been heard of here, not even its title: what to do, and what can be done before. */
export function notPublishedPage({ network, eventId, tab, mayChange }: NotPublishedView): string {
  const overview = `/organise/events/${eventId}`;
  return consolePage({
    network,
    title: own.title,
    section: 'events',
    event: { id: eventId, title: own.event, tab },
    main: (
      <>
        <h1>{own.title}</h1>
        <p>{own.text}</p>
        {mayChange ? (
          <>
            <p>
              <ButtonLink href={overview}>{own.toPublish}</ButtonLink>
            </p>
            <p>
              {own.questions} <a href={`${overview}/questions`}>{own.toQuestions}</a>
            </p>
          </>
        ) : (
          <p>{own.organisers}</p>
        )}
      </>
    ),
  });
}
