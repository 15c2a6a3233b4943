import { type FieldError, type FieldView, fill, type Kept, viewForm } from '@convener/forms';
import { Button, ButtonGroup, ButtonLink, Checkboxes, Form, Radios, SummaryList, TextArea, TextInput, Tick } from '@convener/ui';
import { choicesOf, type EventQuestions, type Question, questionKinds, questionPages } from '../domain/questions.ts';
import { retentionClasses } from '../domain/retention-classes.ts';
import { organiseQuestionWords as words } from '../words.organise-questions.en.ts';
import { questionWords } from '../words.questions.en.ts';
import { QuestionFields } from './question-fields.tsx';
import { addQuestionForm, conditionForm, conditionValue, readers } from './question-form.ts';
import { questionsForm } from './questions-form.ts';
import { answerText, baseOf, type QuestionsSetting, questionsFrame } from './questions-page.tsx';

export interface QuestionView extends QuestionsSetting {
  /** Those that stand before it, on whose answers it may hang. */
  readonly earlier: readonly Question[];
  /** Undefined where it is a new one. */
  readonly question: Question | undefined;
  readonly state?: { readonly kept?: Kept; readonly errors?: readonly FieldError[] } | undefined;
}

/** The form of one question, new or to be changed. */
export function questionPage(view: QuestionView): string {
  const { eventId, earlier, question } = view;
  const title = question ? words.form.editTitle : words.form.addTitle;
  const state = view.state ?? (question ? { kept: keptOf(question) } : {});
  const { errors, field } = viewForm(addQuestionForm, state);
  const condition = viewForm(conditionForm(earlier), state);
  const base = baseOf(eventId);
  return questionsFrame(view, {
    title,
    errors,
    main: (
      <Form action={question ? `${base}/${question.questionId}` : base} hidden={question ? { version: String(question.version) } : {}}>
        <h1>{title}</h1>
        <TextInput {...field('label')} label={words.form.label} hint={words.form.labelHint} />
        <TextArea {...field('help')} label={words.form.help} hint={words.form.helpHint} rows={3} />
        <TextInput {...field('why')} label={words.form.why} hint={words.form.whyHint} />
        {question ? (
          <SummaryList
            rows={[
              { key: words.form.fixed, value: questionWords.kinds[question.kind] },
              { key: words.form.readableBy, value: words.readers[question.readableBy ?? 'everybody'] },
            ]}
          />
        ) : (
          <Radios
            {...field('kind')}
            label={words.form.kind}
            options={questionKinds.map((value) => ({ value, label: questionWords.kinds[value] }))}
          />
        )}
        {(!question || 'options' in question) && (
          <TextArea {...field('options')} label={words.form.options} hint={words.form.optionsHint} rows={6} />
        )}
        <Tick {...field('required')} label={words.form.required} />
        <Radios
          {...field('retention')}
          label={words.form.retention}
          options={retentionClasses.map((value) => ({ value, label: words.retention[value] }))}
        />
        {!question && (
          <Radios
            {...field('readableBy')}
            label={words.form.readableBy}
            hint={words.form.readableByHint}
            options={readers.map((value) => ({ value, label: words.readers[value] }))}
          />
        )}
        <AskIf earlier={earlier} view={condition.field('askIf')} />
        <ButtonGroup>
          <Button>{question ? words.form.save : words.form.add}</Button>
          <ButtonLink href={base} kind="quiet">
            {words.previewed.back}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    ),
  });
}

function AskIf({ earlier, view }: { readonly earlier: readonly Question[]; readonly view: FieldView }) {
  const options = earlier.flatMap((question) =>
    choicesOf(question).map((choice) => ({
      value: conditionValue(question.questionId, choice),
      label: words.form.answerOf(question.label, answerText(choice, question)),
    })),
  );
  if (options.length === 0) return null;
  return <Checkboxes {...view} label={words.form.askIf} hint={words.form.askIfHint} options={options} />;
}

/** The question as its form holds it. */
function keptOf(question: Question): Kept {
  const { condition, readableBy, ...same } = question;
  const options = 'options' in question ? question.options.join('\n') : '';
  const askIf = (condition?.is ?? []).map((each) => conditionValue(condition?.questionId ?? '', each));
  return { ...fill(addQuestionForm, { ...same, options, readableBy: readableBy ?? 'everybody' }), askIf };
}

/** Asks before a question goes. */
export function removeQuestionPage(
  view: QuestionsSetting & { readonly question: Question; readonly answered: number | undefined; readonly errors?: readonly FieldError[] },
): string {
  const { eventId, question, answered, errors = [] } = view;
  const base = baseOf(eventId);
  return questionsFrame(view, {
    title: words.removal.title,
    errors,
    main: (
      <Form action={`${base}/${question.questionId}/remove`}>
        <h1 id="remove">{words.removal.title}</h1>
        <p class="lead">{question.label}</p>
        <p>
          {words.removal.answered(answered)} {words.removal.text}
        </p>
        <ButtonGroup>
          <Button kind="danger">{words.removal.yes}</Button>
          <ButtonLink href={base} kind="quiet">
            {words.removal.no}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    ),
  });
}

/** What the attendee is asked, page by page, without a way to send it. */
export function questionsPreview(view: QuestionsSetting & { readonly asked: EventQuestions }): string {
  const { eventId, asked } = view;
  const pages = questionPages(asked.questions);
  const { field } = viewForm(questionsForm(asked.questions));
  return questionsFrame(view, {
    title: words.previewed.title,
    main: (
      <>
        <h1>{words.previewed.title}</h1>
        <p>{pages.length > 0 ? words.previewed.text : words.previewed.nothing}</p>
        {pages.map((page, at) => (
          <section key={page[0]?.questionId} aria-labelledby={`part-${at + 1}`}>
            <h2 id={`part-${at + 1}`}>{words.previewed.part(at + 1, pages.length)}</h2>
            <QuestionFields questions={page} field={field} all={asked.questions} />
          </section>
        ))}
        <p>
          <a href={baseOf(eventId)}>{words.previewed.back}</a>
        </p>
      </>
    ),
  });
}
