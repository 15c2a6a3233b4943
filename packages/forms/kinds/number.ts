import * as z from 'zod/mini';
import { cleanLine } from '../clean.ts';
import { type Asks, type Field, type Maybe, type Reading, read, typedField, wrong } from '../field.ts';

export interface RangeOptions extends Asks {
  readonly min?: number;
  readonly max?: number;
}

/** A whole number in a range: 0 to 1,000,000 unless said. "1,000" and " 12 " will do. */
export function integer<const Options extends RangeOptions>(options: Options): Field<Maybe<Options, number>> {
  const { min = 0, max = 1_000_000 } = options;
  return typedField<number, Options>(options, {
    clean: cleanLine,
    json: z.int().check(z.gte(min), z.lte(max)),
    understand: (text) => {
      const digits = text.replace(/,(?=\d{3}(?!\d))/g, '');
      return /^[+-]?\d{1,15}$/.test(digits) ? inRange(Number(digits), min, max) : wrong({ code: 'not-whole-number' });
    },
  });
}

/** Money, kept in pence: "£1,250.50" and "1250.5" are 125050; in a JSON body it is text or a number of pounds. */
export function money<const Options extends RangeOptions>(options: Options): Field<Maybe<Options, number>> {
  const { min = 0, max = 1_000_000 } = options;
  return typedField<number, Options>(options, {
    clean: cleanLine,
    json: z.string().check(z.regex(/^\d+(\.\d{1,2})?$/)),
    understand: (text) => {
      const amount = text.replace(/^£\s?/, '').replace(/,(?=\d{3}(?!\d))/g, '');
      if (!/^\d{1,12}(?:\.\d{1,2})?$/.test(amount)) return wrong({ code: 'not-money' });
      const reading = inRange(Number(amount), min, max);
      return reading.kind === 'problem' ? reading : read(Math.round(reading.value * 100));
    },
  });
}

function inRange(value: number, min: number, max: number): Reading<number> {
  if (value < min) return wrong({ code: 'too-small', min });
  return value > max ? wrong({ code: 'too-big', max }) : read(value === 0 ? 0 : value);
}
