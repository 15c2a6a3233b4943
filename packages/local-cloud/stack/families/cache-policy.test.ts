import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CacheResource } from '../model.ts';
import { readStack } from '../read-stack.ts';
import { isRecord } from '../template.ts';
import { assemblyWith, smallAssembly } from '../testing/small-stack.ts';

const policy = (key: object) => ({
  Type: 'AWS::CloudFront::CachePolicy',
  Properties: {
    CachePolicyConfig: {
      Name: 'as-the-answer-says',
      MinTTL: 0,
      DefaultTTL: 0,
      MaxTTL: 3600,
      ParametersInCacheKeyAndForwardedToOrigin: {
        CookiesConfig: { CookieBehavior: 'none' },
        EnableAcceptEncodingGzip: true,
        HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['Accept'] },
        QueryStringsConfig: { QueryStringBehavior: 'all' },
        ...key,
      },
    },
  },
});

/** The small stack with this policy in it and with this policy's id at the default behaviour. */
function cacheRead(id: unknown, key: object = {}): CacheResource | undefined {
  const folder = assemblyWith('PagePolicy', policy(key));
  const file = join(folder, 'Small.template.json');
  const template: unknown = JSON.parse(readFileSync(file, 'utf8'), (name, value: unknown) => {
    return name === 'DefaultCacheBehavior' && isRecord(value) ? { ...value, CachePolicyId: id } : value;
  });
  writeFileSync(file, JSON.stringify(template));
  return readStack(folder, { BaseUrl: 'http://127.0.0.1:3000' }).behaviours.find(({ pathPattern }) => pathPattern === '*')?.cache;
}

test('a policy of the template gives its bounds and what tells answers apart', () => {
  expect(cacheRead({ Ref: 'PagePolicy' })).toEqual({
    minimumSeconds: 0,
    defaultSeconds: 0,
    maximumSeconds: 3600,
    headers: ['accept'],
    query: true,
  });
});

test("AWS's own policies are known by their ids: one keeps nothing, one keeps files for a day", () => {
  expect(cacheRead('4135ea2d-6df8-44a3-9df3-4b5a84be39ad')).toBeUndefined();
  expect(cacheRead('658327ea-f89d-4fab-a63d-7e88639e58f6')).toMatchObject({ defaultSeconds: 86_400, query: false, headers: [] });
});

test('without a policy nothing is kept', () => {
  expect(readStack(smallAssembly, { BaseUrl: 'http://127.0.0.1:3000' }).behaviours.map(({ cache }) => cache)).toContain(undefined);
});

test('what cannot be played stops the start', () => {
  expect(() => cacheRead('elsewhere')).toThrow(/neither in the template/);
  expect(() => cacheRead({ Ref: 'PagePolicy' }, { CookiesConfig: { CookieBehavior: 'all' } })).toThrow(/by cookie/);
  expect(() => cacheRead({ Ref: 'PagePolicy' }, { QueryStringsConfig: { QueryStringBehavior: 'whitelist' } })).toThrow(/not whitelist/);
});
