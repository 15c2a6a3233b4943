import type { HandlerNames, RouteDefinition, ServiceDefinition } from '@convener/contracts';
import { errorFacts, log } from '@convener/observability';
import { type Parameters, parametersOf } from '@convener/signing';
import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { admit } from './admit.ts';
import { wantedFormat } from './negotiation.ts';
import { problemPage } from './problem-page.tsx';
import { notFound, problem } from './reply.ts';
import type { Handler, HttpRequest, Reply } from './request.ts';
import { toResult } from './result.ts';
import { type HttpSettings, readHttpSettings } from './settings.ts';

export interface HttpFunctionOptions<S extends ServiceDefinition, L extends string, Dependencies> {
  readonly service: S;
  /** The key of this lambda in the manifest. */
  readonly lambda: L;
  /** Exactly the handlers that the manifest's routes of this lambda name; the compiler counts. */
  readonly handlers: { readonly [Name in HandlerNames<S, L>]: Handler<Dependencies> };
  /** Made once per execution environment. */
  readonly dependencies: (surroundings: { readonly settings: HttpSettings; readonly parameters: Parameters }) => Dependencies;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly clock?: () => Date;
}

/**
 * One Lambda behind the HTTP API: the middy stack and a router over the manifest. API Gateway has matched the route; its key finds the
 * handler. Everything that a request must pass before a handler sees it is in `admit`.
 */
export function httpFunction<S extends ServiceDefinition, L extends string, Dependencies>(
  options: HttpFunctionOptions<S, L, Dependencies>,
) {
  const settings = readHttpSettings(options.environment ?? process.env);
  const parameters = parametersOf(settings.service, settings.secretPrefix);
  const clock = options.clock ?? (() => new Date());
  const routes = new Map(
    options.service.routes.filter((route) => route.lambda === options.lambda).map((route) => [routeKey(route), route]),
  );
  const handlers = new Map<string, Handler<Dependencies>>(Object.entries(options.handlers));
  let dependencies: Dependencies | undefined;

  const core = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const route = routes.get(event.routeKey);
    const handler = route && handlers.get(route.handler);
    if (!route || !handler) return render(notFound(), event);
    const admission = await admit(event, route, { settings, parameters, now: clock() });
    if (admission.kind === 'refused') {
      log('warn', 'request.refused', { route: event.routeKey, reason: admission.reason });
      return render(admission.reply, event);
    }
    dependencies ??= options.dependencies({ settings, parameters });
    const reply = await handler(admission.request, dependencies);
    return render(reply, event, admission.request);
  };

  const render = (reply: Reply, event: APIGatewayProxyEventV2, request?: HttpRequest) => {
    const headers = event.headers;
    const shape = request ?? { wants: wantedFormat(headers.accept), headers: lowered(headers), method: event.requestContext.http.method };
    return toResult(reply, shape, settings, problemPage(settings.network));
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

export function routeKey(route: Pick<RouteDefinition, 'method' | 'path'>): string {
  return route.path === '$default' ? '$default' : `${route.method} ${route.path}`;
}

export function lowered(headers: APIGatewayProxyEventV2['headers']): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value ?? '']));
}
