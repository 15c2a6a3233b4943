import { program } from '../../system/asking.ts';
import { press, type State } from '../state.ts';
import type { World } from '../world.ts';
import { answer, arranged } from './accessibility-arranging.ts';

const as = 'access-coordinator' as const;

/** Their own page, once they were told what is arranged. */
const theirs = {
  cookie: ({ people }: World) => people.withNeeds.cookie,
  at: async (world: World) => {
    await arranged(world);
    return '/my-place/access';
  },
};

/** What somebody reads of our answer, and says to it. */
export const replyStates: readonly State[] = [
  {
    route: 'GET /my-place/access',
    name: 'our answer, and whether it works',
    ...theirs,
  },
  {
    route: 'POST /my-place/access',
    name: 'a reply without a choice',
    status: 422,
    ...theirs,
    doing: press('Send my reply'),
  },
  {
    route: 'POST /my-place/access',
    name: 'a reply to an older answer',
    status: 409,
    ...theirs,
    doing: async (page, world) => {
      const anew = { ...answer, provided: 'A break in every half hour.' };
      await program(world.system, as, (await arranged(world)).person, anew);
      await page.getByLabel('That does not work for me').check();
      await page.getByLabel('What would work better? (optional)').fill('Longer breaks, please.');
      await press('Send my reply')(page);
    },
  },
  {
    route: 'POST /my-place/access',
    name: 'our answer in large print',
    ...theirs,
    doing: press('In large print'),
  },
  {
    route: 'POST /my-place/access',
    name: 'our answer in easy-to-read words',
    ...theirs,
    doing: press('In easy-to-read words'),
  },
];
