import { callVariable, type ServiceName } from '@convener/contracts';
import { errorFacts, log } from '@convener/observability';
import type * as z from 'zod/mini';
import { invoke } from './invoke.ts';

/** The other service is down or refused; what waits on it waits. */
export class CallFailed extends Error {
  override name = 'CallFailed';
}

/**
 * One of the few calls between services: a Lambda invoke that IAM grants by name. Both sides parse with the same schemas.
 */
export function callOf<Request extends z.ZodMiniType, Answer extends z.ZodMiniType>(
  service: ServiceName,
  call: string,
  schemas: { readonly request: Request; readonly answer: Answer },
  environment: Readonly<Record<string, string | undefined>> = process.env,
): (request: z.input<Request>) => Promise<z.infer<Answer>> {
  return async (request) => {
    const name = environment[callVariable(service, call)];
    if (!name) throw new CallFailed(`The environment has no ${callVariable(service, call)}.`);
    const answer = await invoke(name, JSON.stringify(schemas.request.parse(request)));
    if (answer === undefined) throw new CallFailed(`${service}.${call} did not answer.`);
    return schemas.answer.parse(JSON.parse(answer));
  };
}

/** The other end of a call: parses, answers, and logs how much, never what. */
export function callFunction<Request extends z.ZodMiniType, Answer extends z.ZodMiniType, Dependencies>(options: {
  readonly call: string;
  readonly schemas: { readonly request: Request; readonly answer: Answer };
  readonly answer: (request: z.infer<Request>, dependencies: Dependencies) => Promise<z.infer<Answer>>;
  readonly dependencies: () => Dependencies;
}) {
  let dependencies: Dependencies | undefined;
  return async (input: unknown): Promise<z.infer<Answer>> => {
    try {
      dependencies ??= options.dependencies();
      const answer = await options.answer(options.schemas.request.parse(input), dependencies);
      log('info', 'call.answered', { call: options.call, count: 1 });
      return options.schemas.answer.parse(answer);
    } catch (error) {
      log('error', 'call.failed', { call: options.call, ...errorFacts(error) });
      throw new CallFailed(`${options.call} could not answer.`, { cause: error });
    }
  };
}
