import { routeKeysOf, type ServiceDefinition } from '@convener/contracts/manifest';
import { describe, expect, it } from 'vitest';
import { services } from '../../infra/services.ts';
import { exampleServices } from './parts/example-services.ts';

/** Domain events that somebody waits for and nobody sends. */
function unspoken(manifests: readonly ServiceDefinition[]): readonly string[] {
  const spoken = new Set(manifests.flatMap((service) => service.emits));
  return manifests.flatMap((service) =>
    (service.reactsTo?.types ?? []).filter((type) => !spoken.has(type)).map((type) => `${service.name} waits for ${type}`),
  );
}

/** Calls that are granted but that no service answers. */
function unanswered(manifests: readonly ServiceDefinition[]): readonly string[] {
  return manifests.flatMap((service) =>
    Object.entries(service.lambdas).flatMap(([name, lambda]) =>
      lambda.grants.flatMap((grant) => {
        if (grant.to !== 'call') return [];
        const target = manifests.find((other) => other.name === grant.service)?.lambdas[grant.call];
        return target?.kind === 'call' ? [] : [`${service.name} ${name} calls ${grant.service} ${grant.call}`];
      }),
    ),
  );
}

/** A service that emits needs a publisher, one that reacts a consumer, and a route a lambda. */
function incomplete(manifests: readonly ServiceDefinition[]): readonly string[] {
  return manifests.flatMap((service) => {
    const kinds = Object.values(service.lambdas).map((lambda) => lambda.kind);
    return [
      ...(service.emits.length > 0 && !kinds.includes('publisher') ? [`${service.name} emits but has no publisher`] : []),
      ...(service.reactsTo && !kinds.includes('consumer') ? [`${service.name} reacts but has no consumer`] : []),
      ...service.routes
        .filter((route) => service.lambdas[route.lambda]?.kind !== 'http')
        .map((route) => `${service.name} ${route.path} has no http lambda`),
      ...service.routes
        .filter((route) => route.audience === 'organiser' && !route.roles?.length)
        .map((route) => `${service.name} ${route.path} names no role`),
    ];
  });
}

describe.each([
  ['the system', services],
  ['the example', exampleServices],
] as const)('the manifests of %s', (_name, manifests) => {
  it('wait only for domain events that some service emits', () => expect(unspoken(manifests)).toEqual([]));
  it('call only what some service answers', () => expect(unanswered(manifests)).toEqual([]));
  it('are complete', () => expect(incomplete(manifests)).toEqual([]));
  it('claim each route and each domain event once', () => {
    const routes = manifests.flatMap((service) => service.routes.map(({ method, path }) => `${method} ${path}`));
    const types = manifests.flatMap((service) => service.emits);
    expect(routes.length).toBe(new Set(routes).size);
    expect(types.length).toBe(new Set(types).size);
  });
});

/** What an HTTP API takes unless AWS is asked for more; a stack past it fails as it is deployed. */
const mostRoutes = 300;

it('have no more routes than an HTTP API takes', () => {
  expect(services.flatMap(({ routes }) => routes.flatMap(routeKeysOf)).length).toBeLessThanOrEqual(mostRoutes);
});

it('the claims notice a missing emitter, callee and consumer', () => {
  const [registration] = exampleServices;
  if (!registration) throw new Error('No example.');
  const { react: _gone, ...lambdas } = registration.lambdas;
  const alone: ServiceDefinition = { ...registration, lambdas, emits: [] };
  expect(unspoken([alone])).toHaveLength(1);
  expect(unanswered([alone])).toEqual(['registration public calls accessibility subject']);
  expect(incomplete([alone])).toEqual(['registration reacts but has no consumer']);
});
