import { type RouteDefinition, routeKeysOf } from '@convener/contracts/manifest';
import { NestedStack, Stack } from 'aws-cdk-lib';
import { type CfnApi, CfnIntegration, CfnRoute } from 'aws-cdk-lib/aws-apigatewayv2';
import { CfnPermission } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { pascal } from './names.ts';
import type { ServiceFunction } from './service-function.ts';

/**
 * All routes, in a stack of their own inside the stack: they are more than a third of everything, nothing refers to them, and the rest
 * stays well under what CloudFormation takes.
 */
export class Routes extends NestedStack {
  readonly #api: CfnApi;

  constructor(scope: Construct, id: string, api: CfnApi) {
    super(scope, id, { description: 'Routes of the HTTP API, from the manifests' });
    this.#api = api;
  }

  /** One integration and one permission a function, however many routes it has: a permission a route overflows Lambda's policy. */
  serve(target: ServiceFunction, name: string, routes: readonly RouteDefinition[]): void {
    const scope = new Construct(this, pascal(name));
    const apiId = this.#api.ref;
    const integration = new CfnIntegration(scope, 'Integration', {
      apiId,
      integrationType: 'AWS_PROXY',
      integrationUri: target.function.functionArn,
      payloadFormatVersion: '2.0',
      timeoutInMillis: 29_000,
    });
    new CfnPermission(scope, 'FromApi', {
      action: 'lambda:InvokeFunction',
      functionName: target.function.functionArn,
      principal: 'apigateway.amazonaws.com',
      sourceArn: Stack.of(this.#api).formatArn({ service: 'execute-api', resource: apiId, resourceName: '*/*' }),
    });
    for (const routeKey of routes.flatMap(routeKeysOf)) {
      const route = new CfnRoute(scope, pascal(routeKey), {
        apiId,
        routeKey,
        target: `integrations/${integration.ref}`,
        authorizationType: 'NONE',
      });
      acknowledge(route, 'signedInByUs');
    }
  }
}
