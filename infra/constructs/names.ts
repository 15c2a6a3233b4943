import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** Names are settled before anything exists, so that a role can name a function that is declared after it. */
export function functionName(stage: string, service: string, lambda: string): string {
  return `convener-${stage}-${service}-${lambda}`;
}

export function tableName(stage: string, service: string, key: string): string {
  return key === 'main' ? `convener-${stage}-${service}` : `convener-${stage}-${service}-${key}`;
}

export function secretPrefix(stage: string): string {
  return `/convener/${stage}`;
}

export function functionArn(scope: Construct, name: string): string {
  return Stack.of(scope).formatArn({
    service: 'lambda',
    resource: 'function',
    resourceName: name,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
}

export function tableArn(scope: Construct, name: string): string {
  return Stack.of(scope).formatArn({ service: 'dynamodb', resource: 'table', resourceName: name });
}

export function indexArn(scope: Construct, name: string, index: string): string {
  return Stack.of(scope).formatArn({ service: 'dynamodb', resource: 'table', resourceName: `${name}/index/${index}` });
}

/** `name` is a full parameter name and starts with a slash. */
export function parameterArn(scope: Construct, name: string): string {
  return Stack.of(scope).formatArn({ service: 'ssm', resource: 'parameter', resourceName: name.slice(1) });
}

/** `access-coordinator` becomes `AccessCoordinator`, for logical ids that people can read. */
export function pascal(...words: readonly string[]): string {
  return words
    .flatMap((word) => word.split(/[^A-Za-z0-9]+/))
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
