import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type Alarms, ifItLasts } from './alarms.ts';
import type { ServiceFunction } from './service-function.ts';

/** A stream forgets after a day; ten minutes leaves the rest of it to mend what holds it up. */
const tooOldMilliseconds = 600_000;

export interface StreamReaderProps {
  readonly table: Table;
  readonly target: ServiceFunction;
  /** Gets where in the stream the records are that were given up on, never a record itself. */
  readonly undelivered: IQueue;
  readonly alarms: Alarms;
  readonly about: string;
  readonly whatPeopleLose: string;
  readonly filter?: Readonly<Record<string, unknown>>;
}

/** A service's own table, told in order to one of its own functions. */
export class StreamReader extends Construct {
  constructor(scope: Construct, id: string, props: StreamReaderProps) {
    super(scope, id);
    const { table, target, undelivered, filter } = props;
    const streamArn = table.tableStreamArn;
    if (!streamArn) throw new Error(`${target.functionName} reads the stream of a table that has none.`);
    target.allow(['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'], [streamArn]);
    target.allow(['sqs:SendMessage'], [undelivered.queueArn]);
    new CfnEventSourceMapping(this, 'Mapping', {
      eventSourceArn: streamArn,
      functionName: target.function.functionName,
      startingPosition: 'TRIM_HORIZON',
      batchSize: 100,
      bisectBatchOnFunctionError: true,
      // With bisecting, one bad record holds up its shard for minutes and not for the day that a stream remembers.
      maximumRetryAttempts: 10,
      functionResponseTypes: ['ReportBatchItemFailures'],
      destinationConfig: { onFailure: { destination: undelivered.queueArn } },
      ...(filter ? { filterCriteria: { filters: [{ pattern: JSON.stringify(filter) }] } } : {}),
    });
    props.alarms.add({
      kind: 'stream-behind',
      about: props.about,
      whatPeopleLose: ifItLasts(props.whatPeopleLose),
      metric: target.function.metric('IteratorAge', { period: Duration.minutes(5), statistic: 'Maximum' }),
      above: tooOldMilliseconds,
      periods: 2,
    });
  }
}
