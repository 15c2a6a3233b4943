import type { AwsRequest, AwsResponse, AwsService } from '../../part.ts';
import { isRecord } from '../patterns/event-pattern.ts';
import type { Engine } from './engine.ts';

/** Names that the stack and the engine give the same stream. */
export interface StreamNames {
  readonly stackArn: string;
  readonly engineArn: string;
}

const writes = new Set([
  'PutItem',
  'UpdateItem',
  'DeleteItem',
  'BatchWriteItem',
  'TransactWriteItems',
  'ExecuteStatement',
  'ExecuteTransaction',
]);
/** Answers that hold ARNs; the engine calls its region by its own name. */
const withArns = new Set(['CreateTable', 'DescribeTable', 'UpdateTable', 'DeleteTable']);
const passedOn = [
  'content-type',
  'x-amz-target',
  'x-amz-date',
  'authorization',
  'x-amz-security-token',
  'accept-encoding',
  'amz-sdk-invocation-id',
];

/**
 * DynamoDB and its Streams: requests go to the engine byte for byte, and answers come back with their checksum. Only ARNs are
 * translated, in the few actions that speak of them. `wrote` hears which tables changed.
 */
export function dynamodbService(parts: {
  readonly engine: Engine;
  readonly region: string;
  readonly streams: readonly StreamNames[];
  readonly wrote: (tableNames: readonly string[]) => void;
}): AwsService {
  const { engine, region, streams, wrote } = parts;
  const toEngine = (text: string) => streams.reduce((changed, { stackArn, engineArn }) => changed.replaceAll(stackArn, engineArn), text);
  const toStack = (text: string) =>
    streams
      .reduce((changed, { stackArn, engineArn }) => changed.replaceAll(engineArn, stackArn), text)
      .replaceAll('arn:aws:dynamodb:dynoxide:', `arn:aws:dynamodb:${region}:`)
      .replaceAll('"awsRegion":"dynoxide"', `"awsRegion":"${region}"`);

  return {
    async handle(request): Promise<AwsResponse> {
      const speaksOfStreams = (request.headers['x-amz-target'] ?? '').startsWith('DynamoDBStreams_');
      const body = speaksOfStreams ? Buffer.from(toEngine(Buffer.from(request.body).toString('utf8'))) : request.body;
      const reply = await engine.forward(headersFor(request), body);
      if (reply.status === 200 && writes.has(request.action)) wrote(tablesWritten(request));
      if (!speaksOfStreams && !withArns.has(request.action)) return reply;
      // The checksum was of the engine's words; without the header SDKs check none.
      const { 'x-amz-crc32': _, ...headers } = reply.headers;
      return { status: reply.status, headers, body: toStack(Buffer.from(reply.body).toString('utf8')) };
    },
  };
}

function headersFor(request: AwsRequest): Record<string, string> {
  return Object.fromEntries(passedOn.flatMap((name) => (request.headers[name] === undefined ? [] : [[name, request.headers[name]]])));
}

/** The tables that a request names, at whatever depth its action keeps them. */
function tablesWritten(request: AwsRequest): string[] {
  const body: unknown = JSON.parse(Buffer.from(request.body).toString('utf8'));
  if (!isRecord(body)) return [];
  if (typeof body.TableName === 'string') return [body.TableName];
  if (isRecord(body.RequestItems)) return Object.keys(body.RequestItems);
  if (!Array.isArray(body.TransactItems)) return [];
  const operations = body.TransactItems.flatMap((entry: unknown) => (isRecord(entry) ? Object.values(entry) : []));
  return [
    ...new Set(
      operations.flatMap((operation) => (isRecord(operation) && typeof operation.TableName === 'string' ? [operation.TableName] : [])),
    ),
  ];
}
