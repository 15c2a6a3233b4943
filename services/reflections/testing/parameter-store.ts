import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';

/** As much of SSM as a test of pages needs: the key that verifies organisers, and this service's own secret. One a test worker. */
export function parameterStore(): Promise<Store> {
  started ??= start();
  return started;
}

interface Store {
  readonly secrets: { readonly secret: () => Promise<string> };
  readonly sessionKey: string;
}

let started: Promise<Store> | undefined;

async function start(): Promise<Store> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const answer = JSON.stringify({ Parameter: { Value: publicKey.export({ type: 'spki', format: 'pem' }) } });
  const server = createServer((_incoming, outgoing) => {
    outgoing.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' });
    outgoing.end(answer);
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      server.unref();
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  process.env.AWS_ENDPOINT_URL_SSM = `http://127.0.0.1:${port}`;
  process.env.AWS_REGION = 'eu-west-2';
  process.env.AWS_ACCESS_KEY_ID = 'test';
  process.env.AWS_SECRET_ACCESS_KEY = 'test';
  return {
    secrets: { secret: async () => 'a secret of the test' },
    sessionKey: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
  };
}
