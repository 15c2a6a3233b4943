/**
 * What a service says of itself, as data. Infra, docs, tests and the runtime read it; nothing is listed twice.
 * A service's `service.ts` is `export const registration = defineService({ … })` and holds no code.
 */
export type Role = 'organiser' | 'access-coordinator' | 'editor';
export const everyRole: readonly Role[] = ['organiser', 'access-coordinator', 'editor'];

export type ServiceName = 'events' | 'registration' | 'accessibility' | 'reflections' | 'reports' | 'mailing' | 'organisers';

export interface ServiceDefinition {
  readonly name: ServiceName;
  /** One sentence: what the service owns. */
  readonly owns: string;
  readonly tables: Readonly<Record<string, TableDefinition>>;
  /** Keyed by file name in `lambda/`: `public` is `lambda/public.ts`. */
  readonly lambdas: Readonly<Record<string, LambdaDefinition>>;
  readonly routes: readonly RouteDefinition[];
  /** Domain event types that this service publishes. */
  readonly emits: readonly string[];
  /** What its one consumer (`lambda/react.ts`, behind one queue) receives. */
  readonly reactsTo?: Subscriptions;
}

export interface Subscriptions {
  readonly types: readonly string[];
  /** Every domain event whose actor is an organiser, of any service: for the audit log. */
  readonly organiserActions?: true;
  /** SES's own events, by the transformer rule on the default bus: type, message id, letter tag and bounce kind alone. */
  readonly mailEvents?: true;
}

export interface RouteDefinition {
  readonly method: 'GET' | 'POST';
  /** API Gateway's form: `/events/{slug}/register`. */
  readonly path: `/${string}` | '$default';
  readonly lambda: string;
  /** The key of its handler in the lambda's router. */
  readonly handler: string;
  /**
   * `public`: anybody. `link`: whoever holds a signed link or the short cookie it was swapped for. `organiser`: signed in, with one of `roles`.
   * `one-click`: the unsubscribe POST of RFC 8058, the one state-changing route that mail providers call from anywhere.
   */
  readonly audience: 'public' | 'link' | 'organiser' | 'one-click';
  /** Required where audience is `organiser`. */
  readonly roles?: readonly Role[];
  /** One plain sentence, shown in OpenAPI and in the map of pages. */
  readonly summary: string;
  /** Upper limit of the body in bytes; 64 KiB unless said. */
  readonly bodyLimit?: number;
}

/** A DynamoDB table: `pk` and `sk` strings, on demand, point in time recovery, `expiresAt` as TTL. */
export interface TableDefinition {
  /** Access patterns, one sentence each, for the README and the reader of the store. */
  readonly accessPatterns: readonly string[];
  readonly indexes?: Readonly<Record<string, IndexDefinition>>;
  /** `own` puts the table under a key of its own that only its service may use. */
  readonly encryption?: 'own';
  /** A table without stream emits nothing, and nobody can learn from it that an item exists. */
  readonly stream?: false;
  /** Classes of data with their lifetimes, for privacy.md and the sweeper. */
  readonly lifetimes: Readonly<Record<string, string>>;
}

/** A global secondary index; both key attributes are strings. */
export interface IndexDefinition {
  readonly pk: string;
  readonly sk: string;
  readonly projection: 'all' | 'keys' | readonly string[];
}

export type TableAction =
  | 'GetItem'
  | 'BatchGetItem'
  | 'Query'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'ConditionCheckItem'
  | 'BatchWriteItem'
  | 'Scan';

export type Grant =
  /** Its own table; `on` is the key in `tables` (default `main`), `indexes` those it queries. */
  | { readonly to: 'table'; readonly actions: readonly TableAction[]; readonly on?: string; readonly indexes?: readonly string[] }
  /** SSM parameters `<SECRET_PREFIX>/<service>/<name>`; another service's only where it is for everybody: a public key, a notice. */
  | {
      readonly to: 'parameters';
      readonly actions: readonly ('GetParameter' | 'PutParameter')[];
      readonly names: readonly string[];
      readonly of?: ServiceName;
    }
  /** Invoke another service's `call` lambda; its name arrives as FUNCTION_<SERVICE>_<CALL>. */
  | { readonly to: 'call'; readonly service: ServiceName; readonly call: string }
  | { readonly to: 'mail' }
  | {
      readonly to: 'bucket';
      readonly bucket: 'reports';
      readonly actions: readonly ('GetObject' | 'PutObject' | 'DeleteObject')[];
      readonly prefix: string;
    };

