import { fill } from '@convener/forms';
import { answer, type Handler, problem } from '@convener/http';
import type { PublicDependencies } from '../dependencies.ts';
import { feedbackForm } from '../pages/feedback.tsx';
import { enteredIn, howItWasAgainPage, sendAgainPage } from '../pages/not-taken-page.tsx';
import { notNowWords } from '../words.not-now.en.ts';

/** Somebody's own page: neither their place nor their event need be known for them to have back what they sent. */
export const accessNotNow: Handler<PublicDependencies> = async ({ fields, wants }, ports) => {
  if (wants === 'json') return problem(503, notNowWords.title, notNowWords.detail);
  const page = () =>
    fields.action === 'say-how-it-was'
      ? howItWasAgainPage(ports, notNowWords, { kept: fill(feedbackForm, fields) })
      : sendAgainPage(ports, enteredIn(fields));
  return answer(page, {}, { status: 503 });
};
