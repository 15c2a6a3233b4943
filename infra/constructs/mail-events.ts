import { Duration, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnRule } from 'aws-cdk-lib/aws-events';
import { CfnConfigurationSet, CfnConfigurationSetEventDestination, CfnEmailIdentity } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import { sesArn } from './grants.ts';
import type { NetworkParameters } from './parameters.ts';

/** The tag that carries a letter's id through SES and back. */
export const letterTag = 'letter';

/** Mail leaves by one configuration set, and what becomes of it comes back on the default bus. */
export class MailEvents extends Construct {
  readonly configurationSetName: string;
  readonly from: string;
  readonly identityArn: string;
  readonly configurationSetArn: string;

  constructor(scope: Construct, id: string, stage: string, parameters: NetworkParameters) {
    super(scope, id);
    this.configurationSetName = `convener-${stage}`;
    this.from = parameters.chosen('MailFrom');
    this.identityArn = sesArn(this, 'identity', parameters.mailDomain());
    this.configurationSetArn = sesArn(this, 'configuration-set', this.configurationSetName);
    const set = new CfnConfigurationSet(this, 'ConfigurationSet', {
      name: this.configurationSetName,
      // A letter about somebody's place does not travel in the clear; SES tells us where a mail server cannot do TLS.
      deliveryOptions: { tlsPolicy: 'REQUIRE' },
      reputationOptions: { reputationMetricsEnabled: true },
      sendingOptions: { sendingEnabled: true },
      suppressionOptions: { suppressedReasons: ['BOUNCE', 'COMPLAINT'] },
    });
    new CfnConfigurationSetEventDestination(this, 'ToDefaultBus', {
      configurationSetName: set.ref,
      eventDestination: {
        name: 'default-bus',
        enabled: true,
        matchingEventTypes: ['SEND', 'DELIVERY', 'BOUNCE', 'COMPLAINT', 'REJECT', 'DELIVERY_DELAY'],
        // SES sends to the default bus only. Opens and clicks are not asked for: nobody is watched while reading.
        eventBridgeDestination: {
          eventBusArn: Stack.of(this).formatArn({ service: 'events', resource: 'event-bus', resourceName: 'default' }),
        },
      },
    });
    const identity = new CfnEmailIdentity(this, 'Identity', {
      emailIdentity: parameters.mailDomain(),
      dkimSigningAttributes: { nextSigningKeyLength: 'RSA_2048_BIT' },
      feedbackAttributes: { emailForwardingEnabled: false },
    });
    identity.cfnOptions.condition = parameters.identityWanted;
  }

  /** SES's events carry addresses and headers; this rule passes on what is in its template and nothing else. */
  ruleInto(
    scope: Construct,
    name: string,
    target: { readonly id: string; readonly arn: string; readonly deadLetterConfig: { readonly arn: string } },
  ): CfnRule {
    return new CfnRule(scope, 'MailEvents', {
      name,
      description: 'What became of letters: type, message id, letter id and bounce kind alone',
      eventPattern: { source: ['aws.ses'], detail: { mail: { tags: { 'ses:configuration-set': [this.configurationSetName] } } } },
      targets: [
        {
          ...target,
          inputTransformer: {
            inputPathsMap: {
              type: '$.detail.eventType',
              messageId: '$.detail.mail.messageId',
              letterId: `$.detail.mail.tags.${letterTag}[0]`,
              bounceKind: '$.detail.bounce.bounceType',
              at: '$.time',
            },
            // In quotes, so that a path which an event lacks becomes empty text and not broken JSON.
            inputTemplate:
              '{"mailEvent":{"type":"<type>","messageId":"<messageId>","letterId":"<letterId>","bounceKind":"<bounceKind>","at":"<at>"}}',
          },
        },
      ],
    });
  }

  /** SES itself reviews an account at 5 % bounces and 0.1 % complaints; both alarms leave time to act. */
  watch(alarms: Alarms): void {
    const rate = (metricName: string) => new Metric({ namespace: 'AWS/SES', metricName, statistic: 'Average', period: Duration.hours(1) });
    alarms.add({
      kind: 'bounces',
      about: 'mail',
      whatPeopleLose: 'Letters to addresses that no longer exist, and soon every letter: SES stops an account that bounces too much.',
      metric: rate('Reputation.BounceRate'),
      above: 0.04,
    });
    alarms.add({
      kind: 'complaints',
      about: 'mail',
      whatPeopleLose: 'People who did not want our mail got it, and soon nobody gets any: SES stops an account with complaints.',
      metric: rate('Reputation.ComplaintRate'),
      above: 0.0008,
    });
  }
}
