import { createServer } from 'node:net';
import { StartProblem } from './problem.ts';

/**
 * The port that the site will have, free at this moment: functions must know their address before anything listens on it.
 * @throws StartProblem where somebody has it.
 */
export async function freePort(wanted: number): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(new StartProblem(reason(wanted, cause), { cause })));
    server.listen(wanted, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return typeof address === 'object' && address !== null ? address.port : wanted;
}

function reason(port: number, cause: Error & { readonly code?: string }): string {
  if (cause.code === 'EADDRINUSE') return `Something already listens on port ${port}; stop it, or choose another with --port.`;
  if (cause.code === 'EACCES') return `Port ${port} needs more rights than you have; choose one above 1024 with --port.`;
  return `Port ${port} cannot be used: ${cause.message}`;
}
