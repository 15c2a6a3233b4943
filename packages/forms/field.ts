import type * as z from 'zod/mini';

/** What a request holds under one name, before anyone has looked at it. */
export type Raw = unknown;

/** Everything that can be wrong with one answer. Sentences for them are in `sentences.en.ts`. */
export type Problem =
  | { readonly code: 'missing'; readonly verb: 'enter' | 'select' | 'tick' }
  | { readonly code: 'wrong-type' }
  | { readonly code: 'too-long'; readonly max: number }
  | { readonly code: 'too-short'; readonly min: number }
  | { readonly code: 'not-email' }
  /** Sound but for this letter before the @, which SES does not carry: it takes addresses of plain letters alone. */
  | { readonly code: 'email-character'; readonly character: string }
  | { readonly code: 'not-url' }
  | { readonly code: 'not-slug' }
  | { readonly code: 'not-date' }
  | { readonly code: 'date-incomplete'; readonly parts: readonly DatePart[] }
  | { readonly code: 'year-short' }
  | { readonly code: 'date-early'; readonly earliest: string }
  | { readonly code: 'date-late'; readonly latest: string }
  | { readonly code: 'not-time' }
  | { readonly code: 'not-whole-number' }
  | { readonly code: 'not-money' }
  | { readonly code: 'too-small'; readonly min: number }
  | { readonly code: 'too-big'; readonly max: number }
  | { readonly code: 'not-offered' }
  | { readonly code: 'too-few'; readonly min: number }
  | { readonly code: 'too-many'; readonly max: number }
  | { readonly code: 'custom'; readonly sentence: string };

export type DatePart = 'day' | 'month' | 'year';

export type Reading<Value> = { readonly kind: 'read'; readonly value: Value } | { readonly kind: 'problem'; readonly problem: Problem };

/** This field is asked only when another field was answered in one of these ways. */
export interface Condition {
  readonly field: string;
  readonly is: readonly (string | boolean)[];
}

export interface Field<Value> {
  /** What is asked for, as it reads after "Enter": 'your email address'. */
  readonly what: string;
  /** Suffixes of the names that the page posts (`startsOn-day`); none for a field posted under its own name. */
  readonly parts: readonly DatePart[];
  /** Overrides of the ready-made sentences. */
  readonly says: Says;
  readonly condition?: Condition;
  readonly read: (raw: Raw) => Reading<Value>;
  /** What the JSON body may hold, for OpenAPI. */
  readonly json: z.ZodMiniType;
  /** False when the JSON body may leave it out. */
  readonly required: boolean;
}

export type Says = Partial<Record<Problem['code'], string>>;

export type FieldValue<F> = F extends Field<infer Value> ? Value : never;

/** What was entered, by the names that the page posts. */
export type Kept = Record<string, string | string[]>;

/** Options that every kind of field takes. */
export interface Asks {
  readonly what: string;
  readonly optional?: boolean;
  readonly says?: Says;
}

/** An optional field reads as undefined when it was left empty. */
export type Maybe<Options extends Asks, Value> = Options extends { readonly optional: true } ? Value | undefined : Value;

export function read<Value>(value: Value): Reading<Value> {
  return { kind: 'read', value };
}

export function wrong(problem: Problem): { readonly kind: 'problem'; readonly problem: Problem } {
  return { kind: 'problem', problem };
}

/** The one text that a request holds under a name: the last, when a name was posted twice; '' when there is none. */
export function asTyped(raw: Raw): string | undefined {
  if (raw === undefined || raw === null) return '';
  if (typeof raw === 'string') return raw;
  if (typeof raw === 'number' && Number.isFinite(raw)) return String(raw);
  if (Array.isArray(raw)) return raw.every((each) => typeof each === 'string') ? (raw.at(-1) ?? '') : undefined;
  return undefined;
}

/** A field whose answer is one text: handles "nothing was entered", and leaves the rest to `understand`. */
export function typedField<Value, const Options extends Asks>(
  options: Options,
  part: {
    readonly clean: (typed: string) => string;
    readonly understand: (text: string) => Reading<Value>;
    readonly json: z.ZodMiniType;
    readonly verb?: 'enter' | 'select';
  },
): Field<Maybe<Options, Value>> {
  const optional = options.optional === true;
  return {
    what: options.what,
    parts: [],
    says: options.says ?? {},
    required: !optional,
    json: part.json,
    read: (raw) => {
      const typed = asTyped(raw);
      if (typed === undefined) return wrong({ code: 'wrong-type' });
      const text = part.clean(typed);
      if (text === '') return nothing<Maybe<Options, Value>>(optional, part.verb ?? 'enter');
      // The value is never undefined here, so it belongs to both arms of Maybe.
      return part.understand(text) as Reading<Maybe<Options, Value>>;
    },
  };
}

/** Nothing was entered: fine when optional. */
export function nothing<Value>(optional: boolean, verb: 'enter' | 'select' | 'tick'): Reading<Value> {
  return optional ? read(undefined as Value) : wrong({ code: 'missing', verb });
}
