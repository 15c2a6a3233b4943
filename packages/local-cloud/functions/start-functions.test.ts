import { afterEach, expect, test } from 'vitest';
import type { FunctionResource } from '../stack/model.ts';
import type { PoolLimits } from './environment-pool.ts';
import { type RunningFunctions, startFunctions } from './start-functions.ts';
import { functionOf, surroundingsOf } from './testing/probe.ts';

const running: RunningFunctions[] = [];
afterEach(async () => {
  for (const functions of running.splice(0)) await functions.stop();
});

async function start(resources: readonly FunctionResource[], limits: Partial<PoolLimits> = {}) {
  const surroundings = surroundingsOf({ functions: resources });
  const functions = await startFunctions(surroundings, limits);
  running.push(functions);
  return { functions, surroundings };
}

const COUNTER = 'let calls = 0; export const handler = async (event) => ({ calls: ++calls, event });';

test('the first call is cold and imports the bundle; the next finds the same environment warm', async () => {
  const { functions, surroundings } = await start([await functionOf(COUNTER)]);
  expect(await functions.invoke('probe', { a: 1 })).toMatchObject({ kind: 'answered', cold: true, payload: { calls: 1, event: { a: 1 } } });
  expect(await functions.invoke('probe', { a: 2 })).toMatchObject({ kind: 'answered', cold: false, payload: { calls: 2 } });
  expect(surroundings.happenings.filter((one) => one.kind === 'invocation')).toMatchObject([
    { functionName: 'probe', cold: true, outcome: 'ok', trigger: 'invoke' },
    { functionName: 'probe', cold: false, outcome: 'ok', trigger: 'invoke' },
  ]);
});

test('a worker has the variables of its own function and of Lambda, and nothing of this machine', async () => {
  process.env.CONVENER_PROBE_OF_THIS_MACHINE = 'must not be seen';
  const source = 'export const handler = async () => ({ ...process.env });';
  const one = await functionOf(source, { name: 'one', environment: { TABLE_NAME: 'ours' }, memoryMb: 256 });
  const other = await functionOf(source, { name: 'other' });
  const { functions } = await start([one, other]);
  const seen = await functions.invoke('one', {});
  expect(seen).toMatchObject({
    payload: {
      TABLE_NAME: 'ours',
      AWS_ACCESS_KEY_ID: 'one',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_REGION: 'eu-west-2',
      AWS_ENDPOINT_URL: 'http://127.0.0.1:4566',
      AWS_LAMBDA_FUNCTION_NAME: 'one',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256',
      LAMBDA_TASK_ROOT: one.codeFolder,
      TZ: 'UTC',
      _HANDLER: 'index.handler',
    },
  });
  const names = seen.kind === 'answered' ? Object.keys(Object(seen.payload)) : [];
  expect(names).not.toContain('CONVENER_PROBE_OF_THIS_MACHINE');
  expect(names).not.toContain('PATH');
  expect(names).not.toContain('AWS_SESSION_TOKEN');
  expect((await functions.invoke('other', {})).kind === 'answered' && (await functions.invoke('other', {}))).not.toHaveProperty(
    'payload.TABLE_NAME',
  );
});

test('the context tells who runs, under what limits, and how long is left', async () => {
  const source = 'export const handler = async (event, context) => ({ ...context, left: context.getRemainingTimeInMillis() });';
  const { functions } = await start([await functionOf(source, { timeoutSeconds: 7 })]);
  const result = await functions.invoke('probe', {});
  expect(result).toMatchObject({
    payload: {
      functionName: 'probe',
      invokedFunctionArn: 'arn:aws:lambda:eu-west-2:000000000000:function:probe',
      memoryLimitInMB: '128',
      functionVersion: '$LATEST',
      awsRequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      left: expect.any(Number),
    },
  });
  const left = result.kind === 'answered' ? Object(result.payload).left : 0;
  expect(left > 5000 && left <= 7000).toBe(true);
});

test('what a handler throws is its failure, and the environment stays', async () => {
  const source = `let calls = 0;
    export const handler = async (event) => { calls++; if (event.fail) throw new TypeError('no'); return calls; };`;
  const { functions, surroundings } = await start([await functionOf(source)]);
  expect(await functions.invoke('probe', { fail: true })).toMatchObject({ kind: 'failed', errorType: 'TypeError', message: 'no' });
  expect(await functions.invoke('probe', {})).toMatchObject({ kind: 'answered', payload: 2, cold: false });
  expect(surroundings.happenings).toContainEqual(expect.objectContaining({ outcome: 'failed', message: 'TypeError: no' }));
});

