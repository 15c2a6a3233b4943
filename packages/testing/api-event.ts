import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';

type Changes = Partial<Omit<APIGatewayProxyEventV2, 'requestContext' | 'version'>> & { readonly method?: string };

/** A request as API Gateway hands it over (payload 2.0): a plain GET of `/`, but for what is said. */
export function apiEvent({ method = 'GET', ...changes }: Changes): APIGatewayProxyEventV2 {
  const rawPath = changes.rawPath ?? '/';
  const routeKey = changes.routeKey ?? `${method} ${rawPath}`;
  return {
    version: '2.0',
    rawQueryString: '',
    headers: {},
    cookies: [],
    isBase64Encoded: false,
    ...changes,
    rawPath,
    routeKey,
    requestContext: {
      ...{ accountId: '', apiId: '', domainName: '', domainPrefix: '', requestId: '', stage: '$default', time: '', timeEpoch: 0 },
      routeKey,
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '198.51.100.1', userAgent: '' },
    },
  };
}

const nothing = () => undefined;

/** What Lambda hands over beside the event; no function of the house looks at it. */
export const lambdaContext: Context = {
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'test',
  functionVersion: '$LATEST',
  invokedFunctionArn: 'arn:aws:lambda:eu-west-2:000000000000:function:test',
  memoryLimitInMB: '512',
  awsRequestId: 'test',
  logGroupName: 'test',
  logStreamName: 'test',
  getRemainingTimeInMillis: () => 30_000,
  done: nothing,
  fail: nothing,
  succeed: nothing,
};
