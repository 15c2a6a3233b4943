import { Bars, Details, LinePlot } from '@convener/ui';
import type { Event } from '../domain/event.ts';
import type { StatusTotals } from '../domain/find-registrations.ts';
import type { DayOfGrowth } from '../domain/growth.ts';
import { listWords } from '../words.list.en.ts';
import { organiseWords } from '../words.organise.en.ts';

interface Plotted {
  readonly event: Event;
  readonly totals: StatusTotals;
  readonly growth: readonly DayOfGrowth[];
}

/** How full it is, and how it came to be so: pictures whose figures are beside them. */
export function ListPlots({ event, totals, growth }: Plotted) {
  const { capacity } = event.places;
  return (
    <>
      <Capacity event={event} totals={totals} />
      {growth.length > 1 && (
        <>
          <LinePlot
            id="growth"
            caption={listWords.list.growth}
            columns={listWords.list.growthColumns}
            points={growth.map(({ label, standing }) => ({ label, value: standing }))}
            mark={{ label: listWords.list.capacityMark(capacity), value: capacity }}
          />
          <Others growth={growth} />
        </>
      )}
    </>
  );
}

function Capacity({ event, totals }: Omit<Plotted, 'growth'>) {
  const { capacity, taken, waiting } = event.places;
  const held = Math.max(0, taken - totals.confirmed - totals.offered);
  return (
    <Bars
      id="capacity"
      caption={listWords.list.places(taken, capacity)}
      columns={listWords.list.placesColumns}
      full={capacity}
      rows={[
        { label: listWords.list.statuses.confirmed, value: totals.confirmed },
        ...(totals.offered > 0 ? [{ label: listWords.list.statuses.offered, value: totals.offered }] : []),
        { label: listWords.list.held, value: held },
        { label: listWords.list.free, value: Math.max(0, capacity - taken) },
        { label: listWords.list.statuses.waitlisted, value: waiting },
      ]}
    />
  );
}

function Others({ growth }: Pick<Plotted, 'growth'>) {
  const last = growth.at(-1);
  if (!last || (last.waiting === 0 && last.cancelled === 0)) return null;
  const own = organiseWords.list;
  return (
    <Details summary={own.overTime}>
      {last.waiting > 0 && (
        <LinePlot
          id="growth-waiting"
          caption={own.waitingOverTime}
          columns={own.growthColumns.waiting}
          points={growth.map(({ label, waiting }) => ({ label, value: waiting }))}
        />
      )}
      {last.cancelled > 0 && (
        <LinePlot
          id="growth-cancelled"
          caption={own.cancelledOverTime}
          columns={own.growthColumns.cancelled}
          points={growth.map(({ label, cancelled }) => ({ label, value: cancelled }))}
        />
      )}
    </Details>
  );
}
