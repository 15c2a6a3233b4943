import { Aws, RemovalPolicy } from 'aws-cdk-lib';
import { CfnApi, CfnStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Stage } from '../stages.ts';
import { Routes } from './routes.ts';

/** No path, no query, no address: letters carry signed links, and a route key says enough to count by. */
const accessLogFormat = JSON.stringify({
  requestId: '$context.requestId',
  time: '$context.requestTimeEpoch',
  routeKey: '$context.routeKey',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  integrationStatus: '$context.integrationStatus',
  bytes: '$context.responseLength',
});

/** The HTTP API behind CloudFront. Its routes come from the manifests. */
export class HouseHttpApi extends Construct {
  readonly api: CfnApi;
  readonly routes: Routes;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    this.api = new CfnApi(this, 'Api', { name: `convener-${stage.name}`, protocolType: 'HTTP' });
    this.routes = new Routes(this, 'Routes', this.api);
    const accessLog = new LogGroup(this, 'AccessLog', {
      logGroupName: `/convener/${stage.name}/access`,
      retention: stage.logRetentionDays as RetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new CfnStage(this, 'Stage', {
      apiId: this.api.ref,
      stageName: '$default',
      autoDeploy: true,
      accessLogSettings: { destinationArn: accessLog.logGroupArn, format: accessLogFormat },
      defaultRouteSettings: {
        throttlingRateLimit: stage.requestsPerSecond,
        throttlingBurstLimit: stage.requestsPerSecond * 2,
        detailedMetricsEnabled: true,
      },
    });
  }

  get domainName(): string {
    return `${this.api.ref}.execute-api.${Aws.REGION}.${Aws.URL_SUFFIX}`;
  }
}
