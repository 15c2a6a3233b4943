import { CfnArchive, EventBus } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';

/** Our one bus, with an archive of 35 days. The account's default bus has no archive: mail events pass it with addresses in them. */
export class DomainEventsBus extends Construct {
  readonly bus: EventBus;

  constructor(scope: Construct, id: string, stage: string) {
    super(scope, id);
    this.bus = new EventBus(this, 'Bus', {
      eventBusName: `convener-${stage}`,
      description: 'Domain events: ids and public facts, never personal data',
    });
    new CfnArchive(this, 'Archive', {
      archiveName: `convener-${stage}`,
      sourceArn: this.bus.eventBusArn,
      eventPattern: { source: [{ prefix: 'convener.' }] },
      retentionDays: 35,
    });
  }
}
