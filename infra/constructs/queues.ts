import { Duration } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

/** Long enough that a long holiday does not lose what was set aside. */
const lastStopRetention = Duration.days(14);

/** Encrypted at rest, TLS alone; every queue of the house. */
export function houseQueue(scope: Construct, id: string, props: QueueProps & { readonly queueName: string }): Queue {
  return new Queue(scope, id, { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, ...props });
}

/** Where something ends up that could not be delivered; whoever makes one gives it an alarm. */
export function lastStopQueue(scope: Construct, id: string, queueName: string): Queue {
  const queue = houseQueue(scope, id, { queueName, retentionPeriod: lastStopRetention });
  acknowledge(queue, 'lastStop', 'lastStopWithoutSource');
  return queue;
}

/** Lets the named rules, and nothing else of EventBridge, put messages into a queue. */
export function allowRules(queue: Queue, ruleArns: readonly string[]): void {
  queue.addToResourcePolicy(
    new PolicyStatement({
      sid: 'OurRulesAlone',
      principals: [new ServicePrincipal('events.amazonaws.com')],
      actions: ['sqs:SendMessage'],
      resources: [queue.queueArn],
      conditions: { ArnEquals: { 'aws:SourceArn': ruleArns } },
    }),
  );
}
