import { identity } from '../identity.ts';
import type { RouteResource } from '../model.ts';
import { region, StackProblem } from '../template.ts';
import type { TemplateResource } from '../template-resource.ts';
import { functionNameOf } from './functions.ts';
import type { Types } from './types.ts';

export const apiTypes: Types = {
  'AWS::ApiGatewayV2::Api': (resource) => {
    const id = resource.logicalId.toLowerCase().slice(0, 20);
    return identity(id, { ApiId: id, ApiEndpoint: `https://${id}.execute-api.${region}.amazonaws.com` });
  },
  'AWS::ApiGatewayV2::Integration': (resource) => identity(resource.logicalId, { IntegrationId: resource.logicalId }),
  'AWS::ApiGatewayV2::Route': (resource) => identity(resource.logicalId, { RouteId: resource.logicalId }),
};

/** The routes of every HTTP API, each with the function behind its integration. */
export function readRoutes(resources: readonly TemplateResource[]): readonly RouteResource[] {
  const functionOf = new Map<string, string>();
  for (const resource of resources) {
    if (resource.type === 'AWS::ApiGatewayV2::Api' && resource.document().text('ProtocolType') !== 'HTTP') {
      throw new StackProblem(`${resource.where}: only HTTP APIs run on one machine.`);
    }
    if (resource.type === 'AWS::ApiGatewayV2::Integration') functionOf.set(resource.logicalId, integratedFunction(resource));
  }
  return resources.filter(({ type }) => type === 'AWS::ApiGatewayV2::Route').map((resource) => readRoute(resource, functionOf));
}

function readRoute(resource: TemplateResource, functionOf: ReadonlyMap<string, string>): RouteResource {
  const document = resource.document();
  const authorization = document.optionalText('AuthorizationType') ?? 'NONE';
  if (authorization !== 'NONE')
    throw new StackProblem(`${resource.where}: an authoriser at the API does not run on one machine; the functions check sessions.`);
  const [method = '', path] = document.text('RouteKey').split(' ');
  const functionName = functionOf.get(document.text('Target').replace(/^integrations\//, ''));
  if (functionName === undefined) throw new StackProblem(`${resource.where} has no integration with a function.`);
  return path === undefined ? { method: 'ANY', path: method, functionName } : { method, path, functionName };
}

function integratedFunction(resource: TemplateResource): string {
  const document = resource.document();
  if (document.text('IntegrationType') !== 'AWS_PROXY' || document.optionalText('PayloadFormatVersion') !== '2.0') {
    throw new StackProblem(`${resource.where}: only function proxies with payload format 2.0 run on one machine.`);
  }
  const uri = document.text('IntegrationUri');
  return functionNameOf(/functions\/(arn:[^/]+)\/invocations/.exec(uri)?.[1] ?? uri);
}