test.each([
  ['an exit', 'process.exit(3)', 'Runtime.ExitError'],
  ['an error that nobody caught', "setImmediate(() => { throw new RangeError('loose'); }); await new Promise(() => {});", 'RangeError'],
  [
    'a rejection that nobody caught',
    "Promise.reject(new Error('loose')); await new Promise(() => {});",
    'Runtime.UnhandledPromiseRejection',
  ],
  ['more memory than it has', 'const all = []; for (;;) all.push(new Array(1e5).fill({}).map(() => ({})));', 'Runtime.ExitError'],
])('after %s the next call is cold', async (_name, crash, errorType) => {
  const source = `export const handler = async (event) => { if (event.crash) { ${crash} } return 'well'; };`;
  const { functions } = await start([await functionOf(source, { timeoutSeconds: 30, memoryMb: 32 })]);
  expect(await functions.invoke('probe', {})).toMatchObject({ kind: 'answered', cold: true });
  expect(await functions.invoke('probe', { crash: true })).toMatchObject({ kind: 'failed', errorType });
  expect(await functions.invoke('probe', {})).toMatchObject({ kind: 'answered', payload: 'well', cold: true });
});

test.each([
  ['that waits', 'await new Promise(() => {})'],
  ['that never lets go of its thread', 'for (;;) {}'],
])('a handler %s is ended at its timeout and its environment with it', async (_name, wait) => {
  const source = `export const handler = async (event) => { if (event.wait) { ${wait} } return 'well'; };`;
  const { functions } = await start([await functionOf(source, { timeoutSeconds: 0.2 })]);
  expect(await functions.invoke('probe', { wait: true })).toMatchObject({
    kind: 'failed',
    errorType: 'Sandbox.Timedout',
    message: 'Task timed out after 0.20 seconds',
  });
  expect(await functions.invoke('probe', {})).toMatchObject({ kind: 'answered', payload: 'well', cold: true });
});

test.each([
  ['no file', { handler: 'missing.handler' }, 'Runtime.ImportModuleError'],
  ['no such export', { handler: 'index.missing' }, 'Runtime.HandlerNotFound'],
])('a bundle with %s fails as in Lambda', async (_name, overrides, errorType) => {
  const { functions } = await start([await functionOf(COUNTER, overrides)]);
  expect(await functions.invoke('probe', {})).toMatchObject({ kind: 'failed', errorType });
});

test('a bundle that fails as it is imported fails each call anew', async () => {
  const { functions } = await start([await functionOf("throw new SyntaxError('bad settings'); export const handler = 1;")]);
  for (const _ of [1, 2]) {
    expect(await functions.invoke('probe', {})).toMatchObject({ kind: 'failed', errorType: 'SyntaxError', message: 'bad settings' });
  }
});

const CROWD = `let inside = 0; let most = 0;
  export const handler = async () => { most = Math.max(most, ++inside); await new Promise((go) => setTimeout(go, 30)); inside--; return { most }; };`;

test('an environment serves one invocation at a time, and there are never more environments than allowed', async () => {
  const { functions, surroundings } = await start([await functionOf(CROWD)], { maximumEnvironments: 2 });
  const results = await Promise.all(Array.from({ length: 9 }, () => functions.invoke('probe', {})));
  for (const result of results) expect(result).toMatchObject({ kind: 'answered', payload: { most: 1 } });
  expect(surroundings.happenings.filter((one) => one.kind === 'invocation' && one.cold)).toHaveLength(2);
});

test('broken twin: the probe for one invocation at a time sees two where there are two', async () => {
  const twin: { handler: () => Promise<{ most: number }> } = await import(`data:text/javascript,${encodeURIComponent(CROWD)}`);
  const results = await Promise.all([twin.handler(), twin.handler()]);
  expect(results.at(-1)?.most).toBe(2);
});

test('an environment that nobody uses is let go', async () => {
  const { functions } = await start([await functionOf(COUNTER)], { idleMilliseconds: 1 });
  await functions.invoke('probe', {});
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await functions.invoke('probe', {})).toMatchObject({ cold: true, payload: { calls: 1 } });
});

