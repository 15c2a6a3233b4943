import { readCloudAssembly } from './cloud-assembly.ts';
import { type Secrets, secretsInMemory } from './dynamic-references.ts';
import { readRoutes } from './families/api.ts';
import { readBucket } from './families/buckets.ts';
import { readBehaviours } from './families/distribution.ts';
import { defaultBus, isEnabled, readBus, readRule } from './families/events.ts';
import { readFunction } from './families/functions.ts';
import { isInert } from './families/inert.ts';
import { readKeys } from './families/keys.ts';
import { readMapping } from './families/mappings.ts';
import { readQueues } from './families/queues.ts';
import { readRoles } from './families/roles.ts';
import { readSchedule } from './families/schedules.ts';
import { readParameter, readSecret } from './families/secrets.ts';
import { readConfigurationSets } from './families/ses.ts';
import { readTable } from './families/tables.ts';
import { identify } from './identify.ts';
import type { Stack } from './model.ts';
import { Scope } from './scope.ts';
import { account, region } from './template.ts';
import type { TemplateResource } from './template-resource.ts';

/**
 * Reads the synthesised stack as plain data, every intrinsic resolved. `parameters` are the deployer's; `BaseUrl` also stands in
 * for the distribution's own address.
 * @throws StackProblem for a resource type, intrinsic or setting that the local cloud does not know, with the resource's logical id.
 */
export function readStack(cdkOutFolder: string, parameters: Readonly<Record<string, string>>, secrets: Secrets = secretsInMemory()): Stack {
  const distributionDomain = parameters.BaseUrl ? new URL(parameters.BaseUrl).host : 'distribution.invalid';
  const scopes = readCloudAssembly(cdkOutFolder).map((stack) => new Scope(stack, { parameters, secrets, distributionDomain }));
  const placed = scopes.flatMap((scope) => scope.resources().map((resource) => ({ resource, scope })));
  const resources = placed.map(({ resource }) => resource);
  for (const resource of resources) identify(resource);
  const each = <T>(types: string | readonly string[], read: (resource: TemplateResource) => T): readonly T[] =>
    resources.filter(({ type }) => types.includes(type)).map(read);
  const secretResources = each(['AWS::SecretsManager::Secret'], (resource) => readSecret(resource, secrets));
  const buckets = each(['AWS::S3::Bucket'], readBucket);
  return {
    account,
    region,
    functions: placed
      .filter(({ resource }) => resource.type === 'AWS::Lambda::Function')
      .map(({ resource, scope }) => readFunction(resource, scope, resources)),
    tables: each(['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'], readTable),
    queues: readQueues(resources),
    buses: [defaultBus, ...each(['AWS::Events::EventBus'], readBus)],
    rules: resources.filter((resource) => resource.type === 'AWS::Events::Rule' && isEnabled(resource)).map(readRule),
    schedules: resources.filter((resource) => resource.type === 'AWS::Scheduler::Schedule' && isEnabled(resource)).map(readSchedule),
    mappings: each(['AWS::Lambda::EventSourceMapping'], readMapping),
    routes: readRoutes(resources),
    behaviours: readBehaviours(resources, buckets),
    buckets,
    configurationSets: readConfigurationSets(resources),
    keys: readKeys(resources),
    roles: readRoles(resources),
    secrets: secretResources,
    parameters: each(['AWS::SSM::Parameter'], readParameter),
    outputs: Object.assign({}, ...scopes.map((scope) => scope.outputs())),
    inert: resources.filter(isInert).map(({ logicalId, type }) => ({ logicalId, type })),
  };
}
