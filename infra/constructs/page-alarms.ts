import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Alarms } from './alarms.ts';
import type { HouseHttpApi } from './http-api.ts';

export function pageMetric(api: HouseHttpApi, metricName: 'Count' | '4xx' | '5xx' | 'Latency', statistic: string): Metric {
  return new Metric({
    namespace: 'AWS/ApiGateway',
    metricName,
    statistic,
    period: Duration.minutes(5),
    dimensionsMap: { ApiId: api.api.ref },
  });
}

/** What people see of the whole, whichever service is at fault. */
export function watchPages(api: HouseHttpApi, alarms: Alarms): void {
  alarms.add({
    kind: 'pages-failing',
    about: 'site',
    whatPeopleLose: 'People get an error page instead of what they came for.',
    metric: pageMetric(api, '5xx', 'Sum'),
    above: 4,
  });
  alarms.add({
    kind: 'pages-slow',
    about: 'site',
    whatPeopleLose: 'One person in twenty waits for more than two seconds for a page.',
    metric: pageMetric(api, 'Latency', 'p95'),
    above: 2000,
    periods: 3,
  });
  alarms.add({
    kind: 'throttled',
    about: 'account',
    whatPeopleLose: 'People are turned away, or wait, because the account runs as many functions as it may.',
    metric: new Metric({ namespace: 'AWS/Lambda', metricName: 'Throttles', statistic: 'Sum', period: Duration.minutes(5) }),
    above: 5,
  });
}
