export { countCharacters } from './clean.ts';
export type { Condition, Field, FieldValue, Kept, Problem, Raw, Reading } from './field.ts';
export {
  defineForm,
  type FieldError,
  type Form,
  type FormResult,
  type FormRule,
  type FormValues,
  parseForm,
} from './form.ts';
export { formJsonSchema } from './json-schema.ts';
export { type ChoiceOptions, oneOf, type SeveralOptions, severalOf, ticked, yesNo } from './kinds/choice.ts';
export { email, url } from './kinds/contact.ts';
export { date, type ISODate } from './kinds/date.ts';
export { listed } from './kinds/listed.ts';
export { integer, money } from './kinds/number.ts';
export { longText, markdown, slug, slugFrom, text } from './kinds/text.ts';
export { type ClockTime, time } from './kinds/time.ts';
export { type Sentences, sentences as englishSentences } from './sentences.en.ts';
export { type FieldView, type FormView, fill, viewForm } from './view.ts';
export { when } from './when.ts';
