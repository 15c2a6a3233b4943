import type { LambdaDefinition, ServiceDefinition } from '@convener/contracts';
import { services } from '../../infra/services.ts';
import type { FunctionResource } from '../../packages/local-cloud/stack/model.ts';
import type { LocalCloud } from '../../packages/local-cloud/start/local-cloud.ts';

export interface Deployed {
  readonly resource: FunctionResource;
  readonly service: ServiceDefinition;
  readonly lambda: string;
  readonly definition: LambdaDefinition;
}

/** Every function of the stack with its place in the manifests. */
export function deployedFunctions({ stack }: LocalCloud): readonly Deployed[] {
  return services.flatMap((service) =>
    Object.entries(service.lambdas).flatMap(([lambda, definition]) => {
      const resource = stack.functions.find(({ name }) => name.endsWith(`-${service.name}-${lambda}`));
      return resource ? [{ resource, service, lambda, definition }] : [];
    }),
  );
}

/** The environment that the function's worker has, for a process of its own. */
export function environmentOf({ resource }: Pick<Deployed, 'resource'>, endpoint: string): Record<string, string> {
  return {
    ...resource.environment,
    AWS_ACCESS_KEY_ID: resource.name,
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_REGION: 'eu-west-2',
    AWS_ENDPOINT_URL: endpoint,
    AWS_LAMBDA_FUNCTION_NAME: resource.name,
    TZ: 'UTC',
  };
}

/**
 * An event that the function can answer without anything being there: a page, with a session where it is for organisers; an empty batch; a
 * sweep with nothing due.
 */
export async function firstEvent({ resource, service, lambda, definition }: Deployed, cloud: LocalCloud): Promise<unknown> {
  switch (definition.kind) {
    case 'http':
      return firstRequest(service, lambda, resource.environment.ORIGIN_SECRET ?? '', cloud);
    case 'consumer':
    case 'publisher':
    case 'stream':
      return { Records: [] };
    case 'call':
      return callRequests[lambda] ?? {};
    case 'sweep':
      return {};
  }
}

const callRequests: Readonly<Record<string, unknown>> = {
  directory: { kind: 'resolve', purpose: 'bench', ids: [], links: [] },
  subject: { kind: 'export', subjectId: 'reg_bench' },
  freeze: { eventId: 'evt_bench' },
  invitation: { organiserIds: [] },
  joining: { eventId: 'evt_bench' },
  'may-write': { kind: 'may-write', recipientId: 'reg_bench' },
  press: { eventId: 'evt_bench', correction: '', takeDown: false, actor: { kind: 'system' }, at: '2026-01-01T00:00:00.000Z' },
  typeset: { kind: 'style' },
};

async function firstRequest(service: ServiceDefinition, lambda: string, originSecret: string, cloud: LocalCloud): Promise<object> {
  const route = service.routes.find((each) => each.lambda === lambda && each.method === 'GET');
  const request = requestFor(route?.path ?? '/', originSecret);
  const role = route?.roles?.[0];
  if (!role) return request;
  const answer = await fetch(`${cloud.baseUrl}/_local/token?role=${role}`);
  const token = await answer.text();
  if (!answer.ok) throw new Error(`There is no token for ${service.name} ${lambda}: ${token}`);
  return { ...request, headers: { ...request.headers, authorization: `Bearer ${token.trim()}` } };
}

/** A GET as API Gateway hands it to a function. */
export function requestFor(path: string, originSecret: string, params: Readonly<Record<string, string>> = {}) {
  const names = [...path.matchAll(/\{([^}+]+)\+?\}/g)].map((match) => match[1] ?? '');
  const pathParameters = Object.fromEntries(names.map((name) => [name, params[name] ?? 'bench']));
  const rawPath = names.reduce((made, name) => made.replace(`{${name}}`, pathParameters[name] ?? ''), path);
  return {
    version: '2.0',
    routeKey: path === '$default' ? '$default' : `GET ${path}`,
    rawPath: path === '$default' ? '/nowhere' : rawPath,
    rawQueryString: '',
    headers: { 'x-origin-secret': originSecret, accept: 'text/html', 'x-viewer-ip': '192.0.2.1' },
    pathParameters,
    requestContext: { http: { method: 'GET', path: rawPath, sourceIp: '192.0.2.1' }, requestId: 'bench' },
    isBase64Encoded: false,
  };
}
