import { timingSafeEqual } from 'node:crypto';
import type { Role, RouteDefinition } from '@convener/contracts';
import type { OrganiserSession } from '@convener/signing';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { defaultBodyLimit, mostFields, readBody } from './body.ts';
import { readCookies } from './cookies.ts';
import { wantedFormat } from './negotiation.ts';
import { problem } from './reply.ts';
import type { HttpRequest, Reply } from './request.ts';
import { lowered } from './routing.ts';
import { mayChangeState } from './same-origin.ts';
import type { HttpSettings } from './settings.ts';
import { signedOut } from './signed-out.ts';

export type Admission =
  | { readonly kind: 'admitted'; readonly request: HttpRequest }
  | {
      readonly kind: 'refused';
      readonly reason: 'origin-secret' | 'cross-site' | 'body' | 'signed-out' | 'role';
      readonly reply: Reply;
      /** Of somebody who is signed in, and whose roles do not include the page. */
      readonly roles?: readonly Role[];
    };

/** Says whose session a token is; nobody's where it is forged or has ended. */
export type Door = (token: string, now: Date) => Promise<OrganiserSession | undefined>;

interface Surroundings {
  readonly settings: HttpSettings;
  readonly door: Door | undefined;
  readonly now: Date;
}

/**
 * What every request passes before a handler sees it, in this order: it came through the edge, it comes from a page of this site, its
 * body can be read, and whoever sends it may be here. Every rule holds for pages and programs alike.
 */
export async function admit(event: APIGatewayProxyEventV2, route: RouteDefinition, surroundings: Surroundings): Promise<Admission> {
  const { settings } = surroundings;
  const headers = lowered(event.headers);
  if (!sameText(headers['x-origin-secret'] ?? '', settings.originSecret)) return refused('origin-secret', throughTheEdge);

  const bearer = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1];
  const method = event.requestContext.http.method;
  if (!mayChangeState({ method, origin: headers.origin, bearer: bearer !== undefined }, route, settings.baseUrl)) {
    return refused('cross-site', crossSite(settings.baseUrl));
  }

  const body = await readBody(event, route.bodyLimit ?? defaultBodyLimit);
  if (body.kind !== 'read') return refused('body', bodyProblem(body));

  const cookies = readCookies(event.cookies ?? [], settings.baseUrl);
  const request: HttpRequest = {
    method,
    path: event.rawPath,
    route,
    params: Object.fromEntries(Object.entries(event.pathParameters ?? {}).map(([name, value]) => [name, value ?? ''])),
    query: new URLSearchParams(event.rawQueryString),
    headers,
    cookies,
    fields: body.fields,
    wants: wantedFormat(headers.accept),
    organiser: undefined,
    viewerIp: headers['x-viewer-ip'] ?? event.requestContext.http.sourceIp,
    now: surroundings.now,
  };
  if (route.audience !== 'organiser') return { kind: 'admitted', request };
  const token = bearer ?? cookies.organiser;
  const organiser = token ? await surroundings.door?.(token, surroundings.now) : undefined;
  return admitOrganiser(request, organiser, settings);
}

function admitOrganiser(request: HttpRequest, organiser: OrganiserSession | undefined, settings: HttpSettings): Admission {
  if (!organiser) return refused('signed-out', signedOut(request, settings));
  const roles = request.route.roles ?? [];
  if (!roles.some((role) => organiser.roles.includes(role))) return { ...refused('role', wrongRole), roles: organiser.roles };
  return { kind: 'admitted', request: { ...request, organiser } };
}

function refused(reason: Extract<Admission, { kind: 'refused' }>['reason'], reply: Reply) {
  return { kind: 'refused', reason, reply } as const;
}

/** Compares without telling by its duration how much was right. Nothing is the same as nothing: a secret that is not there opens no door. */
function sameText(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return b.length > 0 && a.length === b.length && timingSafeEqual(a, b);
}

const throughTheEdge = problem(403, 'This address is not open', 'Please use the public address of this site.');
const wrongRole = problem(
  403,
  'Your role does not include this page',
  'Ask an organiser of your network to change your role if you need it.',
);

function crossSite(baseUrl: string): Reply {
  return problem(
    403,
    'This did not come from our own page',
    `Nothing was changed. Open ${new URL(baseUrl).origin} and send it from there.`,
  );
}

function bodyProblem(body: Exclude<Awaited<ReturnType<typeof readBody>>, { kind: 'read' }>): Reply {
  switch (body.kind) {
    case 'too-large':
      return problem(
        413,
        'That is too much at once',
        `We can take up to ${Math.floor(body.limit / 1024)} KB. Shorten it and send it again.`,
      );
    case 'too-many-fields':
      return problem(413, 'That is too much at once', `We can take up to ${mostFields} fields. Send fewer at a time.`);
    case 'unknown-type':
      return problem(415, 'We cannot read that kind of content', 'Send a form, or JSON with the content type application/json.');
    case 'malformed':
      return problem(400, 'We cannot read what was sent', 'Check that it is complete and well formed, and send it again.');
  }
}