test('lines on the console reach the journal, in order and before the answer', async () => {
  const source = `import { Console } from 'node:console';
    export const handler = async () => { console.log('one'); new Console(process.stdout, process.stderr).warn('two\\nthree'); };`;
  const { functions, surroundings } = await start([await functionOf(source)]);
  expect(await functions.invoke('probe', {})).toMatchObject({ kind: 'answered', payload: null });
  expect(surroundings.happenings.map((one) => (one.kind === 'log' ? one.line : one.kind))).toEqual(['one', 'two', 'three', 'invocation']);
});

test("a handler's clock follows the one that tests own, in every way to read it, and goes back", async () => {
  const source = `export const handler = async () => ({
    now: new Date(Date.now()).getUTCFullYear(), made: new Date().getUTCFullYear(), called: Date().includes('2031'), is: new Date() instanceof Date,
    fixed: new Date('2020-02-03T04:05:06Z').toISOString(), parts: new Date(2020, 1, 3).toISOString(), epoch: new Date(0).getTime(), utc: Date.UTC(2020, 1, 3),
    sub: new (class Later extends Date { later() { return this.getUTCFullYear() + 1; } })().later() });`;
  const { functions, surroundings } = await start([await functionOf(source)]);
  surroundings.setTime(new Date('2031-05-06T07:08:09Z'));
  expect(await functions.invoke('probe', {})).toMatchObject({
    payload: {
      now: 2031,
      made: 2031,
      called: true,
      is: true,
      sub: 2032,
      fixed: '2020-02-03T04:05:06.000Z',
      parts: '2020-02-03T00:00:00.000Z',
      epoch: 0,
      utc: Date.UTC(2020, 1, 3),
    },
  });
  surroundings.setTime(undefined);
  expect(await functions.invoke('probe', {})).toMatchObject({ cold: false, payload: { now: new Date().getUTCFullYear(), called: false } });
});

test('a module that reads the time as it is imported reads the time that tests own', async () => {
  const { functions, surroundings } = await start([
    await functionOf('const born = new Date().toISOString(); export const handler = async () => born;'),
  ]);
  surroundings.setTime(new Date('2031-05-06T07:08:09Z'));
  expect(await functions.invoke('probe', {})).toMatchObject({ payload: expect.stringMatching(/^2031-05-06/) });
});

test('payloads and answers beyond six megabytes are refused', async () => {
  const { functions } = await start([
    await functionOf("export const handler = async (event) => 'x'.repeat(event.size ?? 0);", { memoryMb: 512 }),
  ]);
  expect(await functions.invoke('probe', 'x'.repeat(6_300_000))).toMatchObject({ kind: 'failed', errorType: 'RequestTooLargeException' });
  expect(await functions.invoke('probe', { size: 6_300_000 })).toMatchObject({
    kind: 'failed',
    errorType: 'Function.ResponseSizeTooLarge',
  });
  expect(await functions.invoke('probe', { size: 6_000_000 })).toMatchObject({ kind: 'answered' });
});

test('an answer that is not JSON is the failure of its handler', async () => {
  const { functions } = await start([await functionOf('export const handler = async () => ({ size: 1n });')]);
  expect(await functions.invoke('probe', {})).toMatchObject({ kind: 'failed', errorType: 'Runtime.MarshalError' });
});

test('crash kills what is at work and leaves the next call to a fresh environment', async () => {
  const source =
    "export const handler = async (event) => { if (event.wait) { console.log('begun'); await new Promise(() => {}); } return 'well'; };";
  const { functions, surroundings } = await start([await functionOf(source)]);
  const halfway = functions.invoke('probe', { wait: true });
  await expect.poll(() => surroundings.happenings.some((one) => one.kind === 'log')).toBe(true);
  expect(await functions.crash('probe')).toBe(1);
  expect(await halfway).toMatchObject({ kind: 'failed', errorType: 'Runtime.ExitError' });
  expect(await functions.invoke('probe', {})).toMatchObject({ payload: 'well', cold: true });
});

test('stopping ends those at work and those that wait; stopping twice is harmless', async () => {
  const { functions } = await start([await functionOf('export const handler = () => new Promise(() => {});')], { maximumEnvironments: 1 });
  const calls = [functions.invoke('probe', {}), functions.invoke('probe', {})];
  await functions.stop();
  await functions.stop();
  for (const result of await Promise.all([...calls, functions.invoke('probe', {})])) {
    expect(result).toMatchObject({ kind: 'failed', errorType: 'Sandbox.Stopped' });
  }
});

test('nobody can invoke a function that the template does not have', async () => {
  const { functions } = await start([]);
  expect(await functions.invoke('nobody', {})).toMatchObject({ kind: 'failed', errorType: 'ResourceNotFoundException' });
});
