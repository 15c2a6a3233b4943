import { Duration } from 'aws-cdk-lib';
import { AlarmStatusWidget, Dashboard, GraphWidget, type IMetric, type IWidget, Metric, TextWidget } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import type { HouseHttpApi } from './http-api.ts';
import { pageMetric } from './page-alarms.ts';
import type { Service } from './service.ts';

export interface HouseDashboardProps {
  readonly stage: string;
  readonly api: HouseHttpApi;
  readonly alarms: Alarms;
  readonly services: readonly Service[];
}

/** One page for the person who was called: what rings, what people get, what waits. */
export class HouseDashboard extends Construct {
  constructor(scope: Construct, id: string, { stage, api, alarms, services }: HouseDashboardProps) {
    super(scope, id);
    const functions = services.flatMap((service) => [...service.functions.values()].map((one) => one.function));
    const queues = services.flatMap((service) => (service.consumer ? [service.consumer.queue] : []));
    const period = Duration.minutes(5);
    new Dashboard(this, 'Dashboard', {
      dashboardName: `convener-${stage}`,
      defaultInterval: Duration.hours(12),
      widgets: [
        [
          new TextWidget({
            markdown: `# Convener, ${stage}\nEach alarm says what people lose; docs/runbook.md says what to do.`,
            width: 24,
            height: 2,
          }),
        ],
        [new AlarmStatusWidget({ title: 'What rings', alarms: [...alarms.all()], width: 24, height: 6 })],
        [
          graph('Pages', [pageMetric(api, 'Count', 'Sum'), pageMetric(api, '5xx', 'Sum'), pageMetric(api, '4xx', 'Sum')]),
          graph('Milliseconds until a page', [pageMetric(api, 'Latency', 'p50'), pageMetric(api, 'Latency', 'p95')]),
          graph('Mail', [mail('Send'), mail('Delivery'), mail('Bounce'), mail('Complaint')]),
        ],
        [
          graph(
            'Errors of functions',
            functions.map((one) => one.metricErrors({ period })),
          ),
          graph(
            'Milliseconds of functions (p95)',
            functions.map((one) => one.metricDuration({ period, statistic: 'p95' })),
          ),
          graph(
            'Seconds that the oldest message waits',
            queues.map((queue) => queue.metricApproximateAgeOfOldestMessage({ period, statistic: 'Maximum' })),
          ),
        ],
      ],
    });
  }
}

function graph(title: string, left: readonly IMetric[]): IWidget {
  return new GraphWidget({ title, left: [...left], width: 8, height: 6 });
}

function mail(metricName: string): Metric {
  return new Metric({ namespace: 'AWS/SES', metricName, statistic: 'Sum', period: Duration.minutes(15) });
}
