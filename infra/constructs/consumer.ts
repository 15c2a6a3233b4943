import type { ServiceDefinition } from '@convener/contracts/manifest';
import { Duration } from 'aws-cdk-lib';
import { CfnRule, type EventBus } from 'aws-cdk-lib/aws-events';
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { type Alarms, ifItLasts } from './alarms.ts';
import type { MailEvents } from './mail-events.ts';
import { allowRules, houseQueue, lastStopQueue } from './queues.ts';
import type { ServiceFunction } from './service-function.ts';

export interface ConsumerProps {
  readonly stage: string;
  readonly service: ServiceDefinition;
  readonly whatPeopleLose: string;
  readonly target: ServiceFunction;
  readonly bus: EventBus;
  /** EventBridge source of a domain event type: only its own service can speak by that name. */
  readonly sourceOf: (type: string) => string;
  readonly mail: MailEvents;
  readonly undelivered: Queue;
  readonly alarms: Alarms;
}

/** A message is tried this often before it is set aside; with visibility of 6 timeouts that is most of an hour. */
const attempts = 5;

/**
 * Rules → one queue → `lambda/react.ts`. Never a rule straight to a function, whose own queue may drop what it holds. A message that
 * keeps failing is set aside, the rest goes on.
 */
export class Consumer extends Construct {
  readonly queue: Queue;
  readonly ruleArns: readonly string[];

  constructor(scope: Construct, id: string, props: ConsumerProps) {
    super(scope, id);
    const name = `convener-${props.stage}-${props.service.name}`;
    const dead = lastStopQueue(this, 'SetAside', `${name}-set-aside`);
    this.queue = houseQueue(this, 'Queue', {
      queueName: `${name}-react`,
      // AWS's own advice: six times the function's timeout, so that a message is not handed out twice while one batch is retried.
      visibilityTimeout: Duration.seconds(props.target.timeout.toSeconds() * 6),
      retentionPeriod: Duration.days(7),
      deadLetterQueue: { queue: dead, maxReceiveCount: attempts },
    });
    this.ruleArns = this.#rules(props, name);
    allowRules(this.queue, this.ruleArns);
    this.#feed(props.target);
    this.#alarm(props, dead);
  }

  #rules(props: ConsumerProps, name: string): readonly string[] {
    const target = { id: 'queue', arn: this.queue.queueArn, deadLetterConfig: { arn: props.undelivered.queueArn } };
    const eventPattern = patternOf(props);
    const rules: CfnRule[] = [];
    if (eventPattern) {
      const description = `What ${props.service.name} reacts to`;
      rules.push(new CfnRule(this, 'Rule', { name, description, eventBusName: props.bus.eventBusName, eventPattern, targets: [target] }));
    }
    if (props.service.reactsTo?.mailEvents) rules.push(props.mail.ruleInto(this, `${name}-mail`, target));
    return rules.map((rule) => rule.attrArn);
  }

  #feed(target: ServiceFunction): void {
    target.allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], [this.queue.queueArn]);
    const mapping = new CfnEventSourceMapping(this, 'Mapping', {
      eventSourceArn: this.queue.queueArn,
      functionName: target.function.functionName,
      batchSize: 10,
      functionResponseTypes: ['ReportBatchItemFailures'],
      // Enough for a full room's worth of news, few enough that one consumer cannot take the account's concurrency from the pages.
      scalingConfig: { maximumConcurrency: 5 },
    });
    acknowledge(mapping, 'queueRedrives');
  }

  #alarm({ alarms, service, whatPeopleLose }: ConsumerProps, dead: Queue): void {
    alarms.add({
      kind: 'set-aside',
      about: service.name,
      whatPeopleLose,
      metric: dead.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1), statistic: 'Maximum' }),
      above: 0,
    });
    alarms.add({
      kind: 'behind',
      about: service.name,
      whatPeopleLose: ifItLasts(whatPeopleLose),
      metric: this.queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(5), statistic: 'Maximum' }),
      above: 900,
      periods: 2,
    });
  }
}

/** One pattern for all that a service subscribes to, so that an event which fits twice arrives once. */
function patternOf({ service, sourceOf }: ConsumerProps): object | undefined {
  const { types = [], organiserActions } = service.reactsTo ?? {};
  const branches = [
    ...(types.length > 0 ? [{ source: [...new Set(types.map(sourceOf))], 'detail-type': types }] : []),
    ...(organiserActions ? [{ source: [{ prefix: 'convener.' }], detail: { actor: { kind: ['organiser'] } } }] : []),
  ];
  return branches.length > 1 ? { $or: branches } : branches[0];
}
