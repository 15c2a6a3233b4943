import { Document, parsed } from '../document.ts';
import { identity } from '../identity.ts';
import type { QueueResource } from '../model.ts';
import { account, region, StackProblem } from '../template.ts';
import type { TemplateResource } from '../template-resource.ts';
import { arn } from './arn.ts';
import { readPolicyDocument } from './policies.ts';
import type { Types } from './types.ts';

export const queueTypes: Types = {
  'AWS::SQS::Queue': (resource) => {
    const name = resource.physicalName('QueueName', 80);
    return identity(queueUrl(name), { Arn: arn('sqs', name), QueueName: name, QueueUrl: queueUrl(name) });
  },
  'AWS::SQS::QueuePolicy': (resource) => identity(resource.logicalId),
};

/** As on AWS: the SDK sends it in the body, and the gateway takes the name from it, so no port is tied into the template. */
function queueUrl(name: string): string {
  return `https://sqs.${region}.amazonaws.com/${account}/${name}`;
}

/** Every queue with the policies that are put on it. */
export function readQueues(resources: readonly TemplateResource[]): readonly QueueResource[] {
  const policies = resources.filter(({ type }) => type === 'AWS::SQS::QueuePolicy').map((resource) => resource.document());
  return resources
    .filter(({ type }) => type === 'AWS::SQS::Queue')
    .map((resource) => {
      const queue = readQueue(resource);
      const own = policies.filter((policy) => policy.texts('Queues').includes(queue.url));
      return { ...queue, policy: own.flatMap((policy) => readPolicyDocument(policy.required('PolicyDocument'))) };
    });
}

function readQueue(resource: TemplateResource): QueueResource {
  const document = resource.document();
  if (document.flag('FifoQueue', false)) throw new StackProblem(`${resource.where}: FIFO queues do not run on one machine.`);
  const name = resource.physicalName('QueueName', 80);
  const redrive = document.has('RedrivePolicy')
    ? new Document(parsed(document.values.RedrivePolicy, `${resource.where}.RedrivePolicy`), `${resource.where}.RedrivePolicy`)
    : undefined;
  return {
    logicalId: resource.logicalId,
    name,
    arn: arn('sqs', name),
    url: queueUrl(name),
    visibilityTimeoutSeconds: document.number('VisibilityTimeout', 30),
    retentionSeconds: document.number('MessageRetentionPeriod', 345_600),
    deadLetter: redrive && { arn: redrive.text('deadLetterTargetArn'), maxReceiveCount: redrive.number('maxReceiveCount') },
  };
}
