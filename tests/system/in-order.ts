import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The permissions are compared with the calls of all other tests, and so come last. The other files of their folder share one world, which
 * must not grow old while somebody else moves the clock.
 */
export class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) =>
      moduleId.endsWith('/tests/security/permissions.test.ts') ? 2 : Number(moduleId.includes('/tests/security/'));
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
