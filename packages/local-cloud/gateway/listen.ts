import type { Server } from 'node:http';

export interface Listening {
  readonly port: number;
  readonly url: string;
  stop(): Promise<void>;
}

/** Listens on this machine alone; port 0 takes a free one. Stopping cuts what is still open. */
export async function listen(server: Server, port: number): Promise<Listening> {
  // Clients of the SDK keep connections open; a server that closes an idle one just as a call arrives looks like a fault.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  const taken = typeof address === 'object' && address !== null ? address.port : port;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { port: taken, url: `http://127.0.0.1:${taken}`, stop };
}
