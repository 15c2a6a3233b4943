import type { LambdaDefinition, ServiceDefinition } from '@convener/contracts/manifest';
import { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { whatPeopleLose } from '../services/what-people-lose.ts';
import { ifItLasts } from './alarms.ts';
import type { ServiceFunction } from './service-function.ts';
import type { ServiceTable } from './service-table.ts';
import type { Surroundings } from './surroundings.ts';

export interface Watched {
  readonly manifest: ServiceDefinition;
  readonly functions: readonly ServiceFunction[];
  readonly tables: readonly ServiceTable[];
  readonly logGroup: LogGroup;
  readonly undelivered: Queue | undefined;
  readonly around: Surroundings;
}

/** Alarms that every service has; those of consumers and publishers come with their parts. */
export function watchService(watched: Watched): void {
  watchFunctions(watched);
  watchTables(watched);
  watchUndelivered(watched);
  watchSweeps(watched);
  if (sendsMail(watched.manifest)) watchLetters(watched);
}

/** What somebody waits for. Consumers, publishers and sweeps need no such alarm: their failures show in their queues, which ring. */
function watchFunctions({ manifest, functions, around: { alarms } }: Watched): void {
  const period = Duration.minutes(5);
  const kinds = Object.values(manifest.lambdas).map((lambda) => lambda.kind);
  const waitedFor = functions.filter((_, position) => kinds[position] === 'http' || kinds[position] === 'call');
  if (waitedFor.length === 0) return;
  alarms.add({
    kind: 'functions-failing',
    about: manifest.name,
    whatPeopleLose: whatPeopleLose[manifest.name].service,
    metric: sum(
      waitedFor.map((one) => one.function.metricErrors({ period, statistic: 'Sum' })),
      period,
      'Errors of pages and calls',
    ),
    above: 2,
  });
}

function watchTables({ manifest, tables, around: { alarms } }: Watched): void {
  if (tables.length === 0) return;
  const period = Duration.minutes(5);
  alarms.add({
    kind: 'table-busy',
    about: manifest.name,
    whatPeopleLose: ifItLasts(whatPeopleLose[manifest.name].service),
    metric: sum(
      tables.map(({ table }) => table.metric('WriteThrottleEvents', { period, statistic: 'Sum' })),
      period,
      'Writes turned away',
    ),
    above: 10,
    periods: 2,
  });
}

function watchUndelivered({ manifest, undelivered, around: { alarms } }: Watched): void {
  if (!undelivered) return;
  alarms.add({
    kind: 'undelivered',
    about: manifest.name,
    whatPeopleLose: `Something that this service should have been told is lying aside. ${whatPeopleLose[manifest.name].news}`,
    metric: undelivered.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1), statistic: 'Maximum' }),
    above: 0,
  });
}

/** A sweep that no longer runs fails nowhere; its silence has to ring. */
function watchSweeps({ manifest, functions, around: { alarms } }: Watched): void {
  for (const [position, [name, lambda]] of Object.entries(manifest.lambdas).entries()) {
    const every = scheduleOf(lambda);
    const target = functions[position];
    if (!every || !target) continue;
    alarms.add({
      kind: 'silent',
      about: `${manifest.name}-${name}`,
      whatPeopleLose: whatPeopleLose[manifest.name].sweeps,
      metric: target.function.metricInvocations({ period: threeTimes(every), statistic: 'Sum' }),
      below: 1,
      silenceIsFailure: true,
    });
  }
}

/** Whoever sends logs a code for every letter that SES refused or whose fate is unknown. */
function watchLetters({ manifest, logGroup, around: { alarms, stage } }: Watched): void {
  const metric = { metricNamespace: 'Convener', metricName: `${stage.name}-${manifest.name}-letters-in-doubt` };
  new MetricFilter(logGroup, 'LettersInDoubt', {
    logGroup,
    filterPattern: FilterPattern.any(
      FilterPattern.stringValue('$.message', '=', 'letter.in-doubt'),
      FilterPattern.stringValue('$.message', '=', 'letter.refused'),
    ),
    ...metric,
    metricValue: '1',
  });
  alarms.add({
    kind: 'letters-in-doubt',
    about: manifest.name,
    whatPeopleLose: 'Somebody may not have got a letter about their place, and we do not know whether they did.',
    metric: new Metric({
      namespace: metric.metricNamespace,
      metricName: metric.metricName,
      statistic: 'Sum',
      period: Duration.minutes(15),
    }),
    above: 0,
  });
}

function sendsMail(manifest: ServiceDefinition): boolean {
  return Object.values(manifest.lambdas).some((lambda) => lambda.grants.some((grant) => grant.to === 'mail'));
}

function scheduleOf(lambda: LambdaDefinition): string | undefined {
  return lambda.kind === 'sweep' || lambda.kind === 'stream' ? lambda.every : undefined;
}

/** CloudWatch's periods are whole minutes of a list; a day is the longest that an alarm may look back. */
function threeTimes(every: string): Duration {
  const [, count = '1', unit = 'minutes'] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(every) ?? [];
  const minutes = Number(count) * ({ minute: 1, hour: 60, day: 1440 }[unit] ?? 1) * 3;
  return Duration.minutes([15, 60, 180, 360, 720].find((longer) => longer >= minutes) ?? 1440);
}

/** CloudWatch adds up at most ten metrics in one alarm, and charges for each. */
function sum(metrics: readonly Metric[], period: Duration, label: string): MathExpression {
  const usingMetrics = Object.fromEntries(metrics.map((metric, position) => [`m${position}`, metric]));
  return new MathExpression({ expression: `SUM([${Object.keys(usingMetrics).join(',')}])`, usingMetrics, period, label });
}
