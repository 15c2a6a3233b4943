import { createServer } from 'node:http';
import type { Role } from '@convener/contracts';
import { type Parameters, parametersOf, type Session, signSession } from '@convener/signing';

/** Where the functions of a test keep their secrets. */
export const secretPrefix = '/convener/test';

let started: Promise<void> | undefined;

/** As much of SSM as the signing package calls, in memory; one a test worker. */
export function startParameterStore(): Promise<void> {
  started ??= start();
  return started;
}

async function start(): Promise<void> {
  const kept = new Map<string, string>();
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
    const request: { Name: string; Value?: string; Overwrite?: boolean } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    const { status, answer } = String(incoming.headers['x-amz-target']).endsWith('PutParameter') ? put(kept, request) : get(kept, request);
    outgoing.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The parameter store does not listen.');
  const settings = { AWS_REGION: 'eu-west-2', AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' };
  Object.assign(process.env, settings, { AWS_ENDPOINT_URL_SSM: `http://127.0.0.1:${address.port}` });
}

/** The one who was quicker keeps the name, as with SSM without overwriting. */
function put(
  kept: Map<string, string>,
  { Name, Value = '', Overwrite }: { readonly Name: string; readonly Value?: string; readonly Overwrite?: boolean },
) {
  if (kept.has(Name) && !Overwrite) return { status: 400, answer: { __type: 'ParameterAlreadyExists' } };
  kept.set(Name, Value);
  return { status: 200, answer: { Version: 1 } };
}

function get(kept: ReadonlyMap<string, string>, { Name }: { readonly Name: string }) {
  const Value = kept.get(Name);
  return Value === undefined
    ? { status: 400, answer: { __type: 'ParameterNotFound' } }
    : { status: 200, answer: { Parameter: { Name, Value } } };
}

export interface Cookies {
  readonly cookies: readonly string[];
}

/** The cookie of an organiser who signed in at `now`. */
export async function organiserCookie(roles: readonly Role[], now: Date, organiserId = 'org_sample'): Promise<Cookies> {
  return { cookies: [`__Host-organiser=${await signedBy('organisers', { kind: 'organiser', organiserId, roles }, now)}`] };
}

/** The cookie of an attendee who pressed their link at `now`. */
export async function attendeeCookie(registrationId: string, eventId: string, now: Date, person?: string): Promise<Cookies> {
  const session = { kind: 'attendee', registrationId, eventId, ...(person ? { person } : {}) } as const;
  return { cookies: [`__Host-place=${await signedBy('registration', session, now)}`] };
}

const keyOf = { organisers: 'session', registration: 'attendee' } as const;

/** What a function of `service` finds of secrets and keys. */
export async function parametersForTests(service: string): Promise<Parameters> {
  await startParameterStore();
  return parametersOf(service, secretPrefix);
}

/** A session of an hour under the key of `issuer`, who need not be the one to sign such sessions: tests forge some. */
export async function signedBy(issuer: keyof typeof keyOf, session: Session, now: Date): Promise<string> {
  await startParameterStore();
  return signSession(session, await parametersOf(issuer, secretPrefix).privateKey(keyOf[issuer]), now, 3600);
}
