import type { Kept } from './field.ts';
import type { FieldError, Fields, Form, FormResult } from './form.ts';
import { keptOf } from './input.ts';

/** What a field's view needs; spread it into a component of `@convener/ui`. */
export interface FieldView {
  readonly name: string;
  readonly id: string;
  /** What was entered, or ''. */
  readonly value: string;
  /** What was ticked, for checkboxes. */
  readonly values: readonly string[];
  /** Day, month and year, for a date. */
  readonly parts: { readonly day: string; readonly month: string; readonly year: string };
  readonly error?: string;
}

export interface FormView<Names extends Fields> {
  /** For the page: they make the error summary and the "Error:" in the title. */
  readonly errors: readonly FieldError[];
  readonly field: (name: keyof Names & string) => FieldView;
}

/** A blank form, one filled in beforehand (`fill`), or what came back from `parseForm`. */
export function viewForm<Names extends Fields>(
  _form: Form<Names>,
  state: { readonly kept?: Kept; readonly errors?: readonly FieldError[] } | Extract<FormResult<unknown>, { kind: 'invalid' }> = {},
): FormView<Names> {
  const kept = state.kept ?? {};
  const errors = state.errors ?? [];
  return { errors, field: (name) => fieldView(name, kept, errors) };
}

function fieldView(name: string, kept: Kept, errors: readonly FieldError[]): FieldView {
  const entered = Object.hasOwn(kept, name) ? kept[name] : undefined;
  const one = (key: string): string => {
    const value = Object.hasOwn(kept, key) ? kept[key] : undefined;
    return typeof value === 'string' ? value : (value?.at(-1) ?? '');
  };
  const error = errors.find((each) => each.field === name)?.message;
  return {
    name,
    id: name,
    value: one(name),
    values: entered === undefined ? [] : [entered].flat(),
    parts: { day: one(`${name}-day`), month: one(`${name}-month`), year: one(`${name}-year`) },
    ...(error === undefined ? {} : { error }),
  };
}

/** Values that are already known, as a page's fields hold them: for editing what was saved. */
export function fill<Names extends Fields>(form: Form<Names>, values: { readonly [Name in keyof Names]?: unknown }): Kept {
  return keptOf(form.fields, new Map(Object.entries(values)));
}
