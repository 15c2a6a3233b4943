import { press, type State } from '../state.ts';
import type { World } from '../world.ts';
import { arranged } from './accessibility-arranging.ts';

const as = 'access-coordinator' as const;
const record = 'GET /organise/events/{eventId}/access/record';
const send = 'POST /organise/events/{eventId}/access/record';

const form = async (world: World) => `${(await arranged(world)).base}/record`;
const ofOne = async (world: World) => `${await form(world)}?person=${(await arranged(world)).person.split('/').at(-1)}`;

/** What somebody told by phone, written down and taken back. */
export const byVoiceStates: readonly State[] = [
  { as, route: record, name: 'to write down what somebody told', at: form },
  { as, route: record, name: 'to write down what somebody told since', at: ofOne },
  {
    as,
    route: record,
    name: 'to write something down after the event',
    status: 409,
    at: ({ events }) => `/organise/events/${events.over.eventId}/access/record`,
  },
  { as, route: send, name: 'written down, with every error', status: 422, at: form, doing: press('Save what they told us') },
  { as, route: send, name: 'written down of somebody, with every error', status: 422, at: ofOne, doing: press('Save what they told us') },
  {
    as,
    route: 'POST /organise/events/{eventId}/access/people/{personId}',
    name: 'asked before what somebody told is deleted on their word',
    at: async (world) => (await arranged(world)).person,
    doing: press('Delete what they told us'),
  },
];
