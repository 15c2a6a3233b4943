import { createServer, type Server } from 'node:http';
import { openFunction } from '@convener/http';
import { apiEvent, lambdaContext } from '@convener/testing/api-event';
import { parametersForTests } from '@convener/testing/visitor';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { publicDependencies } from '../dependencies.signing-in.ts';
import { organisers } from '../service.ts';
import { askSignOut, signIn, signInCallback, signOut } from './sign-in-handlers.ts';

/** An identity provider as far as its discovery goes. */
let server: Server;
let issuer = '';

beforeAll(async () => {
  await parametersForTests('organisers');
  server = createServer((_request, response) => {
    const about = { issuer, authorization_endpoint: `${issuer}/authorise`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/keys` };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(about));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  issuer = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  // No name of any table: whoever opened one would fail.
  vi.stubEnv('TABLE_NAME', undefined);
  vi.stubEnv('OIDC_ISSUER', issuer);
  vi.stubEnv('OIDC_CLIENT_ID', 'client');
});

afterAll(() => {
  vi.unstubAllEnvs();
  server.close();
});

const ask = (cookies: readonly string[]) =>
  openFunction({
    service: organisers,
    lambda: 'public',
    handlers: { signIn, signInCallback, askSignOut, signOut },
    dependencies: publicDependencies,
    environment: {
      SERVICE: 'organisers',
      STAGE: 'test',
      BASE_URL: 'https://network.example',
      ORIGIN_SECRET: 'edge',
      SECRET_PREFIX: '/convener/test',
      NETWORK_NAME: 'Sample Network',
    },
  })({ ...apiEvent({ routeKey: 'GET /sign-in', headers: { 'x-origin-secret': 'edge' } }), cookies: [...cookies] }, lambdaContext);

test('whoever comes to sign in is led to the identity provider, and no table is opened on the way', async () => {
  const answer = await ask([]);
  expect(answer.statusCode).toBe(303);
  expect(String(answer.headers?.location)).toMatch(new RegExp(`^${issuer}/authorise\\?`));
});

test('is not for want of looking: whoever has signed in before is looked up', async () => {
  expect((await ask(['__Host-sign-in=some-id'])).statusCode).toBe(500);
});
