import type { FieldView } from '@convener/forms';
import { Checkboxes, DateInput, Radios, TextArea, TextInput } from '@convener/ui';
import type { Question } from '../domain/questions.ts';
import { questionWords } from '../words.questions.en.ts';

export interface QuestionFieldsProps {
  /** Those of this page, in their order. */
  readonly questions: readonly Question[];
  /** `viewForm(questionsForm(all), state).field` */
  readonly field: (questionId: string) => FieldView;
  /** Where all are asked on one page: every question, so that a conditional one can say of whom it is asked. */
  readonly all?: readonly Question[] | undefined;
  /** The question is the page's own heading: for a page of one. */
  readonly asHeading?: boolean | undefined;
}

/** The controls of the organisers' questions, each with its help, why it is asked and how long the answer is kept. */
export function QuestionFields({ questions, field, all = [], asHeading }: QuestionFieldsProps) {
  return (
    <>
      {questions.map((question) => (
        <QuestionField key={question.questionId} question={question} view={field(question.questionId)} all={all} asHeading={asHeading} />
      ))}
    </>
  );
}

interface QuestionFieldProps extends Pick<QuestionFieldsProps, 'asHeading'> {
  readonly question: Question;
  readonly view: FieldView;
  readonly all: readonly Question[];
}

function QuestionField({ question, view, all, asHeading }: QuestionFieldProps) {
  const label = question.required ? question.label : questionWords.optional(question.label);
  const props = { ...view, label, hint: <Hint question={question} all={all} />, asHeading };
  switch (question.kind) {
    case 'text':
      return <TextInput {...props} />;
    case 'long-text':
      return <TextArea {...props} />;
    case 'number':
      return <TextInput {...props} inputMode="numeric" width={10} />;
    case 'date':
      return <DateInput {...props} />;
    case 'one-of':
      return <Radios {...props} options={question.options.map((value) => ({ value, label: value }))} />;
    case 'several-of':
      return <Checkboxes {...props} options={question.options.map((value) => ({ value, label: value }))} />;
    case 'yes-no':
      return (
        <Radios
          {...props}
          inline
          options={[
            { value: 'yes', label: questionWords.yes },
            { value: 'no', label: questionWords.no },
          ]}
        />
      );
  }
}

function Hint({ question, all }: { readonly question: Question; readonly all: readonly Question[] }) {
  const { help, why, retention, readableBy, condition } = question;
  const other = condition && all.find(({ questionId }) => questionId === condition.questionId);
  return (
    <>
      {condition && other && <p>{questionWords.onlyIf(other.label, condition.is)}</p>}
      {help && <p>{help}</p>}
      <p>
        {questionWords.why} {why} {questionWords.kept[retention]} {readableBy && questionWords.onlyReadBy(readableBy)}
      </p>
    </>
  );
}
