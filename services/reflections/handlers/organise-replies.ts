import { type HttpRequest, problem, type Reply } from '@convener/http';
import { words } from '../words.en.ts';

export function notPublished(): Reply {
  return problem(404, words.list.notPublished, words.list.notPublishedText);
}

/** A route for organisers is never reached without one. */
export function organiserOf({ organiser }: HttpRequest): string {
  return organiser?.organiserId ?? '';
}

export function actorOf(request: HttpRequest) {
  return { kind: 'organiser' as const, id: organiserOf(request) };
}

export function attemptOf({ fields }: HttpRequest, fresh: () => string): string {
  return typeof fields.attempt === 'string' && fields.attempt ? fields.attempt.slice(0, 100) : fresh();
}
