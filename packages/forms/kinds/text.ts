import * as z from 'zod/mini';
import { cleanLine, cleanText, countCharacters } from '../clean.ts';
import { type Asks, type Field, type Maybe, type Reading, read, typedField, wrong } from '../field.ts';

export interface TextOptions extends Asks {
  /** Characters (Unicode code points). One line: 200 unless said. Several lines: 5,000 unless said. */
  readonly max?: number;
  readonly min?: number;
  /** A rule of the field's own: a sentence that says what to do, or undefined. */
  readonly also?: (value: string) => string | undefined;
}

/** One line of text. */
export function text<const Options extends TextOptions>(options: Options): Field<Maybe<Options, string>> {
  return bounded(options, cleanLine, 200);
}

/** Several lines of plain text; line endings become `\n`. */
export function longText<const Options extends TextOptions>(options: Options): Field<Maybe<Options, string>> {
  return bounded(options, cleanText, 5000);
}

/** Several lines in Markdown; `@convener/ui/markdown` renders it, without HTML, images or strange links. */
export function markdown<const Options extends TextOptions>(options: Options): Field<Maybe<Options, string>> {
  return bounded(options, cleanText, 20_000);
}

function bounded<const Options extends TextOptions>(
  options: Options,
  clean: (typed: string) => string,
  usual: number,
): Field<Maybe<Options, string>> {
  const { min = 1, max = usual, also } = options;
  return typedField<string, Options>(options, {
    clean,
    json: z.string().check(z.minLength(options.optional ? 0 : min), z.maxLength(max)),
    understand: (value) => withinBounds(value, min, max, also),
  });
}

function withinBounds(value: string, min: number, max: number, also: TextOptions['also']): Reading<string> {
  const length = countCharacters(value);
  if (length > max) return wrong({ code: 'too-long', max });
  if (length < min) return wrong({ code: 'too-short', min });
  const sentence = also?.(value);
  return sentence === undefined ? read(value) : wrong({ code: 'custom', sentence });
}

const slugShape = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The part of a web address that names something: a to z, numbers, single hyphens; capitals become small. At most 80. */
export function slug<const Options extends Asks>(options: Options): Field<Maybe<Options, string>> {
  return typedField<string, Options>(options, {
    clean: (typed) => cleanLine(typed).toLowerCase(),
    json: z.string().check(z.maxLength(80), z.regex(slugShape)),
    understand: (value) => {
      if (value.length > 80) return wrong({ code: 'too-long', max: 80 });
      return slugShape.test(value) ? read(value) : wrong({ code: 'not-slug' });
    },
  });
}

/** A slug made from a title: 'Co-production & café' → 'co-production-and-cafe'. '' when no letter or number is left. */
export function slugFrom(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-|-$/g, '');
}
