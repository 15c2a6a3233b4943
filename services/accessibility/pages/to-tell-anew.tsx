import { Notice } from '@convener/ui';
import type { EventOutline } from '../domain/event.ts';
import { movedWords } from '../words.moved.en.ts';
import { tellingWords } from '../words.telling.en.ts';
import type { Arranging } from './board-view.ts';

/** Who was told something that is no longer so, by name, with the way to tell them anew. */
export function ToTellAnew({ event, arranging }: { readonly event: EventOutline; readonly arranging: Arranging }) {
  const moved = arranging.people.filter(({ state }) => state === 'moved');
  const fallen = arranging.people.filter(({ state }) => state === 'fallen-through');
  const { count, tellAnew } = tellingWords.fallenThrough;
  return (
    <>
      <Names event={event} arranging={arranging} people={fallen} title={count(fallen.length)} text={tellAnew} />
      <Names event={event} arranging={arranging} people={moved} title={movedWords.people(moved.length)} text={movedWords.tellAnew} />
    </>
  );
}

interface NamesProps {
  readonly event: EventOutline;
  readonly arranging: Arranging;
  readonly people: Arranging['people'];
  readonly title: string;
  readonly text: string;
}

function Names({ event, arranging, people, title, text }: NamesProps) {
  if (people.length === 0) return null;
  return (
    <Notice kind="warning" title={`${people.length} ${title}`} level={3}>
      <p>{text}</p>
      <ul>
        {people.map(({ need, handle }) => (
          <li key={handle}>
            <a href={`/organise/events/${event.eventId}/access/people/${handle}`}>{arranging.nameOf(need.registrationId)}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
