import { beforeAll, expect, it } from 'vitest';
import { unusedGrants } from '../../packages/local-cloud/gateway/unused-grants.ts';
import { theWorld, type World } from './doors.ts';
import { exercise } from './exercise.ts';

/**
 * Each role against the calls that were made in this run, of all files before this one too: nothing was denied, and nothing is granted
 * that nothing uses, but for what only happens when something else goes wrong.
 */
const rare: readonly { readonly of: RegExp; readonly action: string; readonly because: string }[] = [
  {
    of: /(-sweep|^accessibility-letters|-accessibility-letters)$/,
    action: 'sqs:SendMessage',
    because: 'Lambda leaves here, under this role, what a sweep failed at each time it was tried.',
  },
  { of: /-publish$/, action: 'sqs:SendMessage', because: 'A publisher puts aside only what EventBridge refuses for good.' },
];

let world: World;
beforeAll(async () => {
  world = await theWorld();
  await exercise(world);
}, 240_000);

const unused = () =>
  unusedGrants(world.system.cloud.stack, world.system.cloud.journal.callsMade()).map(({ functionName, action }) => ({
    who: functionName.replace('convener-dev-', ''),
    action,
  }));

it('nobody was denied anything', () => {
  expect([...world.system.told.denied]).toEqual([]);
});

/** A secret is made once, by whichever function of its service is the first to need it; the others only might have been. */
function madeByAnother({ who, action }: { readonly who: string; readonly action: string }): boolean {
  const service = who.split('-')[0];
  const made = world.system.cloud.journal.callsMade().filter((call) => call.action === 'PutParameter' && call.outcome === 'allowed');
  return action === 'ssm:PutParameter' && made.some(({ caller }) => caller.startsWith(`convener-dev-${service}-`));
}

it('everything that is granted is used', () => {
  const isRare = ({ who, action }: { readonly who: string; readonly action: string }) =>
    rare.some((each) => each.of.test(who) && each.action === action);
  const idle = unused().filter((each) => !isRare(each) && !madeByAnother(each));
  expect(idle.map(({ who, action }) => `${who} ${action}`)).toEqual([]);
});

it('every exception is still granted somewhere, and there are few', () => {
  const granted = unusedGrants(world.system.cloud.stack, []);
  const stale = rare.filter((each) => !granted.some(({ functionName, action }) => each.of.test(functionName) && each.action === action));
  expect(stale).toEqual([]);
  expect(rare.length).toBeLessThanOrEqual(10);
});

it('a grant too many would be found', () => {
  const { stack } = world.system.cloud;
  const [first] = stack.functions;
  const roles = stack.roles.map((role) =>
    role.arn === first?.roleArn
      ? {
          ...role,
          statements: [...role.statements, { effect: 'Allow' as const, actions: ['s3:DeleteBucket'], resources: ['*'], conditions: {} }],
        }
      : role,
  );
  const found = unusedGrants({ ...stack, roles }, world.system.cloud.journal.callsMade());
  expect(found.filter(({ action }) => action === 's3:DeleteBucket').map(({ functionName }) => functionName)).toEqual([first?.name]);
});
