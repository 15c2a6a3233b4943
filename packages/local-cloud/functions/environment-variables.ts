import type { FunctionResource } from '../stack/model.ts';

/**
 * The whole environment of one function: the template's variables and those that Lambda sets. The access key is the function's
 * own name, by which the gateway knows whose role to judge; nothing of this machine's environment comes along.
 */
export function environmentVariables(resource: FunctionResource, region: string, gatewayUrl: string): Record<string, string> {
  return {
    LANG: 'en_US.UTF-8',
    TZ: 'UTC',
    ...resource.environment,
    AWS_ACCESS_KEY_ID: resource.name,
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ENDPOINT_URL: gatewayUrl,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: resource.name,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(resource.memoryMb),
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${resource.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    LAMBDA_TASK_ROOT: resource.codeFolder,
    _HANDLER: resource.handler,
  };
}
