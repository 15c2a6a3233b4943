import type { IdentityAndMail } from '../../identity-and-mail/start.ts';
import { memoryJournal, smallStack } from '../../identity-and-mail/testing/surroundings.ts';
import type { Journal } from '../../part.ts';
import type { FunctionResource, Stack } from '../../stack/model.ts';
import type { PageSources } from '../sources.ts';

const bus = { name: 'convener-local', arn: 'arn:aws:events:eu-west-2:000000000000:event-bus/convener-local' };
const arn = (service: string, name: string): string => `arn:aws:${service}:eu-west-2:000000000000:${name}`;

const services = ['events', 'registration', 'accessibility', 'reflections', 'reports', 'mailing', 'organisers'] as const;
type Service = (typeof services)[number];

const hears: Partial<Record<Service, readonly string[]>> = {
  registration: ['event.published.v1', 'event.changed.v1', 'event.cancelled.v1'],
  accessibility: ['registration.confirmed.v1', 'registration.cancelled.v1', 'registration.erased.v1'],
  reflections: ['event.published.v1', 'registration.confirmed.v1'],
  reports: ['event.published.v1', 'theme.written.v1', 'theme.removed.v1'],
  mailing: ['registration.requested.v1', 'registration.confirmed.v1', 'registration.waitlisted.v1', 'report.published.v1'],
};

function functionNamed(service: Service, lambda: string): FunctionResource {
  const name = `convener-local-${service}-${lambda}`;
  return {
    logicalId: name,
    name,
    arn: arn('lambda', `function:${name}`),
    codeFolder: '/nowhere',
    handler: 'index.handler',
    environment: { SERVICE: service, STAGE: 'local', SECRET_PREFIX: '/convener/local' },
    roleArn: arn('iam', `role/${name}`),
    timeoutSeconds: 10,
    memoryMb: 512,
  };
}

/** Seven services, wired as the house wires them, small enough to read. */
export function sampleStack(): Stack {
  const functions = services.flatMap((service) =>
    ['public', 'organise', 'publish', ...(hears[service] ? ['react'] : [])].map((lambda) => functionNamed(service, lambda)),
  );
  const listening = services.filter((service) => hears[service]);
  const queue = (name: string, deadLetter: string | undefined) => ({
    logicalId: name,
    name: `convener-local-${name}`,
    arn: arn('sqs', `convener-local-${name}`),
    url: `http://127.0.0.1/${name}`,
    visibilityTimeoutSeconds: 60,
    retentionSeconds: 600,
    deadLetter: deadLetter === undefined ? undefined : { arn: arn('sqs', `convener-local-${deadLetter}`), maxReceiveCount: 5 },
  });
  return {
    ...smallStack,
    buses: [bus],
    functions,
    roles: functions
      .filter(({ name }) => name.endsWith('-publish'))
      .map((one) => ({
        arn: one.roleArn,
        name: one.name,
        statements: [
          {
            effect: 'Allow',
            actions: ['events:PutEvents'],
            resources: [bus.arn],
            conditions: { StringEquals: { 'events:source': [`convener.${one.environment.SERVICE ?? ''}`] } },
          },
        ],
      })),
    queues: listening.flatMap((service) => [queue(`${service}-react`, `${service}-set-aside`), queue(`${service}-set-aside`, undefined)]),
    mappings: listening.map((service) => ({
      logicalId: `${service}Mapping`,
      functionName: `convener-local-${service}-react`,
      sourceArn: arn('sqs', `convener-local-${service}-react`),
      batchSize: 10,
      windowSeconds: 0,
      filters: [],
      bisectOnError: false,
      maximumRetryAttempts: -1,
      reportBatchItemFailures: true,
      onFailureArn: undefined,
    })),
    rules: [
      ...listening.map((service) => rule(`convener-local-${service}`, bus.name, { 'detail-type': hears[service] }, service)),
      rule('convener-local-mailing-mail', 'default', { source: ['aws.ses'] }, 'mailing'),
    ],
    tables: [...services, 'accessibility-needs' as const].map((name) => ({
      logicalId: name,
      name: `convener-local-${name}`,
      arn: arn('dynamodb', `table/convener-local-${name}`),
      streamArn: name === 'accessibility-needs' ? undefined : arn('dynamodb', `table/convener-local-${name}/stream/1`),
      ttlAttribute: 'expiresAt',
      kmsKeyArn: name === 'accessibility-needs' ? smallStack.keys[0]?.arn : undefined,
      createTable: {},
    })),
    schedules: [
      {
        name: 'convener-local-registration-sweep',
        expression: 'rate(5 minutes)',
        timeZone: undefined,
        targetArn: functions[0]?.arn ?? '',
        input: undefined,
        deadLetterArn: undefined,
        maximumRetryAttempts: 2,
      },
    ],
    inert: ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::Alarm', 'AWS::Logs::LogGroup'].map((type, at) => ({
      logicalId: `Inert${at}`,
      type,
    })),
  };
}

