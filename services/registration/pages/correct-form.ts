import { defineForm, type FieldError, fill, integer, type Kept, oneOf, parseForm, text, yesNo } from '@convener/forms';
import { type Answers, type ReadValues, valuesOf } from '../domain/answers.ts';
import { groupsToChoose } from '../domain/decide-group.ts';
import type { Event } from '../domain/event.ts';
import { groupCalled } from '../domain/pools.ts';
import type { Question } from '../domain/questions.ts';
import type { Details, Registration } from '../domain/registration.ts';
import { organiseWords } from '../words.organise.en.ts';
import { enterForm, enterSupporterForm } from './enter-form.ts';
import { questionsForm } from './questions-form.ts';
import { supporterOf } from './register-form.ts';

const { name, organisation, comingAs } = enterForm.fields;

/** What is held of everybody. A group that is left out stays as it was; a hyphen is no group. */
export const correctForm = defineForm({
  fields: {
    name,
    organisation,
    comingAs,
    wantsReport: yesNo({ what: 'whether we shall send them the report', says: { missing: organiseWords.enter.chooseReport } }),
    format: oneOf({ what: 'how our letters shall look', from: ['html', 'text'] }),
    group: text({ what: 'the group that they belong to', max: 100, optional: true }),
    /** As it stood when the form was made. */
    version: integer({ what: 'the version that you saw', min: 1 }),
  },
});

/** Chosen for whoever is of no group; no group's id is so. */
export const noGroup = '-';

export interface Correctable {
  readonly event: Event;
  readonly registration: Registration;
  /** Those that this organiser may answer for them. */
  readonly questions: readonly Question[];
  /** As far as this organiser may read them. */
  readonly answers: Answers;
}

/** Every field of the form for this registration: what everybody tells, then what its event asks. */
export function correctionForm({ event, registration, questions }: Correctable) {
  const { wantsReport, format, version } = correctForm.fields;
  const groups = groupsFor(event, registration);
  const choices: readonly string[] = [...groups.map(({ id }) => id), noGroup];
  const group = oneOf({ what: 'the group that they belong to', from: choices, optional: true });
  return defineForm({
    fields: {
      // As on the page, so that errors are in its order.
      ...{ name, organisation, comingAs },
      ...(groups.length > 0 ? { group } : {}),
      ...{ wantsReport, format },
      ...(event.questions.asksSupporter ? enterSupporterForm.fields : {}),
      ...questionsForm(questions).fields,
      version,
    },
  });
}

/** Groups to choose from. */
export function groupsFor({ places }: Event, { group }: Registration) {
  return groupsToChoose(places, group);
}

/** What is held, as the form's fields hold it. */
export function correctionKept(about: Correctable, version: number): Kept {
  const { details, group = noGroup } = about.registration;
  const supporter = { supporter: details.supporter !== undefined, supporterName: details.supporter?.name };
  return fill(correctionForm(about), { ...details, ...supporter, group, version, ...valuesOf(about.answers) });
}

export type ReadCorrection =
  | {
      readonly kind: 'read';
      readonly seenVersion: number;
      readonly details: Details;
      readonly group: string | undefined;
      readonly values: ReadValues;
      /** For the page again. */
      readonly kept: Kept;
    }
  | { readonly kind: 'invalid'; readonly kept: Kept; readonly errors: readonly FieldError[] };

/**
 * Reads a correction, and says everything that is wrong at once. A page's form says that it is whole, since a browser does not send what is
 * not ticked; of what a program leaves out, everything beyond the details stays as it is.
 */
export function readCorrection(about: Correctable, input: Readonly<Record<string, unknown>>): ReadCorrection {
  const form = correctionForm(about);
  const sent = input.whole === 'yes' ? input : { ...known(about), ...input };
  const whole = parseForm(form, sent);
  const base = parseForm(correctForm, sent);
  const comes = about.event.questions.asksSupporter ? parseForm(enterSupporterForm, sent) : undefined;
  if (whole.kind === 'invalid') return { ...whole, errors: [...whole.errors, ...beyond(form.fields, base)] };
  if (base.kind === 'invalid') return base;
  if (comes?.kind === 'invalid') return comes;
  const { version, group, organisation: of = '', comingAs: as = '', ...given } = base.value;
  const { supporter } = about.registration.details;
  return {
    kind: 'read',
    seenVersion: version,
    details: { ...given, organisation: of, comingAs: as, ...(comes ? supporterOf(comes.value) : { supporter }) },
    group: 'group' in form.fields ? groupOf(group, about) : about.registration.group,
    values: whole.value,
    kept: fill(form, { ...whole.value, version: String(version) }),
  };
}

/** What is wrong with what this page does not ask: a group where there is none is told of as well. */
function beyond(asked: object, read: { readonly kind: 'valid' } | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }) {
  return read.kind === 'invalid' ? read.errors.filter(({ field }) => !(field in asked)) : [];
}

function groupOf(given: string | undefined, { registration }: Correctable): string | undefined {
  if (given === undefined) return registration.group;
  return given === noGroup ? undefined : given;
}

function known(about: Correctable): Kept {
  const details: readonly string[] = Object.keys(correctForm.fields);
  return Object.fromEntries(Object.entries(correctionKept(about, 1)).filter(([name]) => !details.includes(name) || name === 'group'));
}

/** The places did not allow the change of the group. */
export function noPlaceError(about: Correctable): FieldError {
  const own = groupCalled(about.event.places, about.registration.group)?.name ?? '';
  return { field: 'group', id: 'group', message: organiseWords.correct.noPlace(own) };
}
