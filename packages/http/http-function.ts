import type { ServiceDefinition } from '@convener/contracts';
import { noticesOf, type Parameters, parametersOf } from '@convener/signing';
import { type Answering, answering } from './answering.ts';
import { organiserDoor } from './organiser-door.ts';
import { type HttpSettings, readHttpSettings } from './settings.ts';

export interface HttpFunctionOptions<S extends ServiceDefinition, L extends string, Dependencies>
  extends Pick<Answering<S, L, Dependencies>, 'service' | 'lambda' | 'handlers'> {
  /** Made once per execution environment. */
  readonly dependencies: (surroundings: { readonly settings: HttpSettings; readonly parameters: Parameters }) => Dependencies;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly clock?: () => Date;
}

/** One Lambda behind the HTTP API, with the sessions and secrets that it needs. */
export function httpFunction<S extends ServiceDefinition, L extends string, Dependencies>(
  options: HttpFunctionOptions<S, L, Dependencies>,
) {
  const settings = readHttpSettings(options.environment ?? process.env);
  const parameters = parametersOf(settings.service, settings.secretPrefix);
  return answering({
    ...options,
    settings,
    door: organiserDoor(parameters, noticesOf(settings.secretPrefix)),
    dependencies: () => options.dependencies({ settings, parameters }),
    clock: options.clock ?? (() => new Date()),
  });
}