function rule(name: string, busName: string, pattern: Readonly<Record<string, unknown>>, service: string): Stack['rules'][number] {
  const queueArn = arn('sqs', `convener-local-${service}-react`);
  return {
    name,
    arn: arn('events', `rule/${name}`),
    busName,
    pattern,
    targets: [{ id: 'queue', arn: queueArn, deadLetterArn: undefined, inputTransformer: undefined }],
  };
}

/** A journal in which a morning has happened. */
export function busyJournal(now: Date): Journal {
  const journal = memoryJournal();
  const at = (secondsAgo: number): string => new Date(now.getTime() - secondsAgo * 1000).toISOString();
  const happened = (secondsAgo: number, service: Service, detailType: string, id: string, matchedRules: readonly string[]) =>
    journal.tell({ kind: 'domain-event', at: at(secondsAgo), bus: bus.name, source: `convener.${service}`, detailType, id, matchedRules });
  const ran = (secondsAgo: number, name: string, milliseconds: number, trigger: string, failed = false) =>
    journal.tell({
      kind: 'invocation',
      at: at(secondsAgo),
      functionName: `convener-local-${name}`,
      milliseconds,
      cold: milliseconds > 100,
      trigger,
      outcome: failed ? 'failed' : 'ok',
    });
  happened(400, 'events', 'event.published.v1', 'evt_sample:2:event.published.v1', [
    'convener-local-registration',
    'convener-local-reflections',
    'convener-local-reports',
  ]);
  happened(120, 'registration', 'registration.requested.v1', 'reg_sample1:1:registration.requested.v1', ['convener-local-mailing']);
  happened(20, 'registration', 'registration.confirmed.v1', 'reg_sample1:2:registration.confirmed.v1', [
    'convener-local-accessibility',
    'convener-local-reflections',
    'convener-local-mailing',
  ]);
  happened(9, 'organisers', 'organiser.signed-in.v1', 'org_sample:7:organiser.signed-in.v1', []);
  ran(401, 'events-organise', 164.2, 'POST /organise/events/{eventId}/publish');
  ran(121, 'registration-public', 131.7, 'POST /events/{slug}/register');
  ran(21, 'registration-public', 8.9, 'POST /registrations/{token}');
  ran(19, 'mailing-react', 142.4, 'convener-local-mailing-react');
  ran(18, 'accessibility-react', 220.1, 'convener-local-accessibility-react', true);
  journal.tell({
    kind: 'log',
    at: at(18),
    functionName: 'convener-local-accessibility-react',
    line: '{"level":"ERROR","message":"needs.unavailable"}',
  });
  return journal;
}

export function sampleSources(part: IdentityAndMail, journal: Journal, changed: Partial<PageSources> = {}): PageSources {
  const stack = sampleStack();
  return {
    stack,
    journal,
    clock: { now: () => new Date() },
    baseUrl: 'http://127.0.0.1:3000',
    mailbox: part.mailbox,
    tokenFor: part.tokenFor,
    handleRaw: part.handleRaw,
    queueDepths: async () =>
      new Map(
        stack.queues.map(({ name }) => [
          name,
          { visible: name.endsWith('accessibility-set-aside') ? 2 : 0, inFlight: name.endsWith('mailing-react') ? 1 : 0 },
        ]),
      ),
    tableCounts: async () => new Map(stack.tables.map(({ name }, at) => [name, at * 37 + 4])),
    redrive: async () => 2,
    ...changed,
  };
}
