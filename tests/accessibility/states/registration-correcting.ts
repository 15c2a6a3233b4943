import { press, type State } from '../state.ts';
import type { World } from '../world.ts';

const organiser = { as: 'organiser' } as const;
const base = '/organise/events/{eventId}/registrations/{registrationId}/edit';
const asked = ({ events, asked: { registrationId } }: World) =>
  `/organise/events/${events.asking.eventId}/registrations/${registrationId}/edit`;
const waits = ({ offers }: World) => `/organise/events/${offers.event.eventId}/registrations/${offers.waiting}/edit`;

/** Everything that an organiser may put right of somebody. */
export const correctingStates: readonly State[] = [
  { ...organiser, route: `GET ${base}`, name: 'the form to correct answers and the supporter as well', at: asked },
  { ...organiser, route: `GET ${base}`, name: 'the form to correct somebody who waits, with their group', at: waits },
  {
    ...organiser,
    route: `POST ${base}`,
    name: 'a correction of answers with every error',
    status: 422,
    at: asked,
    doing: async (page) => {
      await page.getByLabel('What should we call them?').fill('');
      await page
        .getByRole('group', { name: /When did you first come/ })
        .getByLabel('Day')
        .fill('40');
      await press('Save')(page);
    },
  },
  {
    ...organiser,
    route: `POST ${base}`,
    name: 'a correction that somebody else was quicker with',
    status: 422,
    at: asked,
    doing: async (page) => {
      await page.locator('input[name="version"]').evaluate((field) => field.setAttribute('value', '1'));
      await page.getByLabel('What should we call them?').fill('Somebody corrected');
      await press('Save')(page);
    },
  },
];
