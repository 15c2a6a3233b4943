import type { RouteDefinition } from '@convener/contracts';
import type { OrganiserSession } from '@convener/signing';

/** What a handler is given: the request as the house speaks of it, with nothing of API Gateway left. */
export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly route: RouteDefinition;
  /** Decoded path parameters; a route's own are always there. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: Readonly<Record<string, string>>;
  /** Fields of a form post or keys of a JSON object, unparsed: a page's schema parses both alike. Files arrive as their text. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly wants: 'html' | 'json';
  /** Present on every route whose audience is `organiser`. */
  readonly organiser: OrganiserSession | undefined;
  /** As CloudFront's function saw it; for rate limits only, never stored or logged. */
  readonly viewerIp: string;
  readonly now: Date;
}

/** A handler translates: request to use case, outcome to reply. */
export type Handler<Dependencies> = (request: HttpRequest, dependencies: Dependencies) => Promise<Reply>;

export interface Cookie {
  /** Without prefix; `__Host-` is added where the base URL is https. */
  readonly name: string;
  readonly value: string;
  /** 0 deletes it. */
  readonly maxAgeSeconds: number;
}

export interface ReplyExtras {
  readonly cookies?: readonly Cookie[];
  /** The page's script sends to this site by itself: needed where it goes on without a connection. */
  readonly connects?: boolean;
  /** Without it an answer is `no-store`. */
  readonly cache?: { readonly maxAgeSeconds: number; readonly staleIfErrorSeconds: number } | 'immutable';
}

/** A complaint about one field; `field` is the name in the form and in the JSON body. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/** A way on from a problem; an address of this site. */
export interface ProblemLink {
  readonly text: string;
  readonly href: string;
}

export type Reply =
  /** The same thing twice: a page for people, data for programs. Only what is asked for is made. */
  | ({ readonly kind: 'answer'; readonly status: number; readonly page: () => string; readonly data: unknown } & ReplyExtras)
  /** Bad input: the page again with what was entered, or problem details that name the fields. Always 422. */
  | ({ readonly kind: 'invalid'; readonly page: () => string; readonly errors: readonly FieldProblem[] } & ReplyExtras)
  /** It is done: 303 to a clean page for people, data for programs. */
  | ({ readonly kind: 'done'; readonly to: string; readonly status: 200 | 201 | 202; readonly data: unknown } & ReplyExtras)
  /** It cannot be done: a plain page or problem details, with a sentence that says what to do. */
  | ({
      readonly kind: 'problem';
      readonly status: number;
      readonly title: string;
      readonly detail: string;
      readonly links?: readonly ProblemLink[];
    } & ReplyExtras)
  /** 303 to an address outside this site: the sign-in provider, and nobody else. */
  | ({ readonly kind: 'elsewhere'; readonly to: URL } & ReplyExtras)
  | ({
      readonly kind: 'file';
      readonly contentType: string;
      readonly body: string;
      readonly fileName?: string;
      /** What is answered where the file does not fit into one answer. */
      readonly tooLong?: () => Reply;
    } & ReplyExtras);
