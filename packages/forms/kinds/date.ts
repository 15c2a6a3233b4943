import * as z from 'zod/mini';
import { cleanLine } from '../clean.ts';
import { type Asks, asTyped, type DatePart, type Field, type Maybe, nothing, type Raw, type Reading, read, wrong } from '../field.ts';

/** A day without a time or a zone: '2026-03-27'. */
export type ISODate = string;

export interface DateOptions extends Asks {
  /** First and last day that will do, as ISO dates. "Today" is the caller's to give: `earliest: today`. */
  readonly earliest?: ISODate;
  readonly latest?: ISODate;
}

const partNames: readonly DatePart[] = ['day', 'month', 'year'];
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A day: three fields on the page (`name-day`, `name-month`, `name-year`), '2026-03-27' in a JSON body. */
export function date<const Options extends DateOptions>(options: Options): Field<Maybe<Options, ISODate>> {
  const optional = options.optional === true;
  return {
    what: options.what,
    parts: partNames,
    says: options.says ?? {},
    required: !optional,
    json: z.iso.date(),
    read: (raw) => {
      const parts = dateParts(raw);
      if (parts === undefined) return wrong({ code: typeof raw === 'string' ? 'not-date' : 'wrong-type' });
      const absent = partNames.filter((part) => parts[part] === '');
      if (absent.length === 3) return nothing<Maybe<Options, ISODate>>(optional, 'enter');
      if (absent.length > 0) return wrong({ code: 'date-incomplete', parts: absent });
      return within(realDate(parts), options) as Reading<Maybe<Options, ISODate>>;
    },
  };
}

type Parts = Record<DatePart, string>;

function dateParts(raw: Raw): Parts | undefined {
  if (raw === undefined || raw === null || raw === '') return { day: '', month: '', year: '' };
  if (typeof raw === 'string') return partsOfText(cleanLine(raw));
  if (typeof raw !== 'object') return undefined;
  const [day, month, year] = partNames.map((part) => asTyped(Object.hasOwn(raw, part) ? Reflect.get(raw, part) : undefined));
  if (day === undefined || month === undefined || year === undefined) return undefined;
  return { day: cleanLine(day), month: cleanLine(month), year: cleanLine(year) };
}

/** '2026-03-27', '27/3/2026' or '27 March 2026'. */
function partsOfText(text: string): Parts | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return { day: iso[3] ?? '', month: iso[2] ?? '', year: iso[1] ?? '' };
  const spoken = /^(\d{1,2})[\s/.-]+(\d{1,2}|[a-z]{3,9})[\s/.,-]+(\d{1,4})$/i.exec(text);
  return spoken ? { day: spoken[1] ?? '', month: spoken[2] ?? '', year: spoken[3] ?? '' } : undefined;
}

function realDate(parts: Parts): Reading<ISODate> {
  if (!/^\d{1,4}$/.test(parts.year)) return wrong({ code: 'not-date' });
  if (parts.year.length < 4) return wrong({ code: 'year-short' });
  const named = monthNames.indexOf(parts.month.slice(0, 3).toLowerCase()) + 1;
  const month = named > 0 ? String(named) : parts.month;
  if (!/^\d{1,2}$/.test(parts.day) || !/^\d{1,2}$/.test(month)) return wrong({ code: 'not-date' });
  const iso = `${parts.year}-${month.padStart(2, '0')}-${parts.day.padStart(2, '0')}`;
  const instant = new Date(`${iso}T00:00:00Z`);
  // 31 February is "real" to Date only by becoming 3 March.
  const real = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(iso);
  return real ? read(iso) : wrong({ code: 'not-date' });
}

function within(reading: Reading<ISODate>, { earliest, latest }: DateOptions): Reading<ISODate> {
  if (reading.kind === 'problem') return reading;
  if (earliest !== undefined && reading.value < earliest) return wrong({ code: 'date-early', earliest });
  if (latest !== undefined && reading.value > latest) return wrong({ code: 'date-late', latest });
  return reading;
}
