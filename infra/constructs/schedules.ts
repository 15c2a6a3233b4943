import { Aws } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule, CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { ServiceFunction } from './service-function.ts';

/** What wakes the sweeps. Scheduler's one role may invoke exactly the functions that have a schedule. */
export class Schedules extends Construct {
  readonly #group: CfnScheduleGroup;
  readonly #permissions = new PolicyDocument({ minimize: true });
  #role: Role | undefined;

  constructor(scope: Construct, id: string, stage: string) {
    super(scope, id);
    this.#group = new CfnScheduleGroup(this, 'Group', { name: `convener-${stage}` });
  }

  /** `every` as Scheduler writes it: `rate(5 minutes)`. What could not be started goes to `undelivered`. */
  wake(target: ServiceFunction, every: string, undelivered: IQueue): void {
    this.#permissions.addStatements(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [target.function.functionArn] }),
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [undelivered.queueArn] }),
    );
    new CfnSchedule(target, 'Schedule', {
      name: target.functionName,
      groupName: this.#group.ref,
      scheduleExpression: every,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: target.function.functionArn,
        roleArn: this.#roleOfScheduler().roleArn,
        retryPolicy: { maximumRetryAttempts: 3, maximumEventAgeInSeconds: 600 },
        deadLetterConfig: { arn: undelivered.queueArn },
      },
    });
  }

  #roleOfScheduler(): Role {
    this.#role ??= new Role(this, 'Role', {
      description: 'Scheduler wakes the sweeps',
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID, 'aws:SourceArn': this.#group.attrArn } },
      }),
      inlinePolicies: { exactly: this.#permissions },
    });
    return this.#role;
  }
}
