import { Aws, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CfnApi, CfnIntegration, CfnRoute, CfnStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { CfnPermission } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Stage } from '../stages.ts';
import { acknowledge } from './acknowledge.ts';
import { pascal } from './names.ts';
import type { ServiceFunction } from './service-function.ts';

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

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    this.api = new CfnApi(this, 'Api', { name: `convener-${stage.name}`, protocolType: 'HTTP' });
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

  /** One integration and one permission a function, however many routes it has: a permission a route overflows Lambda's policy. */
  serve(target: ServiceFunction, routes: readonly { readonly method: string; readonly path: string }[]): void {
    const integration = new CfnIntegration(target, 'Integration', {
      apiId: this.api.ref,
      integrationType: 'AWS_PROXY',
      integrationUri: target.function.functionArn,
      payloadFormatVersion: '2.0',
      timeoutInMillis: 29_000,
    });
    new CfnPermission(target, 'FromApi', {
      action: 'lambda:InvokeFunction',
      functionName: target.function.functionArn,
      principal: 'apigateway.amazonaws.com',
      sourceArn: Stack.of(this).formatArn({ service: 'execute-api', resource: this.api.ref, resourceName: '*/*' }),
    });
    for (const { method, path } of routes) {
      const routeKey = path === '$default' ? path : `${method} ${path}`;
      const route = new CfnRoute(target, pascal('Route', routeKey), {
        apiId: this.api.ref,
        routeKey,
        target: `integrations/${integration.ref}`,
        authorizationType: 'NONE',
      });
      acknowledge(route, 'signedInByUs');
    }
  }
}
