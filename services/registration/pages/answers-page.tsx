import { type FieldError, fill, type Kept, viewForm } from '@convener/forms';
import { type PageSetting, publicPage } from '@convener/http';
import { Button, Form, SummaryList } from '@convener/ui';
import { type Answers, valuesOf } from '../domain/answers.ts';
import type { MyPlace } from '../domain/my-place.ts';
import { words } from '../words.en.ts';
import { answersWords } from '../words.questions.en.ts';
import { answerRows } from './given-answers-words.ts';
import { QuestionFields } from './question-fields.tsx';
import { questionsForm } from './questions-form.ts';

export interface AnswersView extends PageSetting {
  readonly place: MyPlace;
  readonly answers: Answers;
  readonly state?: { readonly kept: Kept; readonly errors: readonly FieldError[] };
}

/** Everything that somebody answered, to be changed on one page. */
export function answersPage({ network, place, answers, state }: AnswersView): string {
  const { questions } = place.event.questions;
  const form = questionsForm(questions);
  const { errors, field } = viewForm(form, state ?? { kept: fill(form, valuesOf(answers)) });
  const present = new Set(questions.map(({ questionId }) => questionId));
  const earlier = [...answers.plain, ...answers.sensitive].filter(({ questionId }) => !present.has(questionId));
  return publicPage({
    network,
    title: answersWords.title,
    errors,
    backLink: { href: '/my-place', text: words.yourPlace },
    main: (
      <>
        <h1>{answersWords.title}</h1>
        <p class="lead">{place.event.outline.title}</p>
        <Form action="/my-place/answers">
          <QuestionFields questions={questions} field={field} all={questions} />
          <Button>{answersWords.save}</Button>
        </Form>
        {earlier.length > 0 && (
          <>
            <h2>{answersWords.earlier}</h2>
            <SummaryList rows={answerRows(earlier)} />
          </>
        )}
      </>
    ),
  });
}

/** What somebody answered, on their own place; `mayChange` until the event is over. */
export function OwnAnswers({ place, answers, mayChange }: Pick<AnswersView, 'place' | 'answers'> & { readonly mayChange: boolean }) {
  const { questions } = place.event.questions;
  const given = [...answers.plain, ...answers.sensitive];
  if (given.length === 0 && questions.length === 0) return null;
  const rows = answerRows(given);
  return (
    <>
      <h2>{answersWords.heading}</h2>
      {rows.length > 0 ? <SummaryList rows={rows} /> : <p>{words.notGiven}</p>}
      {mayChange && questions.length > 0 && (
        <p>
          <a href="/my-place/answers">{answersWords.title}</a>
        </p>
      )}
    </>
  );
}
