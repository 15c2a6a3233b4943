import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import { builtinModulesByCall } from '../../infra/bundling/builtin-modules.ts';
import { howLambdasAreBuilt } from '../../infra/bundling/bundle-lambdas.ts';
import { leanClients } from '../../infra/bundling/lean-clients.ts';
import { leaveOut, standIns } from '../../infra/bundling/stand-ins.ts';

/** Inside the repository, so that packages are found as from a service. */
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function folderWith(source: string): string {
  const folder = mkdtempSync(join(import.meta.dirname, '../../node_modules/.bundling-'));
  folders.push(folder);
  writeFileSync(join(folder, 'entry.ts'), source);
  return folder;
}

async function bundle(folder: string, plugins: Plugin[]): Promise<string> {
  const result = await build({ ...howLambdasAreBuilt, entryPoints: [join(folder, 'entry.ts')], outdir: folder, plugins });
  return result.outputFiles[0]?.text ?? '';
}

async function run(code: string): Promise<{ readonly answer: unknown }> {
  const file = join(mkdtempSync(join(tmpdir(), 'convener-bundle-')), 'index.mjs');
  writeFileSync(file, code);
  return import(/* @vite-ignore */ file);
}

describe('builtin modules', () => {
  const source = `
    import { createHash } from 'node:crypto';
    import path, { join } from 'path';
    import * as os from 'node:os';
    export const answer = [typeof createHash, path.join === join, typeof os.cpus].join(' ');
  `;

  it('arrive by call, whole and under every kind of import', async () => {
    const code = await bundle(folderWith(source), [builtinModulesByCall]);
    expect(code).not.toMatch(/\bimport\b/);
    expect(await run(code)).toMatchObject({ answer: 'function true function' });
  });

  it('are imports without the plugin', async () => {
    expect(await bundle(folderWith(source), [])).toMatch(/\bimport\b/);
  });
});

describe('AWS clients', () => {
  /** A client whose service answers with an error of the given name. */
  const source = (named: string) => `
    import { GetParameterCommand, ${named}, SSMClient, SSMServiceException } from '@aws-sdk/client-ssm';
    const answering = (name) => ({
      async handle() {
        const body = new TextEncoder().encode(JSON.stringify({ __type: name, message: 'so it is' }));
        return { response: { statusCode: 400, headers: {}, body } };
      },
    });
    const fail = async (name) => {
      const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
      const client = new SSMClient({ region: 'eu-west-2', credentials, maxAttempts: 1, requestHandler: answering(name) });
      return client.send(new GetParameterCommand({ Name: 'one' })).catch((error) => error);
    };
    const known = await fail('ParameterNotFound');
    const other = await fail('InvalidKeyId');
    export const answer = [known instanceof ${named}, known.name, other instanceof SSMServiceException, other.name, other.message].join(' ');
  `;

  it('keep the errors that a source names, and tell all others by name', async () => {
    const folder = folderWith(source('ParameterNotFound'));
    const code = await bundle(folder, [builtinModulesByCall, leanClients([folder])]);
    expect(await run(code)).toMatchObject({ answer: 'true ParameterNotFound true InvalidKeyId so it is' });
    expect(code).not.toContain('MaintenanceWindow');
  });

  it('are a quarter smaller for it', async () => {
    const folder = folderWith(source('ParameterNotFound'));
    const [lean, whole] = await Promise.all([
      bundle(folder, [builtinModulesByCall, leanClients([folder])]),
      bundle(folder, [builtinModulesByCall]),
    ]);
    expect(lean.length).toBeLessThan((whole.length * 3) / 4);
  });

  it('would lose a class that is used but not named', async () => {
    const folder = folderWith(source('ParameterNotFound'));
    const code = await bundle(folder, [builtinModulesByCall, leanClients([])]);
    expect(await run(code)).toMatchObject({ answer: expect.stringMatching(/^false ParameterNotFound/) });
  });
});

