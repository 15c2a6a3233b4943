import { Tag } from '@convener/ui';
import { type Adjustment, isForEarlier } from '../domain/adjustment.ts';
import { moment } from '../domain/dates.ts';
import type { EventOutline } from '../domain/event.ts';
import { occasionOf, occasionText } from '../domain/occasion.ts';
import { arrangingWords } from '../words.arranging.en.ts';
import { movedWords as words } from '../words.moved.en.ts';
import { OnePress } from './one-press.tsx';

interface Props {
  readonly event: EventOutline;
  readonly adjustments: readonly Adjustment[];
}

/** What was asked for or booked for another time or place than the event has now: each is confirmed by one press, or changed. */
export function ToCheck({ event, adjustments }: Props) {
  const earlier = adjustments.filter((each) => isForEarlier(each, event));
  if (earlier.length === 0) return null;
  return (
    <section aria-labelledby="to-check">
      <h3 id="to-check">{words.title}</h3>
      <p>{words.lead}</p>
      {earlier.map((each) => (
        <One key={each.adjustmentId} adjustment={each} event={event} />
      ))}
    </section>
  );
}

function One({ adjustment, event }: { readonly adjustment: Adjustment; readonly event: EventOutline }) {
  const { adjustmentId, what, state, heldFor, version } = adjustment;
  const path = `/organise/events/${event.eventId}/access/adjustments/${adjustmentId}`;
  return (
    <article>
      <h4>{what}</h4>
      <p>
        <Tag tone="attention">{arrangingWords.states[state]}</Tag> <Tag tone="attention">{words.tag}</Tag>
      </p>
      {heldFor && (
        <p>
          {words.was(moment(heldFor.startsAt, event.timeZone))} {words.modes[heldFor.mode]}
          {heldFor.place && `: ${heldFor.place}`}
        </p>
      )}
      <OnePress
        path={path}
        hidden={{ action: 'still-stands', version: String(version), occasion: occasionText(occasionOf(event)) }}
        press={words.stands}
        change={words.change}
        what={what}
      />
    </article>
  );
}