interface LambdaCommon {
  /** One sentence, the same that opens the file in `lambda/`. */
  readonly purpose: string;
  readonly grants: readonly Grant[];
  readonly memoryMb?: 256 | 512 | 1024;
  readonly timeoutSeconds?: number;
  /** Optional settings of the network that it reads from its environment, beyond those that every function has. */
  readonly settings?: readonly (
    | 'MAIL_FROM'
    | 'SES_CONFIGURATION_SET'
    | 'OIDC_ISSUER'
    | 'OIDC_CLIENT_ID'
    | 'OIDC_ROLE_CLAIM'
    | 'OIDC_END_SESSION'
    | 'REPORTS_BUCKET'
    | 'FIRST_ORGANISER'
  )[];
}

export type LambdaDefinition =
  | (LambdaCommon & { readonly kind: 'http' })
  | (LambdaCommon & { readonly kind: 'consumer' })
  /** Grants of stream, bus and refused queue come with the kind. */
  | (LambdaCommon & { readonly kind: 'publisher' })
  | (LambdaCommon & { readonly kind: 'sweep'; readonly every: `rate(${string})` })
  /** One of the few calls between services, by Lambda invoke granted in IAM. */
  | (LambdaCommon & { readonly kind: 'call' })
  /** Woken by its own table's stream where an item matches the filter; also by a schedule when `every` is given. */
  | (LambdaCommon & { readonly kind: 'stream'; readonly filter: Readonly<Record<string, unknown>>; readonly every?: `rate(${string})` });

/** Keeps the literal types, so that a lambda's router must name exactly the handlers of its routes. */
export function defineService<const S extends ServiceDefinition>(service: S): S {
  return service;
}

/** The handler names that the routes of lambda `L` need. */
export type HandlerNames<S extends ServiceDefinition, L extends string> = Extract<S['routes'][number], { readonly lambda: L }>['handler'];

/** Environment variable that carries the name of a granted call's function. */
export function callVariable(service: ServiceName, call: string): string {
  return `FUNCTION_${service}_${call}`.toUpperCase().replaceAll('-', '_');
}

/** Environment variable that carries a table's name: `TABLE_NAME` for `main`, else `<KEY>_TABLE_NAME`. */
export function tableVariable(key: string): string {
  return key === 'main' ? 'TABLE_NAME' : `${key.toUpperCase()}_TABLE_NAME`;
}

/**
 * What a lambda may call: what its manifest grants, and what follows from its routes. Whoever answers organisers verifies their session, and
 * needs the public key of the service that signs it, and its notice of sessions that have ended.
 */
export function grantsOf(service: ServiceDefinition, lambda: string): readonly Grant[] {
  const declared = service.lambdas[lambda]?.grants ?? [];
  const answersOrganisers = service.routes.some((route) => route.lambda === lambda && route.audience === 'organiser');
  if (!answersOrganisers || service.name === 'organisers') return declared;
  return [...declared, { to: 'parameters', of: 'organisers', actions: ['GetParameter'], names: ['session-public-key', 'ended-sessions'] }];
}

/**
 * API Gateway's keys of a route. An HTTP API does not answer HEAD where only GET is routed, but link checkers and mail scanners ask so; the
 * public pages answer both.
 */
export function routeKeysOf(route: Pick<RouteDefinition, 'method' | 'path' | 'audience'>): readonly string[] {
  if (route.path === '$default') return ['$default'];
  const key = `${route.method} ${route.path}`;
  const alsoHead = route.method === 'GET' && (route.audience === 'public' || route.audience === 'link');
  return alsoHead ? [key, `HEAD ${route.path}`] : [key];
}
