import type { Document } from '../document.ts';
import { identity } from '../identity.ts';
import type { BehaviourResource, BucketResource, OriginResource } from '../model.ts';
import { StackProblem } from '../template.ts';
import type { TemplateResource } from '../template-resource.ts';
import { globalArn } from './arn.ts';
import { readCachePolicy } from './cache-policy.ts';
import { readResponseHeaders } from './response-headers.ts';
import type { Types } from './types.ts';

export const distributionTypes: Types = {
  'AWS::CloudFront::Distribution': (resource) =>
    identity(resource.logicalId, { DomainName: resource.distributionDomain, Id: resource.logicalId }),
  'AWS::CloudFront::Function': (resource) => {
    const arn = globalArn('cloudfront', `function/${resource.physicalName('Name')}`);
    return identity(arn, { FunctionARN: arn, 'FunctionMetadata.FunctionARN': arn });
  },
  'AWS::CloudFront::CachePolicy': (resource) => identity(resource.logicalId, { Id: resource.logicalId }),
  'AWS::CloudFront::ResponseHeadersPolicy': (resource) => identity(resource.logicalId, { Id: resource.logicalId }),
};

/** The behaviours of the distribution, the most particular first as CloudFront tries them, `*` last. */
export function readBehaviours(resources: readonly TemplateResource[], buckets: readonly BucketResource[]): readonly BehaviourResource[] {
  return resources
    .filter(({ type }) => type === 'AWS::CloudFront::Distribution')
    .flatMap((resource) => {
      const config = resource.document().required('DistributionConfig');
      const read = (behaviour: Document, pathPattern: string) => readBehaviour({ behaviour, pathPattern, config, resources, buckets });
      return [
        ...config.children('CacheBehaviors').map((behaviour) => read(behaviour, behaviour.text('PathPattern'))),
        read(config.required('DefaultCacheBehavior'), '*'),
      ];
    });
}

interface Place {
  readonly behaviour: Document;
  readonly pathPattern: string;
  readonly config: Document;
  readonly resources: readonly TemplateResource[];
  readonly buckets: readonly BucketResource[];
}

function readBehaviour({ behaviour, pathPattern, config, resources, buckets }: Place): BehaviourResource {
  const { origin, failover } = originsOf(behaviour.text('TargetOriginId'), config, buckets);
  return {
    pathPattern,
    origin,
    ...(failover && { failover }),
    responseHeaders: readResponseHeaders(behaviour.optionalText('ResponseHeadersPolicyId'), resources),
    viewerRequestCode: viewerRequestCode(behaviour, resources),
    cache: readCachePolicy(behaviour.optionalText('CachePolicyId'), resources),
  };
}

/** A behaviour names one origin, or a group: its first member serves, its second where the first answers with one of the group's statuses. */
function originsOf(id: string, config: Document, buckets: readonly BucketResource[]): Pick<BehaviourResource, 'origin' | 'failover'> {
  const origin = (originId: string) => readOrigin(originCalled(originId, config), buckets);
  const groups = config.child('OriginGroups')?.children('Items') ?? [];
  const group = groups.find((candidate) => candidate.text('Id') === id);
  if (!group) return { origin: origin(id) };
  const [first, second] = group.required('Members').children('Items');
  if (!first || !second) throw new StackProblem(`${group.where}: a group of origins has two.`);
  const statuses = group.required('FailoverCriteria').required('StatusCodes').texts('Items').map(Number);
  return { origin: origin(first.text('OriginId')), failover: { statuses, origin: origin(second.text('OriginId')) } };
}

function originCalled(id: string, config: Document): Document {
  const origin = config.children('Origins').find((candidate) => candidate.text('Id') === id);
  if (!origin) throw new StackProblem(`${config.where}: there is no origin ${id}.`);
  return origin;
}

function readOrigin(origin: Document, buckets: readonly BucketResource[]): OriginResource {
  const domain = origin.text('DomainName');
  const bucket = buckets.find(({ name }) => domain.startsWith(`${name}.s3.`));
  if (bucket) return { kind: 'bucket', bucketName: bucket.name, originPath: origin.optionalText('OriginPath') ?? '' };
  if (!domain.includes('.execute-api.'))
    throw new StackProblem(`${origin.where}: the origin ${domain} is neither the API nor a bucket of this stack.`);
  const headers = origin
    .children('OriginCustomHeaders')
    .map((header) => [header.text('HeaderName').toLowerCase(), header.text('HeaderValue')]);
  return { kind: 'api', headers: Object.fromEntries(headers) };
}

function viewerRequestCode(behaviour: Document, resources: readonly TemplateResource[]): string | undefined {
  const associations = behaviour.children('FunctionAssociations');
  if (behaviour.children('LambdaFunctionAssociations').length > 0)
    throw new StackProblem(`${behaviour.where}: Lambda@Edge does not run on one machine.`);
  const unread = associations.find((association) => association.text('EventType') !== 'viewer-request');
  if (unread) throw new StackProblem(`${unread.where}: only viewer-request functions run on one machine.`);
  const arn = associations[0]?.text('FunctionARN');
  if (arn === undefined) return undefined;
  const code = resources.find(
    (resource) =>
      resource.type === 'AWS::CloudFront::Function' && globalArn('cloudfront', `function/${resource.physicalName('Name')}`) === arn,
  );
  return code?.document().text('FunctionCode');
}
