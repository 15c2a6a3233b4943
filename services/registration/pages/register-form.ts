import { defineForm, email, type FieldError, fill, integer, type Kept, oneOf, parseForm, text, when, yesNo } from '@convener/forms';
import { type Answers, answersOf } from '../domain/answers.ts';
import type { OwnDetails } from '../domain/decide-own-details.ts';
import type { Places } from '../domain/places.ts';
import type { EventQuestions } from '../domain/questions.ts';
import type { Details, Registration } from '../domain/registration.ts';
import { words } from '../words.en.ts';
import { type GroupOption, groupAmong, groupErrors, groupKeptFrom, none } from './group-choice.tsx';
import { questionsForm } from './questions-form.ts';

const name = text({ what: 'what we should call you', max: 100, says: { missing: 'Enter what we should call you' } });
const organisation = text({ what: 'your organisation or group', max: 200, optional: true });
const comingAs = text({ what: 'what you are coming as', max: 200, optional: true });
const report = { what: 'whether we shall send you the report' } as const;

// Pure: a function carries the forms alone that it reads.
export const registerForm = /* @__PURE__ */ defineForm({
  fields: { email: email({ what: 'your email address' }), name, organisation, comingAs, wantsReport: yesNo({ ...report, optional: true }) },
});

/** Holds what was said before, so a program that leaves the report out is told. */
export const detailsForm = /* @__PURE__ */ defineForm({
  fields: {
    ...{ name, organisation, comingAs, wantsReport: yesNo({ ...report, says: { missing: words.form.chooseReport } }) },
    format: oneOf({ what: 'how our letters shall look', from: ['html', 'text'] }),
    /** One that is left out stays as it was; `none` is no group. */
    group: text({ what: 'the group that you belong to', max: 100, optional: true }),
    /** As it stood when the form was made. */
    version: integer({ what: 'the version that you saw', min: 1 }),
  },
});

export const resendForm = /* @__PURE__ */ defineForm({ fields: { email: email({ what: 'your email address' }) } });

/** Asked where the organisers say so. */
export const supporterForm = /* @__PURE__ */ defineForm({
  fields: {
    supporter: yesNo({ what: 'whether somebody comes with you to support you', optional: true }),
    supporterName: when({ field: 'supporter', is: [true] }, text({ what: 'their name', max: 100, optional: true })),
  },
});

export interface FormAgain {
  readonly kept: Kept;
  readonly errors: readonly FieldError[];
}

export type ReadForm =
  | { readonly kind: 'read'; readonly email: string; readonly details: Details; readonly answers: Answers }
  | ({ readonly kind: 'invalid' } & FormAgain);

/** Reads everything that registering asks for one event, from a page or a JSON body, and says everything that is wrong at once. */
export function readRegistration(asked: EventQuestions, places: Places, input: Readonly<Record<string, unknown>>): ReadForm {
  const base = parseForm(registerForm, input);
  const supporter = asked.asksSupporter ? parseForm(supporterForm, input) : undefined;
  const given = parseForm(questionsForm(asked.questions), input);
  const ofGroup = groupErrors(places, input);
  if (base.kind === 'invalid' || supporter?.kind === 'invalid' || given.kind === 'invalid' || ofGroup.length > 0) {
    const errors = asOnThePage([...[base, supporter, given].flatMap(errorsOf), ...ofGroup]);
    return { kind: 'invalid', kept: typedIn(asked, input), errors };
  }
  const { email: address, organisation: group = '', comingAs: as = '', wantsReport = false, ...rest } = base.value;
  return {
    kind: 'read',
    email: address,
    // Letters come with layout unless somebody asks for plain text on their own page.
    details: { ...rest, organisation: group, comingAs: as, wantsReport, format: 'html', ...supporterOf(supporter?.value) },
    answers: answersOf(asked.questions, given.value),
  };
}

/** The fields that every form asks, as they follow each other on its page; what the organisers ask follows them. */
const pageOrder = ['email', 'name', 'organisation', 'comingAs', 'supporter', 'supporterName', 'group', 'wantsReport', 'format'];

/** Errors in the order of the page: whoever puts them right goes through it once. */
export function asOnThePage(errors: readonly FieldError[]): readonly FieldError[] {
  const at = ({ field }: FieldError) => (pageOrder.includes(field) ? pageOrder.indexOf(field) : pageOrder.length);
  return errors.toSorted((one, other) => at(one) - at(other));
}

/** What somebody said of a supporter, as their details keep it; not answered is nobody. */
export function supporterOf(
  read: { readonly supporter: boolean | undefined; readonly supporterName: string | undefined } | undefined,
): Pick<Details, 'supporter'> {
  return read?.supporter ? { supporter: { name: read.supporterName ?? '' } } : {};
}

/** Reads a change of somebody's own details; what is not asked any more stays as it was. */
export function readDetails(
  { asksSupporter, groups }: { readonly asksSupporter: boolean; readonly groups: readonly GroupOption[] },
  before: Pick<Registration, 'details' | 'group'>,
  input: Readonly<Record<string, unknown>>,
): ({ readonly kind: 'read'; readonly kept: Kept } & OwnDetails) | ({ readonly kind: 'invalid' } & FormAgain) {
  const base = parseForm(detailsForm, input);
  const supporter = asksSupporter ? parseForm(supporterForm, input) : undefined;
  const grouped = parseForm(groupAmong(groups), input);
  const kept = { ...fill(detailsForm, input), ...fill(supporterForm, input), ...groupKeptFrom(input) };
  if (base.kind === 'invalid' || supporter?.kind === 'invalid' || grouped.kind === 'invalid') {
    return { kind: 'invalid', kept, errors: asOnThePage([base, supporter, grouped].flatMap(errorsOf)) };
  }
  const { organisation = '', comingAs: as = '', version: seenVersion, group: _, ...rest } = base.value;
  const { group = before.group } = grouped.value;
  const comes = supporter?.value.supporter === undefined ? { supporter: before.details.supporter } : supporterOf(supporter.value);
  return {
    kind: 'read',
    kept,
    seenVersion,
    details: { ...rest, organisation, comingAs: as, ...comes },
    group: group === none ? undefined : group,
  };
}

/** What was entered on any page of the form, by the names that the pages post. */
export function typedIn({ questions }: Pick<EventQuestions, 'questions'>, input: Readonly<Record<string, unknown>>): Kept {
  const fields = { ...registerForm.fields, ...supporterForm.fields, ...questionsForm(questions).fields };
  return { ...fill(defineForm({ fields }), wholeOf(input, Object.keys(fields))), ...groupKeptFrom(input) };
}

/** The parts of a date (`name-day`) under its own name. */
function wholeOf(input: Readonly<Record<string, unknown>>, names: readonly string[]): Readonly<Record<string, unknown>> {
  const values = names.map((name) => {
    if (Object.hasOwn(input, name)) return [name, input[name]] as const;
    return [name, { day: input[`${name}-day`], month: input[`${name}-month`], year: input[`${name}-year`] }] as const;
  });
  return Object.fromEntries(values);
}

function errorsOf(parsed: { readonly kind: 'valid' } | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] } | undefined) {
  return parsed?.kind === 'invalid' ? parsed.errors : [];
}
