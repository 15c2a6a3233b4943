import type { ServiceDefinition } from '@convener/contracts';
import { type Answering, answering } from './answering.ts';
import { type HttpSettings, readHttpSettings } from './settings.ts';

export interface OpenFunctionOptions<S extends ServiceDefinition, L extends string, Dependencies>
  extends Pick<Answering<S, L, Dependencies>, 'service' | 'lambda' | 'handlers'> {
  /** Made once per execution environment. */
  readonly dependencies: (surroundings: { readonly settings: HttpSettings }) => Dependencies;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly clock?: () => Date;
}

/**
 * One Lambda behind the HTTP API that is open to everybody and keeps no secret: neither sessions nor signing are in its bundle, so that
 * the pages which most people see first start soonest. A route for organisers in it would refuse everybody.
 */
export function openFunction<S extends ServiceDefinition, L extends string, Dependencies>(
  options: OpenFunctionOptions<S, L, Dependencies>,
) {
  const settings = readHttpSettings(options.environment ?? process.env);
  return answering({
    ...options,
    settings,
    door: undefined,
    dependencies: () => options.dependencies({ settings }),
    clock: options.clock ?? (() => new Date()),
  });
}
