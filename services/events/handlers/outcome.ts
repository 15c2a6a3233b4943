import { done, notFound, problem, type Reply } from '@convener/http';
import type { Changed } from '../use-cases/change-event.ts';
import { words } from '../words.en.ts';

/** For a program that said which version it changed. */
export const meanwhile = { field: 'version', id: 'version', message: words.form.changedMeanwhile };

/** The replies that every change of an event shares; the form's own outcomes are faced where the form is. */
export function replyTo(outcome: Changed, to: (eventId: string) => `/${string}`): Reply {
  switch (outcome.kind) {
    case 'changed':
    case 'unchanged':
      return done(to(outcome.event.id), { eventId: outcome.event.id, state: outcome.event.state.kind });
    case 'unknown-event':
      return notFound('event');
    case 'cancelled-already':
      return problem(409, words.states.cancelled, words.console.cancelledAlready);
    case 'not-public':
      return problem(409, words.states.draft, words.console.notPublic);
    case 'too-much':
      return problem(422, words.form.tooMuchTitle, words.form.tooMuch);
    case 'slug-taken':
      return problem(409, words.form.slug, words.form.slugTaken);
    case 'changed-meanwhile':
      return problem(409, words.form.editTitle, words.form.changedMeanwhile);
  }
}
