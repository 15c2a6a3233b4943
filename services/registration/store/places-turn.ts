import { getItem, type Pause, type Table } from '@convener/dynamodb';
import type { PlacesEffect } from '../domain/change.ts';
import type { Places } from '../domain/places.ts';
import { poolsFor } from '../domain/pools.ts';
import { placesKey } from './keys.ts';
import { placesOf } from './places-item.ts';
import { inTurn } from './turns.ts';

/** While it waited for its turn, the last place that it came for was taken. */
export class GoneMeanwhileError extends Error {
  override name = 'GoneMeanwhileError';
  readonly places: Places;
  constructor(places: Places) {
    super('The places were taken meanwhile.');
    this.places = places;
  }
}

/**
 * What a write of places does between its tries. Whoever comes for a place looks, when their turn has come, whether there is one still: where
 * 500 come for 100 places, 400 need not ask an item that can only refuse them. Nobody is let in by what is read here; it only ever turns away.
 */
export function placesTurn(table: Table, eventId: string, effect: PlacesEffect): Pause {
  const turn = inTurn(table, eventId);
  if (effect.kind !== 'take' && effect.kind !== 'take-while-open') return turn;
  return async (tries) => {
    await turn(tries);
    const places = placesOf(await getItem(table, placesKey(eventId)));
    if (places && !poolsFor(places, effect.pool).includes(effect.pool)) throw new GoneMeanwhileError(places);
  };
}
