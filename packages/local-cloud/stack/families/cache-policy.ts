import type { Document } from '../document.ts';
import type { CacheResource } from '../model.ts';
import { StackProblem } from '../template.ts';
import type { TemplateResource } from '../template-resource.ts';

/** AWS's own policies, by the ids that are the same in every account; see "Use managed cache policies" in CloudFront's guide. */
const managed: Readonly<Record<string, CacheResource | 'none'>> = {
  '4135ea2d-6df8-44a3-9df3-4b5a84be39ad': 'none',
  '658327ea-f89d-4fab-a63d-7e88639e58f6': {
    minimumSeconds: 1,
    defaultSeconds: 86_400,
    maximumSeconds: 31_536_000,
    headers: [],
    query: false,
  },
};

/** The cache policy of a behaviour; undefined where nothing is kept. */
export function readCachePolicy(policyId: string | undefined, resources: readonly TemplateResource[]): CacheResource | undefined {
  if (policyId === undefined) return undefined;
  const known = managed[policyId];
  if (known !== undefined) return known === 'none' ? undefined : known;
  const policy = resources.find(({ type, logicalId }) => type === 'AWS::CloudFront::CachePolicy' && logicalId === policyId);
  if (!policy) throw new StackProblem(`The cache policy ${policyId} is neither in the template nor one that the local cloud knows.`);
  const config = policy.document().required('CachePolicyConfig');
  const maximumSeconds = config.number('MaxTTL');
  if (maximumSeconds === 0) return undefined;
  const key = config.required('ParametersInCacheKeyAndForwardedToOrigin');
  if (behaviourOf(key, 'CookiesConfig', 'CookieBehavior') !== 'none') {
    throw new StackProblem(`${key.where}: answers kept by cookie are not played on one machine.`);
  }
  return {
    minimumSeconds: config.number('MinTTL'),
    defaultSeconds: config.number('DefaultTTL'),
    maximumSeconds,
    headers: key
      .required('HeadersConfig')
      .texts('Headers')
      .map((name) => name.toLowerCase()),
    query: readQuery(key),
  };
}

function readQuery(key: Document): boolean {
  const behaviour = behaviourOf(key, 'QueryStringsConfig', 'QueryStringBehavior');
  if (behaviour === 'all' || behaviour === 'none') return behaviour === 'all';
  throw new StackProblem(`${key.where}: answers are kept by the whole query or by none of it on one machine, not ${behaviour}.`);
}

function behaviourOf(key: Document, part: string, name: string): string {
  return key.required(part).text(name);
}
