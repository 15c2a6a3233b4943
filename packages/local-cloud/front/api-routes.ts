import type { RouteResource } from '../stack/model.ts';

export interface MatchedRoute {
  readonly route: RouteResource;
  /** `GET /events/{slug}`, or `$default`. */
  readonly routeKey: string;
  readonly pathParameters: Readonly<Record<string, string>>;
}

export type RouteFinder = (method: string, path: string) => MatchedRoute | undefined;

const DEFAULT = '$default';

type Segment = { readonly kind: 'literal' | 'parameter' | 'greedy'; readonly name: string };

interface Compiled {
  readonly route: RouteResource;
  readonly routeKey: string;
  readonly segments: readonly Segment[];
  readonly rank: string;
}

/**
 * Finds routes as an HTTP API does: whole matches before greedy ones, words before parameters, a named method before ANY, and
 * `$default` last of all. HEAD and OPTIONS are methods like any other: a GET route does not answer them.
 */
export function routeFinder(routes: readonly RouteResource[]): RouteFinder {
  const compiled = routes.filter((route) => route.path !== DEFAULT).map(compile);
  compiled.sort((one, other) => (one.rank < other.rank ? -1 : 1));
  const fallback = routes.find((route) => route.path === DEFAULT);
  return (method, path) => {
    for (const candidate of compiled) {
      if (candidate.route.method !== method && candidate.route.method !== 'ANY') continue;
      const pathParameters = parametersOf(candidate.segments, path);
      if (pathParameters !== undefined) return { route: candidate.route, routeKey: candidate.routeKey, pathParameters };
    }
    return fallback && { route: fallback, routeKey: DEFAULT, pathParameters: {} };
  };
}

function compile(route: RouteResource): Compiled {
  const segments = route.path.split('/').slice(1).map(segment);
  const greedy = segments.some((one) => one.kind === 'greedy') ? '1' : '0';
  const kinds = segments.map((one) => ({ literal: '0', parameter: '1', greedy: '2' })[one.kind]).join('');
  return { route, routeKey: `${route.method} ${route.path}`, segments, rank: `${greedy}${kinds} ${route.method === 'ANY' ? '1' : '0'}` };
}

function segment(text: string): Segment {
  const name = text.match(/^\{(.+?)(\+?)\}$/);
  if (name?.[1] === undefined) return { kind: 'literal', name: text };
  return { kind: name[2] === '+' ? 'greedy' : 'parameter', name: name[1] };
}

/** The decoded parameters, or undefined where the path is another's. A parameter is never empty. */
function parametersOf(segments: readonly Segment[], path: string): Record<string, string> | undefined {
  const parts = path.split('/').slice(1);
  const parameters: Record<string, string> = {};
  for (const [at, { kind, name }] of segments.entries()) {
    const part = parts[at];
    if (part === undefined) return undefined;
    if (kind === 'literal') {
      if (decodeURIComponent(part) !== name) return undefined;
      continue;
    }
    const value = kind === 'greedy' ? parts.slice(at).join('/') : part;
    if (value === '') return undefined;
    parameters[name] = decodeURIComponent(value);
    if (kind === 'greedy') return parameters;
  }
  return parts.length === segments.length ? parameters : undefined;
}
