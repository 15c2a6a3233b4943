import { Document } from '../document.ts';
import { identity } from '../identity.ts';
import type { PolicyStatement, RoleResource } from '../model.ts';
import { StackProblem } from '../template.ts';
import type { TemplateResource } from '../template-resource.ts';
import { globalArn } from './arn.ts';
import { readStatements } from './policies.ts';
import type { Types } from './types.ts';

export const roleTypes: Types = {
  'AWS::IAM::Role': (resource) => {
    const name = resource.physicalName('RoleName');
    return identity(name, { Arn: globalArn('iam', `role/${name}`), RoleId: name });
  },
  'AWS::IAM::ManagedPolicy': (resource) => {
    const arn = globalArn('iam', `policy/${resource.physicalName('ManagedPolicyName', 128)}`);
    return identity(arn, { PolicyArn: arn });
  },
  'AWS::IAM::Policy': (resource) => identity(resource.physicalName('PolicyName', 128)),
  'AWS::IAM::RolePolicy': (resource) => identity(resource.physicalName('PolicyName', 128)),
};

/** Every role with all that it is granted, whichever of IAM's ways the template uses: inline, attached from either side, or managed. */
export function readRoles(resources: readonly TemplateResource[]): readonly RoleResource[] {
  const attached = new Map<string, PolicyStatement[]>();
  const managed = new Map<string, readonly PolicyStatement[]>();
  for (const resource of resources) {
    if (!isPolicy(resource.type)) continue;
    const document = resource.document();
    const statements = readStatements(document.required('PolicyDocument'));
    if (resource.type === 'AWS::IAM::ManagedPolicy')
      managed.set(globalArn('iam', `policy/${resource.physicalName('ManagedPolicyName', 128)}`), statements);
    for (const role of [...document.texts('Roles'), ...document.texts('RoleName')])
      attached.set(role, [...(attached.get(role) ?? []), ...statements]);
  }
  return resources
    .filter(({ type }) => type === 'AWS::IAM::Role')
    .map((resource) => {
      const document = resource.document();
      const name = resource.physicalName('RoleName');
      const inline = document.children('Policies').flatMap((policy) => readStatements(policy.required('PolicyDocument')));
      const byArn = document.texts('ManagedPolicyArns').flatMap((policy) => managed.get(policy) ?? ownedByAws(policy, resource));
      return { name, arn: globalArn('iam', `role/${name}`), statements: [...inline, ...(attached.get(name) ?? []), ...byArn] };
    });
}

function isPolicy(type: string): boolean {
  return type === 'AWS::IAM::Policy' || type === 'AWS::IAM::ManagedPolicy' || type === 'AWS::IAM::RolePolicy';
}

const writeLogs = ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'];

/** The policies that AWS itself keeps, as far as a function's role may name them; their text is AWS's own documentation. */
const awsPolicies: Readonly<Record<string, readonly string[]>> = {
  AWSLambdaBasicExecutionRole: writeLogs,
  AWSLambdaSQSQueueExecutionRole: [...writeLogs, 'sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
  AWSLambdaDynamoDBExecutionRole: [
    ...writeLogs,
    'dynamodb:DescribeStream',
    'dynamodb:GetRecords',
    'dynamodb:GetShardIterator',
    'dynamodb:ListStreams',
  ],
};

function ownedByAws(arn: string, resource: TemplateResource): readonly PolicyStatement[] {
  const actions = awsPolicies[arn.slice(arn.lastIndexOf('/') + 1)];
  if (!actions || !arn.includes(':iam::aws:policy/'))
    throw new StackProblem(`${resource.where}: the local cloud does not know the policy ${arn}.`);
  return readStatements(new Document({ Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] }, arn));
}
