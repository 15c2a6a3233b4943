import type { FieldProblem, ProblemLink, Reply, ReplyExtras } from './request.ts';

/** A page for people, data for programs. */
export function answer(page: () => string, data: unknown, extras: ReplyExtras & { readonly status?: number } = {}): Reply {
  return { ...extras, kind: 'answer', status: extras.status ?? 200, page, data };
}

/** The page again, with everything that was entered. */
export function invalid(page: () => string, errors: readonly FieldProblem[], extras: ReplyExtras = {}): Reply {
  return { ...extras, kind: 'invalid', page, errors };
}

/** Done; people go on to `to`, programs get `data`. `to` is a path of this site. */
export function done(to: `/${string}`, data: unknown = {}, extras: ReplyExtras & { readonly status?: 200 | 201 | 202 } = {}): Reply {
  return { ...extras, kind: 'done', status: extras.status ?? 200, to, data };
}

export function problem(
  status: number,
  title: string,
  detail: string,
  extras: ReplyExtras & { readonly links?: readonly ProblemLink[] } = {},
): Reply {
  return { ...extras, kind: 'problem', status, title, detail };
}

export function notFound(what = 'page'): Reply {
  return problem(404, 'Page not found', `We cannot find that ${what}. Check the address, or start again from the list of events.`);
}

/** Of an event that a service has not heard of: most likely it is a draft. For organisers' pages. */
export function notPublished(): Reply {
  return problem(
    404,
    'This event is not published yet',
    'If it is still a draft, publish it first, and this page is there. If you know that it is published, check the address.',
  );
}

export function file(
  contentType: string,
  body: string,
  extras: ReplyExtras & { readonly fileName?: string; readonly tooLong?: () => Reply } = {},
): Reply {
  return { ...extras, kind: 'file', contentType, body };
}
