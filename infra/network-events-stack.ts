import type { ServiceDefinition } from '@convener/contracts/manifest';
import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Alarms } from './constructs/alarms.ts';
import { HouseDashboard } from './constructs/dashboard.ts';
import { DomainEventsBus } from './constructs/domain-events-bus.ts';
import { Edge } from './constructs/edge.ts';
import { HouseHttpApi } from './constructs/http-api.ts';
import { MailEvents } from './constructs/mail-events.ts';
import { pascal } from './constructs/names.ts';
import { watchPages } from './constructs/page-alarms.ts';
import { NetworkParameters } from './constructs/parameters.ts';
import { Schedules } from './constructs/schedules.ts';
import { Service } from './constructs/service.ts';
import { SignIn } from './constructs/sign-in.ts';
import type { CodeOf } from './constructs/surroundings.ts';
import type { Stage } from './stages.ts';

export interface NetworkEventsStackProps {
  readonly stage: Stage;
  readonly services: readonly ServiceDefinition[];
  readonly codeOf: CodeOf;
}

/** The whole system, wired from the manifests of its services. */
export class NetworkEventsStack extends Stack {
  constructor(scope: Construct, id: string, { stage, services, codeOf }: NetworkEventsStackProps) {
    super(scope, id, {
      stackName: `convener-${stage.name}`,
      description: 'Convener: a member network’s events, from registration to published report',
      terminationProtection: stage.terminationProtection,
    });
    const parameters = new NetworkParameters(this, 'Parameters');
    const alarms = new Alarms(this, 'Alarms', stage, parameters);
    const { bus } = new DomainEventsBus(this, 'DomainEvents', stage.name);
    const api = new HouseHttpApi(this, 'HttpApi', stage);
    const edge = new Edge(this, 'Edge', { stage, parameters, api, services });
    const signIn = new SignIn(this, 'SignIn', stage.name, parameters, edge.baseUrl);
    const mail = new MailEvents(this, 'Mail', stage.name, parameters);
    const schedules = new Schedules(this, 'Schedules', stage.name);

    const around = { stage, codeOf, parameters, alarms, bus, sourceOf: sourcesOf(services), api, edge, signIn, mail, schedules };
    const made = services.map((service) => new Service(this, pascal(service.name), service, around));

    watchPages(api, alarms);
    mail.watch(alarms);
    new HouseDashboard(this, 'Overview', { stage: stage.name, api, alarms, services: made });

    new CfnOutput(this, 'BaseUrlInUse', { value: edge.baseUrl, description: 'Address that people open' });
    new CfnOutput(this, 'DistributionDomain', { value: edge.distribution.distributionDomainName, description: 'Point DomainName here' });
    new CfnOutput(this, 'ReportsBucketName', { value: edge.reports.bucket.bucketName, description: 'Published reports' });
  }
}

/** Which service speaks of what. @throws Error for a domain event that no service emits. */
function sourcesOf(services: readonly ServiceDefinition[]): (type: string) => string {
  const emitters = new Map(services.flatMap((service) => service.emits.map((type) => [type, service.name] as const)));
  return (type) => {
    const emitter = emitters.get(type);
    if (!emitter) throw new Error(`No service emits ${type}; a manifest reacts to it.`);
    return `convener.${emitter}`;
  };
}
