import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { routeKeysOf } from '@convener/contracts/manifest';
import { describe, expect, it } from 'vitest';
import { cachedPatterns } from '../../infra/constructs/cached-patterns.ts';
import { services } from '../../infra/services.ts';
import { exampleServices } from './parts/example-services.ts';
import { example, stacks } from './parts/services-under-test.ts';
import { asText, at, broken, listOf, resourcesOf, type Template } from './parts/template.ts';

function distribution(template: Template): unknown {
  return resourcesOf(template, 'AWS::CloudFront::Distribution')[0]?.properties.DistributionConfig;
}

function behaviours(template: Template): readonly unknown[] {
  return [at(distribution(template), 'DefaultCacheBehavior'), ...listOf(at(distribution(template), 'CacheBehaviors'))];
}

/** Behaviours before the API that would let a viewer's own claim of an address through. */
function trusting(template: Template): readonly string[] {
  const apiOrigins = listOf(at(distribution(template), 'Origins'))
    .filter((origin) => at(origin, 'CustomOriginConfig') !== undefined)
    .map((origin) => at(origin, 'Id'));
  return behaviours(template)
    .filter((behaviour) => apiOrigins.includes(at(behaviour, 'TargetOriginId')))
    .filter((behaviour) => !listOf(at(behaviour, 'FunctionAssociations')).some((one) => at(one, 'EventType') === 'viewer-request'))
    .map((behaviour) => asText(at(behaviour, 'PathPattern') ?? 'default'));
}

/** Functions that the API reaches but that were not told the secret that only CloudFront shows. */
function openDoors(template: Template): readonly string[] {
  const reached = new Set(
    resourcesOf(template, 'AWS::ApiGatewayV2::Integration').map(({ properties }) => asText(properties.IntegrationUri)),
  );
  return resourcesOf(template, 'AWS::Lambda::Function')
    .filter(({ id }) => reached.has(`{${id}.Arn}`))
    .filter(({ properties }) => !asText(at(properties, 'Environment', 'Variables', 'ORIGIN_SECRET')).includes('{{resolve:secretsmanager:'))
    .map(({ id }) => id);
}

const personalFields = ['path', 'sourceIp', 'identity', 'userAgent', 'authorizer', 'queryString'];

describe.each(stacks)('in %s', (_name, template) => {
  it('every function behind the API knows the secret, by reference alone', () => {
    expect(openDoors(template)).toEqual([]);
    const shown = listOf(at(distribution(template), 'Origins')).flatMap((origin) => listOf(at(origin, 'OriginCustomHeaders')));
    expect(shown).toHaveLength(1);
    expect(at(shown[0], 'HeaderName')).toBe('x-origin-secret');
    expect(asText(at(shown[0], 'HeaderValue'))).toContain('{{resolve:secretsmanager:');
  });

  it('every behaviour before the API sets the viewer’s address itself', () => {
    expect(trusting(template)).toEqual([]);
  });

  it('the default behaviour keeps nothing, and everything is HTTPS', () => {
    expect(at(distribution(template), 'DefaultCacheBehavior', 'CachePolicyId')).toBe('4135ea2d-6df8-44a3-9df3-4b5a84be39ad');
    for (const behaviour of behaviours(template)) expect(at(behaviour, 'ViewerProtocolPolicy')).toBe('redirect-to-https');
  });

  it('the cache goes by the answer’s own headers, and cookies are not part of a kept page', () => {
    const [policy] = resourcesOf(template, 'AWS::CloudFront::CachePolicy');
    expect(at(policy?.properties, 'CachePolicyConfig')).toMatchObject({
      MinTTL: 0,
      DefaultTTL: 0,
      ParametersInCacheKeyAndForwardedToOrigin: { CookiesConfig: { CookieBehavior: 'none' }, HeadersConfig: { Headers: ['Accept'] } },
    });
  });

  it('the access log names routes, never paths or people', () => {
    const format = asText(at(resourcesOf(template, 'AWS::ApiGatewayV2::Stage')[0]?.properties, 'AccessLogSettings', 'Format'));
    expect(format).toContain('$context.routeKey');
    for (const field of personalFields) expect(format).not.toContain(`$context.${field}`);
  });

  it('published reports come before every pattern that would also fit them', () => {
    expect(at(distribution(template), 'CacheBehaviors', 0, 'PathPattern')).toBe('/reports/*');
  });

  it('nothing that a reader of a report adds to its address reaches S3', () => {
    const files = behaviours(template).find((behaviour) => at(behaviour, 'PathPattern') === '/reports/*');
    expect(at(files, 'OriginRequestPolicyId')).toBeUndefined();
    expect(at(files, 'CachePolicyId')).toBe('658327ea-f89d-4fab-a63d-7e88639e58f6');
  });

  it('published reports are read through CloudFront alone, and run nothing', () => {
    const [policy] = resourcesOf(template, 'AWS::CloudFront::ResponseHeadersPolicy');
    expect(
      asText(
        at(policy?.properties, 'ResponseHeadersPolicyConfig', 'SecurityHeadersConfig', 'ContentSecurityPolicy', 'ContentSecurityPolicy'),
      ),
    ).toContain("default-src 'none'");
    expect(resourcesOf(template, 'AWS::CloudFront::OriginAccessControl')).toHaveLength(1);
  });
});

