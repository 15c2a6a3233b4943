import { type FieldError, type Kept, viewForm } from '@convener/forms';
import { type PageSetting, publicPage } from '@convener/http';
import { Button, type ErrorItem, Form, SummaryList, type SummaryRow } from '@convener/ui';
import type { Answers } from '../domain/answers.ts';
import type { EventOutline } from '../domain/event.ts';
import type { Step } from '../domain/journey.ts';
import type { EventQuestions } from '../domain/questions.ts';
import type { Details } from '../domain/registration.ts';
import { words } from '../words.en.ts';
import { offerWords } from '../words.offers.en.ts';
import { journeyWords, supporterWords } from '../words.questions.en.ts';
import { type FormAt, formAddress } from './form-address.ts';
import { answerWords } from './given-answers-words.ts';
import { QuestionFields } from './question-fields.tsx';
import { questionsForm } from './questions-form.ts';
import { AboutSupport, FullNotice } from './register-page.tsx';

export interface StepView extends PageSetting {
  readonly at: FormAt;
  readonly outline: EventOutline;
  readonly asked: EventQuestions;
  readonly step: Step;
  /** Where Back leads: the page before. */
  readonly back: string;
  readonly changing: boolean;
  readonly state: { readonly kept: Kept; readonly errors?: readonly FieldError[] };
}

/** One page of the organisers' questions. */
export function stepPage({ network, at, outline, asked, step, back, changing, state }: StepView): string {
  const { errors, field } = viewForm(questionsForm(asked.questions), state);
  const alone = step.questions.length === 1;
  const title = alone ? (step.questions[0]?.label ?? '') : journeyWords.titleFor(outline.title);
  return publicPage({
    network,
    title,
    errors,
    backLink: { href: back, text: journeyWords.back },
    main: (
      <Form action={formAddress(at, step.key)} hidden={changing ? { change: 'yes' } : {}}>
        {!alone && <h1>{title}</h1>}
        <QuestionFields questions={step.questions} field={field} asHeading={alone} />
        <Button>{changing ? journeyWords.save : journeyWords.continue}</Button>
      </Form>
    ),
  });
}

export interface CheckView extends PageSetting {
  readonly at: FormAt;
  readonly outline: EventOutline;
  readonly asked: EventQuestions;
  readonly steps: readonly Step[];
  readonly email: string;
  readonly details: Details;
  readonly answers: Answers;
  /** Where places are kept for some: the group that they chose. */
  readonly group?: string | undefined;
  /** No place is free for them at the moment. */
  readonly waits?: boolean;
  readonly errors?: readonly ErrorItem[];
}

/** Everything that was answered, each with a way to change it, before it is sent. */
export function checkPage(view: CheckView): string {
  const { network, at, outline, steps, waits = false, errors = [] } = view;
  const { check } = journeyWords;
  return publicPage({
    network,
    title: check.title,
    errors,
    backLink: { href: formAddress(at, steps.at(-1)?.key), text: journeyWords.back },
    main: (
      <>
        <h1>{check.title}</h1>
        <p class="lead">{outline.title}</p>
        <h2>{check.about}</h2>
        <SummaryList rows={aboutRows(view, formAddress(at, undefined, { change: 'yes' }))} />
        <h2>{check.questions}</h2>
        <SummaryList rows={answeredRows(view)} />
        <AboutSupport />
        <p>
          {words.form.privacy} <a href="/privacy">{words.form.privacyLink}</a>.
        </p>
        {waits && <FullNotice />}
        <p>{check.text}</p>
        <Form action={formAddress(at, 'check')}>
          <div id="check">
            <Button>{waits ? words.form.joinLine : check.submit}</Button>
          </div>
        </Form>
      </>
    ),
  });
}

function aboutRows({ asked, email, details, group }: CheckView, href: string): readonly SummaryRow[] {
  const { keys } = words;
  const { notGiven, change: text } = journeyWords.check;
  const action = { href, text };
  const supporter = details.supporter?.name || (details.supporter ? supporterWords.yes : supporterWords.no);
  return [
    { key: keys.email, value: email, action },
    { key: keys.name, value: details.name, action },
    { key: keys.organisation, value: details.organisation || notGiven, action },
    { key: keys.comingAs, value: details.comingAs || notGiven, action },
    ...(asked.asksSupporter ? [{ key: supporterWords.key, value: supporter, action }] : []),
    ...(group ? [{ key: offerWords.group.key, value: group, action }] : []),
    { key: keys.wantsReport, value: details.wantsReport ? words.form.yes : words.form.no, action },
  ];
}

function answeredRows({ at, steps, answers }: CheckView): readonly SummaryRow[] {
  const given = new Map([...answers.plain, ...answers.sensitive].map((answer) => [answer.questionId, answer]));
  const { change: text, notGiven } = journeyWords.check;
  return steps.flatMap(({ key, questions }) =>
    questions.map(({ questionId, label }) => {
      const answer = given.get(questionId);
      return {
        key: label,
        value: answer ? answerWords(answer) : notGiven,
        action: { href: formAddress(at, key, { change: 'yes' }), text, about: label },
      };
    }),
  );
}

/** What was begun is gone, or was never kept. */
export function draftGonePage({ network, outline }: PageSetting & { readonly outline: EventOutline }): string {
  const { gone } = journeyWords;
  return publicPage({
    network,
    title: gone.title,
    main: (
      <>
        <h1>{gone.title}</h1>
        <p>{gone.text}</p>
        <p>
          <a href={`/events/${outline.slug}/register`}>{gone.again}</a>
        </p>
      </>
    ),
  });
}