describe('stand-ins', () => {
  it.each(standIns.map(({ of }) => of))('%s is where the library still has it', (of) => {
    expect(existsSync(join(import.meta.dirname, '../../node_modules', of))).toBe(true);
  });

  const source = (options: string) => `
    import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
    const asked = [];
    const requestHandler = {
      async handle(request) {
        asked.push(request.hostname, request.headers.authorization.slice(0, 16));
        return { response: { statusCode: 200, headers: {}, body: new TextEncoder().encode('{"Item":{"pk":{"S":"a"}}}') } };
      },
    };
    const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
    const client = new DynamoDBClient({ region: 'eu-west-2', credentials, requestHandler, ${options} });
    const item = await client.send(new GetItemCommand({ TableName: 't', Key: { pk: { S: 'a' } } })).then(({ Item }) => Item.pk.S, ({ message }) => message);
    export const answer = [...asked, item].join(' ');
  `;

  it('change nothing about a call', async () => {
    const folder = folderWith(source(''));
    const [lean, whole] = await Promise.all([bundle(folder, [builtinModulesByCall, leaveOut]), bundle(folder, [builtinModulesByCall])]);
    const told = { answer: 'dynamodb.eu-west-2.amazonaws.com AWS4-HMAC-SHA256 a' };
    expect([await run(lean), await run(whole)]).toMatchObject([told, told]);
    expect(whole.length - lean.length).toBeGreaterThan(15_000);
  });

  it('pass on the trace of a request', async () => {
    const source = `
      import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
      Object.assign(process.env, { AWS_LAMBDA_FUNCTION_NAME: 'sample', _X_AMZN_TRACE_ID: 'Root=1-67' });
      let trace = 'none';
      const requestHandler = {
        async handle({ headers }) {
          trace = headers['X-Amzn-Trace-Id'];
          return { response: { statusCode: 200, headers: {}, body: new TextEncoder().encode('{}') } };
        },
      };
      const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
      await new DynamoDBClient({ region: 'eu-west-2', credentials, requestHandler }).send(new GetItemCommand({ TableName: 't', Key: { pk: { S: 'a' } } }));
      delete process.env.AWS_LAMBDA_FUNCTION_NAME;
      export const answer = trace;
    `;
    expect(await run(await bundle(folderWith(source), [builtinModulesByCall, leaveOut]))).toMatchObject({ answer: 'Root=1-67' });
  });

  it('refuse at once where what they stand for is switched on', async () => {
    const code = await bundle(folderWith(source("retryMode: 'adaptive'")), [builtinModulesByCall, leaveOut]);
    expect(await run(code)).toMatchObject({ answer: expect.stringContaining('AdaptiveRetryStrategy is left out of the bundles') });
  });

  it('leave letters as they are, with a calendar file', async () => {
    const compose = `
      import { composeLetter } from '@convener/mail';
      const person = { name: 'Ämy', address: 'amy@example.org' };
      const attachments = [{ fileName: 'event.ics', contentType: 'text/calendar; charset=utf-8; method=PUBLISH', content: 'BEGIN:VCALENDAR' }];
      const letter = { from: person, to: person, subject: 'Søren’s', text: 'https://example.org', html: '<p>a</p>', attachments };
      const composed = await composeLetter(letter);
      export const answer = Buffer.from(composed.mime).toString().replaceAll(/^(Message-ID|Date): .*|--_NmP-\\S+|boundary=.*/gm, '');
    `;
    const [lean, whole] = [folderWith(compose), folderWith(compose)];
    const answers = await Promise.all([
      bundle(lean, [builtinModulesByCall, leaveOut]).then(run),
      bundle(whole, [builtinModulesByCall]).then(run),
    ]);
    expect(answers[0].answer).toContain('text/calendar; charset=utf-8; method=PUBLISH');
    expect(answers[0]).toEqual(answers[1]);
  });
});
