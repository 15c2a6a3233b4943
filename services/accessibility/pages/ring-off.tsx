import { Notice, SummaryList, Tag } from '@convener/ui';
import { longDate } from '@convener/writing/dates';
import { type Adjustment, isUnderWay } from '../domain/adjustment.ts';
import type { EventOutline } from '../domain/event.ts';
import { arrangedGoneBy } from '../domain/keeping.ts';
import { pounds } from '../domain/pounds.ts';
import type { Supplier } from '../domain/supplier.ts';
import { arrangingWords } from '../words.arranging.en.ts';
import { calledOffWords as words } from '../words.called-off.en.ts';
import { Adjustments, Money } from './board-parts.tsx';
import type { Arranging } from './board-view.ts';
import { OnePress } from './one-press.tsx';

interface Props {
  readonly event: EventOutline;
  readonly arranging: Arranging;
  readonly suppliers: readonly Supplier[];
  readonly now: Date;
}

/** What is left of an event that was called off: who counts on it and has to hear, and what it costs all the same. */
export function CalledOffBoard({ event, arranging, suppliers, now }: Props) {
  const base = `/organise/events/${event.eventId}/access`;
  const { adjustments } = arranging;
  const toRing = adjustments.filter(isUnderWay);
  const until = arrangedGoneBy(event);
  if (now >= until) return <p>{words.gone}</p>;
  return (
    <section aria-labelledby="ring-off">
      <Notice kind="warning">{words.lead(longDate(until.toISOString(), event.timeZone))}</Notice>
      <h2 id="ring-off">{words.title}</h2>
      {toRing.length === 0 && <p>{words.nothing}</p>}
      {toRing.map((each) => (
        <ToRing key={each.adjustmentId} adjustment={each} suppliers={suppliers} base={base} />
      ))}
      {adjustments.length > 0 && (
        <>
          <h2>{words.all}</h2>
          <p>{words.fee}</p>
          <Adjustments event={event} arranging={arranging} now={now} />
          <Money arranging={arranging} />
          <p>
            <a href={`${base}/costs.csv`}>{arrangingWords.board.costs}</a>
          </p>
        </>
      )}
    </section>
  );
}

interface ToRingProps {
  readonly adjustment: Adjustment;
  readonly suppliers: readonly Supplier[];
  readonly base: string;
}

function ToRing({ adjustment, suppliers, base }: ToRingProps) {
  const { adjustmentId, what, state, owner, supplierId, estimatedPence, version } = adjustment;
  const supplier = suppliers.find((each) => each.supplierId === supplierId);
  const path = `${base}/adjustments/${adjustmentId}`;
  const { adjustment: labels, states } = arrangingWords;
  return (
    <article>
      <h3>{what}</h3>
      <p>
        <Tag tone="attention">{states[state]}</Tag>
      </p>
      <SummaryList
        rows={[
          {
            key: words.ring,
            value: supplier ? [supplier.name, supplier.phone, supplier.email].filter(Boolean).join(', ') : words.noSupplier,
          },
          { key: labels.ownerName, value: owner.name },
          ...(estimatedPence === undefined ? [] : [{ key: words.estimated, value: pounds(estimatedPence) }]),
        ]}
      />
      <OnePress
        path={path}
        hidden={{ action: 'rung-off', version: String(version) }}
        press={words.done}
        change={words.change}
        what={what}
      />
    </article>
  );
}
