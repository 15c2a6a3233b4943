import { createServer } from 'node:http';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AwsRequest } from '../part.ts';
import { type RunningFunctions, startFunctions } from './start-functions.ts';
import { functionOf, surroundingsOf, type TestSurroundings } from './testing/probe.ts';

const SOURCE = `export const handler = async (event) => {
  if (event.fail) throw new TypeError('refused');
  console.log('got', JSON.stringify(event));
  return { echo: event };
};`;

let functions: RunningFunctions;
let surroundings: TestSurroundings;
const ask = (overrides: Partial<AwsRequest>) =>
  functions.services.get('lambda')?.handle({
    service: 'lambda',
    action: 'InvokeFunction',
    method: 'POST',
    path: '/2015-03-31/functions/directory/invocations',
    headers: {},
    body: Buffer.from('{"ids":["a"]}'),
    caller: { kind: 'function', functionName: 'letters', roleArn: 'arn:aws:iam::000000000000:role/letters' },
    ...overrides,
  });

beforeAll(async () => {
  surroundings = surroundingsOf({ functions: [await functionOf(SOURCE, { name: 'directory' })] });
  functions = await startFunctions(surroundings);
});
afterAll(() => functions.stop());

test('a synchronous call gets the very payload, and the journal knows who called', async () => {
  expect(await ask({})).toMatchObject({ status: 200, body: '{"echo":{"ids":["a"]}}' });
  expect(surroundings.happenings).toContainEqual(expect.objectContaining({ kind: 'invocation', trigger: 'invoke by letters' }));
});

test('what the handler throws comes back with the header of a function error', async () => {
  expect(await ask({ body: Buffer.from('{"fail":true}') })).toMatchObject({
    status: 200,
    headers: { 'x-amz-function-error': 'Unhandled' },
    body: '{"errorType":"TypeError","errorMessage":"refused","trace":[]}',
  });
});

test('an asynchronous call is accepted at once and runs', async () => {
  expect(await ask({ headers: { 'x-amz-invocation-type': 'Event' }, body: Buffer.from('{"later":1}') })).toMatchObject({
    status: 202,
    body: '',
  });
  await expect.poll(() => surroundings.happenings.some((one) => one.kind === 'log' && one.line === 'got {"later":1}')).toBe(true);
});

test('a function is known by its name, its ARN and with a qualifier', async () => {
  for (const name of ['arn:aws:lambda:eu-west-2:000000000000:function:directory', '000000000000:function:directory', 'directory:$LATEST']) {
    expect(await ask({ path: `/2015-03-31/functions/${encodeURIComponent(name)}/invocations` })).toMatchObject({ status: 200 });
  }
});

test.each([
  ['an unknown function', { path: '/2015-03-31/functions/nobody/invocations' }, 404, 'ResourceNotFoundException'],
  ['another operation', { path: '/2015-03-31/functions/directory', method: 'GET' }, 400, 'UnknownOperationException'],
  ['a payload that is not JSON', { body: Buffer.from('{') }, 400, 'InvalidRequestContentException'],
  ['a payload that is too large', { body: Buffer.alloc(6_300_000, ' ') }, 413, 'RequestTooLargeException'],
])('%s is refused', async (_name, overrides, status, type) => {
  expect(await ask(overrides)).toMatchObject({ status, headers: { 'x-amzn-errortype': type } });
});

test("AWS's own client understands answers and refusals", async () => {
  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const answer = await ask({ method: request.method ?? '', path: request.url ?? '', headers, body: Buffer.concat(chunks) });
    response.writeHead(answer?.status ?? 500, answer?.headers);
    response.end(answer?.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const client = new LambdaClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'letters', secretAccessKey: 'local' },
  });
  const fine = await client.send(new InvokeCommand({ FunctionName: 'directory', Payload: '{"ids":["é"]}' }));
  expect([fine.StatusCode, fine.FunctionError, fine.Payload?.transformToString()]).toEqual([200, undefined, '{"echo":{"ids":["é"]}}']);
  const failed = await client.send(new InvokeCommand({ FunctionName: 'directory', Payload: '{"fail":true}' }));
  expect(failed.FunctionError).toBe('Unhandled');
  await expect(client.send(new InvokeCommand({ FunctionName: 'nobody' }))).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  client.destroy();
  server.close();
  server.closeAllConnections();
});
