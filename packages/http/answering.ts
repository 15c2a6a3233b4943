import { type HandlerNames, type Role, routeKeysOf, type ServiceDefinition } from '@convener/contracts';
import { errorFacts, log } from '@convener/observability';
import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { admit, type Door } from './admit.ts';
import { wantedFormat } from './negotiation.ts';
import { problemPage } from './problem-page.tsx';
import { notFound, problem } from './reply.ts';
import type { Handler, HttpRequest, Reply } from './request.ts';
import { toResult } from './result.ts';
import { lowered } from './routing.ts';
import type { HttpSettings } from './settings.ts';
import { seenBy } from './viewer.ts';

export interface Answering<S extends ServiceDefinition, L extends string, Dependencies> {
  readonly service: S;
  /** The key of this lambda in the manifest. */
  readonly lambda: L;
  /** Exactly the handlers that the manifest's routes of this lambda name; the compiler counts. */
  readonly handlers: { readonly [Name in HandlerNames<S, L>]: Handler<Dependencies> };
  readonly settings: HttpSettings;
  /** Who lets organisers in; nobody, where no route is for them. */
  readonly door: Door | undefined;
  /** Made once per execution environment. */
  readonly dependencies: () => Dependencies;
  readonly clock: () => Date;
}

/**
 * The middy stack and a router over the manifest. API Gateway has matched the route; its key finds the handler. Everything that a request
 * must pass before a handler sees it is in `admit`.
 */
export function answering<S extends ServiceDefinition, L extends string, Dependencies>(options: Answering<S, L, Dependencies>) {
  const { settings, door, clock } = options;
  const routes = new Map(
    options.service.routes
      .filter((route) => route.lambda === options.lambda)
      .flatMap((route) => routeKeysOf(route).map((key) => [key, route] as const)),
  );
  const handlers = new Map<string, Handler<Dependencies>>(Object.entries(options.handlers));
  let dependencies: Dependencies | undefined;

  const core = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const route = routes.get(event.routeKey);
    const handler = route && handlers.get(route.handler);
    if (!route || !handler) return render(notFound(), event);
    const admission = await admit(event, route, { settings, door, now: clock() });
    if (admission.kind === 'refused') {
      log('warn', 'request.refused', { route: event.routeKey, reason: admission.reason });
      return render(admission.reply, event, undefined, admission.roles);
    }
    dependencies ??= options.dependencies();
    const reply = await handler(admission.request, dependencies);
    return render(reply, event, admission.request, admission.request.organiser?.roles);
  };

  const render = (reply: Reply, event: APIGatewayProxyEventV2, request?: HttpRequest, roles?: readonly Role[]) => {
    const { headers } = event;
    const shape = request ?? { wants: wantedFormat(headers.accept), headers: lowered(headers), method: event.requestContext.http.method };
    return seenBy(roles, () => toResult(reply, shape, settings, problemPage(settings.network, event.rawPath)));
  };

  return middy(core).use({
    onError: (request) => {
      log('error', 'request.failed', { route: request.event.routeKey, ...errorFacts(request.error) });
      request.response = render(unexpected, request.event);
    },
  });
}

const unexpected = problem(
  500,
  'Something went wrong at our end',
  'What you sent may not have been saved. Go back, check, and try again; if it happens again, write to us.',
);
