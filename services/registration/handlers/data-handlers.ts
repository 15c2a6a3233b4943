import { answer } from '@convener/http';
import { heldUntil } from '../domain/retention.ts';
import { dataPage } from '../pages/data-page.tsx';
import { type PlaceHandler, withPlace } from './place-handlers.ts';

/** What is held, why, and until when. */
export const showData: PlaceHandler = (request, ports) =>
  withPlace(request, ports, async (place) => {
    const { network, retention } = ports;
    const until = heldUntil(place.registration.details.wantsReport, place.event.outline.endsAt, retention);
    return answer(() => dataPage({ network, place, retention }), { until, everything: '/my-place/everything.json' });
  });