describe.each([
  ['the system', services],
  ['the example', exampleServices],
] as const)('routes of %s', (name, manifests) => {
  const template = stacks.find(([which]) => which === name)?.[1] ?? example();
  const declared = manifests.flatMap((service) => service.routes).flatMap(routeKeysOf);

  it('are exactly those of the manifests', () => {
    const made = resourcesOf(template, 'AWS::ApiGatewayV2::Route').map(({ properties }) => asText(properties.RouteKey));
    expect([...made].sort()).toEqual([...declared].sort());
  });

  it('are never kept at the edge where they are somebody’s own', () => {
    const patterns = cachedPatterns(manifests);
    const own = manifests.flatMap((service) => service.routes).filter((route) => route.method === 'GET' && route.audience !== 'public');
    expect(
      own.filter(({ path }) =>
        patterns.some((pattern) => (pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern)),
      ),
    ).toEqual([]);
  });
});

describe('the edge’s own function', () => {
  const code = readFileSync(new URL('../../infra/edge/viewer-request.js', import.meta.url), 'utf8');
  const run = (headers: Readonly<Record<string, { value: string }>>): Readonly<Record<string, { value: string }>> =>
    runInNewContext(`${code}\nhandler(event).headers`, { event: { viewer: { ip: '198.51.100.7' }, request: { headers: { ...headers } } } });

  it('overwrites an address that a viewer made up', () => {
    expect(run({ 'x-viewer-ip': { value: '203.0.113.9' } })['x-viewer-ip']?.value).toBe('198.51.100.7');
  });

  it.each([
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'text/html'],
    ['application/json', 'application/json'],
    ['application/json, text/plain, */*', 'application/json'],
    ['application/problem+json', 'application/problem+json'],
    ['text/csv', 'text/csv'],
  ])('makes one of few words of "%s"', (accept, word) => {
    expect(run({ accept: { value: accept } }).accept?.value).toBe(word);
  });
});

describe('the claims notice', () => {
  it('a function that anybody could call round the edge', () => {
    const id = openable();
    const twin = broken(example(), id, (properties) => {
      properties.Environment = { Variables: {} };
    });
    expect(openDoors(twin)).toEqual([id]);
  });

  it('a behaviour that believes the viewer', () => {
    const id = resourcesOf(example(), 'AWS::CloudFront::Distribution')[0]?.id ?? '';
    const twin = broken(example(), id, (properties) => {
      const config = structuredClone(properties.DistributionConfig) as Record<string, Record<string, unknown>>;
      delete config.DefaultCacheBehavior?.FunctionAssociations;
      properties.DistributionConfig = config;
    });
    expect(trusting(twin)).toEqual(['default']);
  });

  function openable(): string {
    const uri = resourcesOf(example(), 'AWS::ApiGatewayV2::Integration')[0]?.properties.IntegrationUri;
    return asText(uri).slice(1, -'.Arn}'.length);
  }
});
