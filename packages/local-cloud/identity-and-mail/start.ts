import { join } from 'node:path';
import type { AwsService, Part, Surroundings } from '../part.ts';
import { kms } from './keys/kms.ts';
import { openLocalKeys } from './keys/local-keys.ts';
import { sts } from './keys/sts.ts';
import { type MailAllowance, meter, usualAllowance } from './mail/limits.ts';
import { type Mailbox, openMailbox } from './mail/mailbox.ts';
import { type Mishaps, mishapGate } from './mail/mishaps.ts';
import type { BusEvent } from './mail/outcome-events.ts';
import { outcomes } from './mail/outcomes.ts';
import { ses } from './mail/ses.ts';
import { openParameterStore } from './parameters/parameter-store.ts';
import { secretsManager } from './parameters/secrets.ts';
import { ssm } from './parameters/ssm.ts';
import { type RawHandler, signInDoor } from './sign-in/door.ts';
import { keptAdapters } from './sign-in/kept-adapter.ts';
import type { Role } from './sign-in/people.ts';
import { oidcClientId, oidcPath, oidcProvider } from './sign-in/provider.ts';
import { type ProgramToken, tokenIssuer } from './sign-in/token.ts';

export interface IdentityAndMail extends Part {
  /** By signing name: ses, ssm, secretsmanager, kms, sts. */
  readonly services: ReadonlyMap<string, AwsService>;
  /** What functions must find in OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_ROLE_CLAIM and OIDC_END_SESSION on one machine. */
  readonly oidcIssuer: string;
  readonly oidcClientId: string;
  readonly oidcRoleClaim: string;
  readonly oidcEndSession: string;
  /** Requests under `/_local/oidc/`, before anything else reads their body. */
  readonly handleRaw: RawHandler;
  readonly mailbox: Mailbox;
  /** What goes wrong with the next mails, for tests. */
  readonly mishaps: Mishaps;
  /** Tells every outcome that is still due now, instead of a moment later. */
  settleMail(): Promise<void>;
  /** A bearer token that every service accepts as a session of this role. */
  tokenFor(role: Role): Promise<ProgramToken>;
}

export interface IdentityAndMailParts {
  /** Takes an event in the shape that the account's default bus carries. */
  readonly putOnDefaultBus: (event: BusEvent) => Promise<void>;
  readonly allowance?: MailAllowance;
  /** Milliseconds from "Email Sent" to "Email Delivered"; 400 unless said. */
  readonly deliveryMoment?: number;
}

/** Keys, parameters, mail and sign-in for one machine. All state lies under the part's folder and survives restarts. */
export async function startIdentityAndMail(surroundings: Surroundings, parts: IdentityAndMailParts): Promise<IdentityAndMail> {
  const { stack, dataFolder, baseUrl, clock, journal } = surroundings;
  const keys = await openLocalKeys(join(dataFolder, 'keys.json'), stack);
  const parameters = await openParameterStore(join(dataFolder, 'parameters.json'), keys, clock);
  for (const { name, value } of stack.parameters) await parameters.put({ name, value, type: 'String', overwrite: true });
  const mailbox = await openMailbox(join(dataFolder, 'mail'));
  const adapters = await keptAdapters(join(dataFolder, 'sign-in.json'));
  const log = (line: string): void => journal.tell({ kind: 'log', at: clock.now().toISOString(), functionName: 'sign-in', line });
  const provider = await oidcProvider({ baseUrl, keys, adapters, log });

  const mishaps = mishapGate();
  const moment = parts.deliveryMoment ?? 400;
  const told = outcomes({ stack, mailbox, clock, putOnDefaultBus: parts.putOnDefaultBus, moment });
  told.resume();

  return {
    services: new Map([
      ['ses', ses({ stack, mailbox, meter: meter(parts.allowance ?? usualAllowance), mishaps, outcomes: told, clock, journal })],
      ['ssm', ssm(parameters, stack)],
      ['secretsmanager', secretsManager(stack)],
      ['kms', kms(keys, stack)],
      ['sts', sts(stack)],
    ]),
    oidcIssuer: `${baseUrl}${oidcPath}`,
    oidcClientId,
    oidcRoleClaim: 'cognito:groups',
    oidcEndSession: `${baseUrl}${oidcPath}/logout`,
    handleRaw: signInDoor(provider, baseUrl),
    mailbox,
    mishaps,
    settleMail: () => told.settle(),
    tokenFor: tokenIssuer(parameters, keys, stack, clock),
    async stop() {
      told.stop();
      mishaps.release();
    },
  };
}
