import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * All these tests share one running system. The mailing counts everybody who is a member, so it comes while nobody else is; journeys move the
 * clock, so the worlds of the other folders are made after them and do not grow old; what only looks comes before what knocks at every
 * door; permissions are compared with the calls of all others. Within a folder the order is that of the names: one that followed how long
 * each file took last time would be another on a new machine.
 */
const order = [
  '/tests/journeys/mailing-the-report.test.ts',
  '/tests/journeys/',
  '/tests/resilience/',
  '/tests/accessibility/',
  '/tests/security/bad-input.test.ts',
  '/tests/security/',
];
const last = '/tests/security/permissions.test.ts';

export class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) =>
      moduleId.endsWith(last) ? order.length : order.findIndex((place) => moduleId.includes(place));
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b) || a.moduleId.localeCompare(b.moduleId, 'en'));
  }
}
