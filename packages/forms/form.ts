import * as z from 'zod/mini';
import { type Field, type FieldValue, type Kept, type Problem, type Raw, read } from './field.ts';
import { keptOf, rawOf } from './input.ts';
import { sentences as english, type Sentences } from './sentences.en.ts';

/** Any field, whatever it reads as. */
export type Fields = Readonly<Record<string, Field<unknown>>>;

export type FormValues<F> = F extends Form<infer Names> ? Values<Names> : never;
type Values<Names extends Fields> = { readonly [Name in keyof Names]: FieldValue<Names[Name]> };

/** One thing to put right: `id` is the control to go to, `message` says what to do. */
export interface FieldError {
  readonly field: string;
  readonly id: string;
  readonly message: string;
}

/** A rule over several answers, asked only when each answer is sound by itself. */
export type FormRule<Names extends Fields> = (
  values: Values<Names>,
) => { readonly field: keyof Names & string; readonly message: string } | undefined;

export interface Form<Names extends Fields> {
  readonly fields: Names;
  readonly rules: readonly FormRule<Names>[];
  readonly sentences: Sentences;
  /** Reads gathered answers; `parseForm` is the way in, because dates are posted in parts and some fields are conditional. */
  readonly schema: z.ZodMiniType<Values<Names>, Record<string, unknown>>;
}

export type FormResult<Value> =
  | { readonly kind: 'valid'; readonly value: Value }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[]; readonly kept: Kept };

const soundName = /^[A-Za-z][\w-]*$/;

/** Describes a form once: for the page's post, for the JSON body and for OpenAPI. Throws on a name that HTML ids cannot carry. */
export function defineForm<const Names extends Fields>(definition: {
  readonly fields: Names;
  readonly rules?: readonly FormRule<Names>[];
  readonly sentences?: Sentences;
}): Form<Names> {
  const { fields, rules = [], sentences = english } = definition;
  const unsound = Object.keys(fields).find((name) => !soundName.test(name) || name in Object.prototype);
  if (unsound !== undefined) throw new Error(`A field cannot be called "${unsound}": start with a letter, then letters, numbers, - or _.`);
  const shape = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, fieldSchema(field, sentences)]));
  // The shape is made field by field from the same record, so its output is the record of their values.
  const schema = z.object(shape) as unknown as z.ZodMiniType<Values<Names>, Record<string, unknown>>;
  return { fields, rules, sentences, schema };
}

/** Marks a conditional field that is not being asked. */
const notAsked = Symbol('not asked');

function fieldSchema(field: Field<unknown>, sentences: Sentences): z.ZodMiniType {
  return z.transform((raw: unknown, context) => {
    const reading = raw === notAsked ? read(undefined) : field.read(raw);
    if (reading.kind === 'read') return reading.value;
    const { problem } = reading;
    const message = field.says[problem.code] ?? sentences(problem, field.what);
    context.issues.push({ code: 'custom', message, input: undefined, params: { problem } });
    return z.NEVER;
  });
}

/**
 * Reads a form post or a JSON body. Names that the form does not have are ignored. When something is wrong, every error
 * is told at once, and `kept` holds what was entered, as it was typed, by the names that the page posts.
 */
export function parseForm<Names extends Fields>(form: Form<Names>, input: unknown): FormResult<Values<Names>> {
  const raws = rawOf(form.fields, input);
  const asked = Object.fromEntries(
    Object.keys(form.fields).map((name) => [name, isAsked(form.fields, name, raws) ? raws.get(name) : notAsked]),
  );
  const result = form.schema.safeParse(asked);
  const errors = result.success ? brokenRules(form, result.data) : result.error.issues.map((issue) => fieldError(form.fields, issue));
  if (result.success && errors.length === 0) return { kind: 'valid', value: result.data };
  return { kind: 'invalid', errors, kept: keptOf(form.fields, raws) };
}

function isAsked(fields: Fields, name: string, raws: ReadonlyMap<string, Raw>): boolean {
  const condition = fields[name]?.condition;
  if (condition === undefined) return true;
  const other = fields[condition.field];
  if (other === undefined || condition.field === name || !isAsked(fields, condition.field, raws)) return false;
  const reading = other.read(raws.get(condition.field));
  if (reading.kind === 'problem') return false;
  const given: readonly unknown[] = Array.isArray(reading.value) ? reading.value : [reading.value];
  return condition.is.some((value) => given.includes(value));
}

function brokenRules<Names extends Fields>(form: Form<Names>, values: Values<Names>): FieldError[] {
  return form.rules.flatMap((rule) => {
    const broken = rule(values);
    return broken === undefined ? [] : [{ field: broken.field, id: controlId(form.fields, broken.field), message: broken.message }];
  });
}

function fieldError(fields: Fields, issue: z.core.$ZodIssue): FieldError {
  const field = String(issue.path[0] ?? '');
  const problem: Problem | undefined = issue.code === 'custom' ? issue.params?.problem : undefined;
  return { field, id: controlId(fields, field, problem), message: issue.message };
}

/** The control to go to: for a date, the first part that is wrong. */
function controlId(fields: Fields, name: string, problem?: Problem): string {
  const first = fields[name]?.parts[0];
  if (first === undefined) return name;
  if (problem?.code === 'date-incomplete') return `${name}-${problem.parts[0] ?? first}`;
  return `${name}-${problem?.code === 'year-short' ? 'year' : first}`;
}
