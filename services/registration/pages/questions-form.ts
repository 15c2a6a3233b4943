import { date, defineForm, type Field, type Form, integer, longText, oneOf, severalOf, text, when, yesNo } from '@convener/forms';
import type { AnswerShape, Question } from '../domain/questions.ts';
import { questionWords } from '../words.questions.en.ts';

/** As long as a page in somebody's own words; what is longer belongs in a letter. */
export const longestAnswer = 2000;

export type QuestionsForm = Form<Readonly<Record<string, Field<unknown>>>>;

/** The organisers' questions as a form: for a page's post and a JSON body alike, by the ids of the questions. */
export function questionsForm(questions: readonly Question[]): QuestionsForm {
  return defineForm({ fields: Object.fromEntries(questions.map((question) => [question.questionId, conditional(question, questions)])) });
}

function conditional(question: Question, questions: readonly Question[]): Field<unknown> {
  const { condition } = question;
  const field = fieldOf(question);
  if (!condition) return field;
  const other = questions.find(({ questionId }) => questionId === condition.questionId);
  const is = other?.kind === 'yes-no' ? condition.is.map((each) => each === 'yes') : condition.is;
  return when({ field: condition.questionId, is }, field);
}

function fieldOf(question: Question): Field<unknown> {
  const what = questionWords.what(question.label);
  return question.required ? required(question, what) : optional(question, what);
}

function required(shape: AnswerShape, what: string): Field<unknown> {
  switch (shape.kind) {
    case 'text':
      return text({ what });
    case 'long-text':
      return longText({ what, max: longestAnswer });
    case 'one-of':
      return oneOf({ what, from: shape.options });
    case 'several-of':
      return severalOf({ what, from: shape.options, min: 1 });
    case 'yes-no':
      return yesNo({ what });
    case 'date':
      return date({ what });
    case 'number':
      return integer({ what });
  }
}

function optional(shape: AnswerShape, what: string): Field<unknown> {
  switch (shape.kind) {
    case 'text':
      return text({ what, optional: true });
    case 'long-text':
      return longText({ what, max: longestAnswer, optional: true });
    case 'one-of':
      return oneOf({ what, from: shape.options, optional: true });
    case 'several-of':
      return severalOf({ what, from: shape.options });
    case 'yes-no':
      return yesNo({ what, optional: true });
    case 'date':
      return date({ what, optional: true });
    case 'number':
      return integer({ what, optional: true });
  }
}
