import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import { lastStopQueue } from './queues.ts';
import type { ServiceFunction } from './service-function.ts';
import { StreamReader } from './stream-reader.ts';

export interface PublisherProps {
  readonly stage: string;
  readonly service: string;
  readonly whatPeopleLose: string;
  readonly target: ServiceFunction;
  readonly table: Table;
  readonly bus: EventBus;
  readonly undelivered: Queue;
  readonly alarms: Alarms;
}

/** Table stream → the service's `publish` → our bus. What EventBridge refuses lies in a queue of its own until somebody looks. */
export class Publisher extends Construct {
  readonly refused: Queue;

  constructor(scope: Construct, id: string, props: PublisherProps) {
    super(scope, id);
    const { target, table, bus, service } = props;
    this.refused = lastStopQueue(this, 'Refused', `convener-${props.stage}-${service}-refused`);
    // A service cannot speak in another's name.
    target.allow(['events:PutEvents'], [bus.eventBusArn], { StringEquals: { 'events:source': `convener.${service}` } });
    target.allow(['sqs:SendMessage'], [this.refused.queueArn]);
    // For `npm run republish`, which reads the envelopes that items still carry.
    target.allow(['dynamodb:Scan'], [table.tableArn]);
    target.setVariable('EVENT_BUS_NAME', bus.eventBusName);
    target.setVariable('REFUSED_QUEUE_URL', this.refused.queueUrl);
    new StreamReader(this, 'Stream', {
      table,
      target,
      undelivered: props.undelivered,
      alarms: props.alarms,
      about: service,
      whatPeopleLose: props.whatPeopleLose,
    });
    this.#alarm(props);
  }

  #alarm({ alarms, service, whatPeopleLose }: PublisherProps): void {
    alarms.add({
      kind: 'refused',
      about: service,
      whatPeopleLose,
      metric: this.refused.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1), statistic: 'Maximum' }),
      above: 0,
    });
  }
}
