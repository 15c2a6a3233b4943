import { defineForm, email, type FieldError, fill, type Kept, oneOf, parseForm, text, ticked, when, yesNo } from '@convener/forms';
import { type Answers, answersOf } from '../domain/answers.ts';
import type { Event } from '../domain/event.ts';
import type { Details, WayOfTelling } from '../domain/registration.ts';
import { organiseWords } from '../words.organise.en.ts';
import { groupErrors } from './group-choice.tsx';
import { questionsForm } from './questions-form.ts';
import { supporterOf } from './register-form.ts';

const { enter } = organiseWords;

const name = text({ what: 'what we should call them', max: 100, says: { missing: enter.missingName } });
const organisation = text({ what: 'their organisation or group', max: 200, optional: true });
const comingAs = text({ what: 'what they are coming as', max: 200, optional: true });
const wantsReport = yesNo({ what: 'whether we shall send them the report', optional: true });

/** An organiser registers somebody: the form that people fill in themselves, how they told us, and an address only where they have one. */
export const enterForm = defineForm({
  fields: {
    told: oneOf({ what: 'how they told us', from: ['phone', 'post', 'in-person', 'email'], says: { missing: enter.chooseTold } }),
    name,
    email: email({ what: 'their email address', optional: true }),
    organisation,
    comingAs,
    wantsReport,
    group: text({ what: 'the group that they belong to', max: 100, optional: true }),
    asked: ticked({ what: 'that they asked us to register them', mustTick: true, says: { missing: enter.missingAsked } }),
    /** Asked only where somebody of the same name is registered. */
    somebodyElse: ticked({ what: 'that this is somebody else' }),
  },
});

/** Asked where the organisers ask everybody. */
export const enterSupporterForm = defineForm({
  fields: {
    supporter: yesNo({ what: 'whether somebody comes with them to support them', optional: true }),
    supporterName: when({ field: 'supporter', is: [true] }, text({ what: 'the supporter’s name', max: 100, optional: true })),
  },
});

export type ReadEntry =
  | {
      readonly kind: 'read';
      readonly email: string;
      readonly details: Details;
      readonly told: Exclude<WayOfTelling, 'form'>;
      readonly group: string | undefined;
      readonly answers: Answers;
      readonly isSomebodyElse: boolean;
      /** For the page again. */
      readonly kept: Kept;
    }
  | { readonly kind: 'invalid'; readonly kept: Kept; readonly errors: readonly FieldError[] };

/** Reads all that is asked of somebody for this event, and says everything that is wrong at once. */
export function readEntry(
  { questions: { questions, asksSupporter }, places }: Pick<Event, 'questions' | 'places'>,
  input: Readonly<Record<string, unknown>>,
): ReadEntry {
  const base = parseForm(enterForm, input);
  const comes = asksSupporter ? parseForm(enterSupporterForm, input) : undefined;
  // As on the page, so that errors are in its order.
  const { asked, ...first } = enterForm.fields;
  const wholeForm = defineForm({
    fields: { ...first, ...(asksSupporter ? enterSupporterForm.fields : {}), ...questionsForm(questions).fields, asked },
  });
  const whole = parseForm(wholeForm, input);
  if (whole.kind === 'invalid') return whole;
  if (base.kind === 'invalid') return base;
  const ofGroup = groupErrors(places, input);
  if (ofGroup.length > 0) return { kind: 'invalid', kept: fill(wholeForm, { ...whole.value }), errors: ofGroup };
  if (comes?.kind === 'invalid') return comes;
  const {
    told,
    name,
    email: address = '',
    organisation: of = '',
    comingAs: as = '',
    wantsReport: wants = false,
    somebodyElse,
    group,
  } = base.value;
  return {
    kind: 'read',
    email: address,
    details: { name, organisation: of, comingAs: as, wantsReport: wants, format: 'html', ...supporterOf(comes?.value) },
    ...{ told, group, isSomebodyElse: somebodyElse },
    answers: answersOf(questions, { ...whole.value }),
    kept: fill(wholeForm, { ...whole.value }),
  };
}

/** They told the organiser what to do with an offered place. */
export const answerForForm = defineForm({ fields: { answer: oneOf({ what: 'what they would like', from: ['take', 'decline'] }) } });
