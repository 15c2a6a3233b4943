import { Aws, Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnTopic, Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { type AlarmKind, alarmKinds } from '../alarm-kinds.ts';
import type { Stage } from '../stages.ts';
import { pascal } from './names.ts';
import { type NetworkParameters, onlyIf } from './parameters.ts';

export interface HouseAlarm {
  readonly kind: AlarmKind;
  /** What it is about: a service, or a part of the whole, as in the alarm's name. */
  readonly about: string;
  /** In the eyes of an attendee, a member or an organiser. */
  readonly whatPeopleLose: string;
  readonly metric: IMetric;
  /** The alarm goes off where the metric is above this (or below, if `below`) in each of `periods` periods. */
  readonly above?: number;
  readonly below?: number;
  readonly periods?: number;
  /** Silence is itself the failure, as with a sweep that no longer runs. */
  readonly silenceIsFailure?: true;
}

/** All alarms and the one topic that they tell; the alarm's text is what the person who is called reads first. */
export class Alarms extends Construct {
  readonly topic: Topic;
  readonly #stage: Stage;

  constructor(scope: Construct, id: string, stage: Stage, parameters: NetworkParameters) {
    super(scope, id);
    this.#stage = stage;
    this.topic = new Topic(this, 'Topic', { topicName: `convener-${stage.name}-alarms`, enforceSSL: true });
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsOfThisAccount',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    );
    this.#tell(parameters);
  }

  add(alarm: HouseAlarm): Alarm {
    const { heading } = alarmKinds[alarm.kind];
    const below = alarm.below !== undefined;
    const made = new Alarm(this, pascal(alarm.about, alarm.kind), {
      alarmName: `convener-${this.#stage.name}-${alarm.about}-${alarm.kind}`,
      alarmDescription: `${alarm.whatPeopleLose} What to do: docs/runbook.md, "${heading}".`,
      metric: alarm.metric,
      threshold: alarm.below ?? alarm.above ?? 0,
      comparisonOperator: below ? ComparisonOperator.LESS_THAN_THRESHOLD : ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: alarm.periods ?? 1,
      treatMissingData: alarm.silenceIsFailure ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    made.addAlarmAction(new SnsAction(this.topic));
    return made;
  }

  #tell(parameters: NetworkParameters): void {
    const topic = this.topic.node.defaultChild;
    if (!(topic instanceof CfnTopic)) throw new Error('A topic without its resource.');
    const byMail = [{ Protocol: 'email', Endpoint: parameters.chosen('AlarmEmail') }];
    topic.addPropertyOverride('Subscription', onlyIf(parameters.alarmEmailGiven, byMail));
  }

  /** Every alarm of the stack, for the dashboard. */
  all(): readonly Alarm[] {
    return Stack.of(this)
      .node.findAll()
      .filter((child): child is Alarm => child instanceof Alarm);
  }
}

/** The sentence of what is lost, for a delay or a trickle that is not yet a loss. */
export function ifItLasts(whatPeopleLose: string): string {
  return `If it lasts: ${whatPeopleLose.charAt(0).toLowerCase()}${whatPeopleLose.slice(1)}`;
}
