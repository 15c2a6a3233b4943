import type { PageSetting } from '@convener/http';
import { Tag, type Tone } from '@convener/ui';
import { shortTime } from '@convener/writing/dates';
import { isOpen } from '../domain/event.ts';
import type { MyPlace } from '../domain/my-place.ts';
import type { CancelledBy, Status } from '../domain/registration.ts';
import { placeWords } from '../words.place.en.ts';
import { WriteToUs } from './write-to-us.tsx';

const words = placeWords.place;

const tones: Record<Status, Tone> = {
  pending: 'attention',
  confirmed: 'good',
  waitlisted: 'attention',
  offered: 'attention',
  cancelled: 'bad',
};

interface StandingView extends PageSetting {
  readonly place: MyPlace;
  readonly now: Date;
}

/** Where they stand in two or three words, as it is at this moment of the event. */
export function statusWords({ status, phase }: Pick<MyPlace, 'status' | 'phase'>): string {
  const now: Record<Status, string> = {
    ...words.statuses,
    ...(phase === 'ahead' ? {} : words.statusesBegun),
    ...(phase === 'over' ? words.statusesOver : {}),
  };
  return now[status];
}

export function StatusTag({ place }: { readonly place: MyPlace }) {
  const isPast = place.phase === 'over' && place.status !== 'cancelled';
  return <Tag tone={isPast ? 'plain' : tones[place.status]}>{statusWords(place)}</Tag>;
}

/** Whether they can register again; a place that is gone comes back by no other way. */
export function mayRegister({ event, status }: Pick<MyPlace, 'event' | 'status'>, now: Date): boolean {
  return status === 'cancelled' && isOpen(event, now);
}

/** What that means for them, and what they can do. */
export function Standing(view: StandingView) {
  const { place } = view;
  switch (place.status) {
    case 'pending':
      return <p>{place.phase === 'over' ? words.pendingOver : words.pending}</p>;
    case 'confirmed':
      return <HasPlace place={place} />;
    case 'waitlisted':
    case 'offered':
      return <Waits place={place} />;
    case 'cancelled':
      return <IsOff {...view} />;
  }
}

function HasPlace({ place: { phase, registration, event } }: { readonly place: MyPlace }) {
  const { endsAt, timeZone } = event.outline;
  switch (phase) {
    case 'ahead':
      return <p>{words.confirmed}</p>;
    case 'under-way':
      return <p>{words.confirmedBegun(shortTime(endsAt, timeZone))}</p>;
    case 'over':
      return (
        <>
          <p>{registration.attended ? words.came : words.confirmedOver}</p>
          {registration.details.wantsReport && <p>{words.reportComes}</p>}
        </>
      );
  }
}

/** The line ends with the start: nobody who waited is left to hope. */
function Waits({ place: { phase, status, position, registration } }: { readonly place: MyPlace }) {
  if (registration.attended) return <p>{phase === 'over' ? words.came : words.letIn}</p>;
  if (phase === 'ahead') {
    if (status === 'offered') return <p>{words.offered}</p>;
    return (
      <>
        <p>{words.position(position ?? 1)}</p>
        <p>{words.lineEnds}</p>
      </>
    );
  }
  return (
    <>
      <p>{phase === 'over' ? words.waitedOver : words.waitedBegun}</p>
      <p>
        <a href="/events">{words.otherEvents}</a>
      </p>
    </>
  );
}

function IsOff({ place, network, now }: StandingView) {
  const { event, registration, phase } = place;
  const by: CancelledBy = event.places.calledOffAt ? 'event' : registration.state.kind === 'cancelled' ? registration.state.by : 'lapsed';
  if (by === 'event') return <p>{phase === 'over' ? words.cancelledEventOver : words.cancelledBy.event}</p>;
  const said = words.cancelledBy[by];
  if (phase !== 'ahead') {
    return (
      <p>
        {said} {phase === 'over' ? words.over : words.begun}
      </p>
    );
  }
  if (by === 'lapsed') {
    return (
      <p>
        {said} {words.passedOn}
      </p>
    );
  }
  if (by === 'organiser') {
    return (
      <p>
        {said} <WriteToUs network={network} reason={words.mistake} />
      </p>
    );
  }
  return (
    <p>
      {said} {mayRegister(place, now) ? words.again : words.closed}{' '}
      {!mayRegister(place, now) && <WriteToUs network={network} reason={words.changedMind} />}
    </p>
  );
}
