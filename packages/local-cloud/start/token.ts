import { parseArgs } from 'node:util';
import { noSuchRole, roles } from '../identity-and-mail/sign-in/people.ts';
import { command } from './command.ts';
import { StartProblem } from './problem.ts';
import { runningInstance } from './running-instance.ts';

// npm run token -- --role organiser: prints a bearer token that every service of the running local cloud accepts.
await command(async () => {
  const { values } = parseArgs({ options: { role: { type: 'string', default: 'organiser' }, data: { type: 'string' } } });
  if (!roles.some((role) => role === values.role)) throw new StartProblem(noSuchRole(values.role));
  const { baseUrl } = runningInstance(values.data);
  const reply = await fetch(`${baseUrl}/_local/token?role=${encodeURIComponent(values.role)}`);
  const text = await reply.text();
  if (!reply.ok) throw new StartProblem(text.trim());
  process.stdout.write(text);
});
