import * as z from 'zod/mini';
import { cleanLine } from '../clean.ts';
import { type Asks, type Field, type Maybe, nothing, type Raw, type Reading, read, typedField, wrong } from '../field.ts';

export interface ChoiceOptions<Value extends string> extends Asks {
  /** The values offered, in the page's order. */
  readonly from: readonly Value[];
}

export interface SeveralOptions<Value extends string> extends ChoiceOptions<Value> {
  /** How many at least and at most; 0 and all unless said. */
  readonly min?: number;
  readonly max?: number;
}

/** One of the values offered: radios or a select. */
export function oneOf<const Value extends string, const Options extends ChoiceOptions<Value>>(
  options: Options & ChoiceOptions<Value>,
): Field<Maybe<Options, Options['from'][number]>> {
  return typedField<Options['from'][number], Options>(options, {
    clean: cleanLine,
    verb: 'select',
    json: z.enum([...options.from]),
    understand: (typed) => {
      const found = options.from.find((value) => value === typed);
      return found === undefined ? wrong({ code: 'not-offered' }) : read(found);
    },
  });
}

/** Some of the values offered: checkboxes. Reads as a list in the page's order, each at most once; empty when none is ticked. */
export function severalOf<const Value extends string>(options: SeveralOptions<Value>): Field<readonly Value[]> {
  const { min = 0, max = options.from.length } = options;
  return {
    what: options.what,
    parts: [],
    says: options.says ?? {},
    required: min > 0,
    json: z.array(z.enum([...options.from])).check(z.minLength(min), z.maxLength(max)),
    read: (raw) => {
      const typed = asList(raw);
      if (typed === undefined) return wrong({ code: 'wrong-type' });
      const known: ReadonlySet<string> = new Set(options.from);
      if (typed.some((each) => !known.has(each))) return wrong({ code: 'not-offered' });
      const picked = options.from.filter((value) => typed.includes(value));
      if (picked.length === 0 && min > 0) return wrong({ code: 'missing', verb: 'select' });
      if (picked.length < min) return wrong({ code: 'too-few', min });
      return picked.length > max ? wrong({ code: 'too-many', max }) : read(picked);
    },
  };
}

function asList(raw: Raw): string[] | undefined {
  if (raw === undefined || raw === null) return [];
  const list: unknown[] = Array.isArray(raw) ? raw : [raw];
  return list.every((each) => typeof each === 'string') ? list.map(cleanLine).filter((each) => each !== '') : undefined;
}

/** Two radios, yes and no, neither picked beforehand. Posts 'yes' or 'no'; true or false in a JSON body. */
export function yesNo<const Options extends Asks>(options: Options): Field<Maybe<Options, boolean>> {
  const optional = options.optional === true;
  return {
    what: options.what,
    parts: [],
    says: options.says ?? {},
    required: !optional,
    json: z.boolean(),
    read: (raw) => {
      const answer = truth(raw);
      if (answer === 'nothing') return nothing<Maybe<Options, boolean>>(optional, 'select');
      if (answer === 'unclear') return wrong({ code: 'not-offered' });
      return read(answer) as Reading<Maybe<Options, boolean>>;
    },
  };
}

export interface TickOptions extends Asks {
  /** The box must be ticked: 'that you agree' reads "Tick the box to say that you agree". */
  readonly mustTick?: boolean;
}

/** One checkbox: ticked or not. Nothing sent means not ticked. */
export function ticked(options: TickOptions): Field<boolean> {
  return {
    what: options.what,
    parts: [],
    says: options.says ?? {},
    required: options.mustTick === true,
    json: z.boolean(),
    read: (raw) => {
      const answer = truth(raw);
      if (answer === 'unclear') return wrong({ code: 'wrong-type' });
      const yes = answer === true;
      return yes || options.mustTick !== true ? read(yes) : wrong({ code: 'missing', verb: 'tick' });
    },
  };
}

function truth(raw: Raw): boolean | 'nothing' | 'unclear' {
  const last: unknown = Array.isArray(raw) ? raw.at(-1) : raw;
  if (last === undefined || last === null || last === '') return 'nothing';
  if (last === true || last === 'yes' || last === 'on' || last === 'true') return true;
  if (last === false || last === 'no' || last === 'off' || last === 'false') return false;
  return 'unclear';
}
