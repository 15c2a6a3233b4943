import { type HttpRequest, problem, type Reply } from '@convener/http';
import { words } from '../words.en.ts';

export function notPublished(): Reply {
  return problem(404, words.list.notPublished, words.list.notPublishedText);
}

export function attemptOf({ fields }: HttpRequest, fresh: () => string): string {
  return typeof fields.attempt === 'string' && fields.attempt ? fields.attempt.slice(0, 100) : fresh();
}
