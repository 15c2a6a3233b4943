import type { RouteDefinition } from '@convener/contracts';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** API Gateway's key of a route, as it stands in an event. */
export function routeKey(route: Pick<RouteDefinition, 'method' | 'path'>): string {
  return route.path === '$default' ? '$default' : `${route.method} ${route.path}`;
}

export function lowered(headers: APIGatewayProxyEventV2['headers']): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value ?? '']));
}
