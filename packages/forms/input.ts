import { echo } from './clean.ts';
import type { Field, Kept, Raw } from './field.ts';

type Fields = Readonly<Record<string, Field<unknown>>>;

/** At most this many UTF-16 units go back into a page, all fields together: a reply of Lambda ends at 6 MB. */
const keepAtMost = 1_100_000;

/** What the request holds for each field, from a form post (pairs of names and values) or a JSON body; what is no object counts as empty; names that the form does not have are left behind. */
export function rawOf(fields: Fields, input: unknown): Map<string, Raw> {
  const look = lookIn(input);
  return new Map(Object.entries(fields).map(([name, field]) => [name, gather(name, field, look)]));
}

function gather(name: string, field: Field<unknown>, look: (name: string) => Raw): Raw {
  const whole = look(name);
  if (field.parts.length === 0 || whole !== undefined) return whole;
  return Object.fromEntries(field.parts.map((part) => [part, look(`${name}-${part}`)]));
}

function lookIn(input: unknown): (name: string) => Raw {
  if (typeof input !== 'object' || input === null) return () => undefined;
  if (!isPairs(input)) return (name) => (Object.hasOwn(input, name) ? Reflect.get(input, name) : undefined);
  const posted = new Map<string, string[]>();
  for (const pair of input) {
    // A JSON body may be a list of anything at all.
    const [name, value]: readonly unknown[] = Array.isArray(pair) ? pair : [];
    if (typeof name !== 'string' || typeof value !== 'string') continue;
    const values = posted.get(name);
    if (values === undefined) posted.set(name, [value]);
    else values.push(value);
  }
  return (name) => {
    const values = posted.get(name);
    return values?.length === 1 ? values[0] : values;
  };
}

function isPairs(input: object): input is Iterable<unknown> {
  return Symbol.iterator in input;
}

/** What was entered, by the names that the page posts, ready to be put back. */
export function keptOf(fields: Fields, raws: ReadonlyMap<string, Raw>): Kept {
  const kept: Kept = {};
  let room = keepAtMost;
  const keep = (name: string, raw: Raw): void => {
    const entered = asEntered(raw);
    if (entered === undefined) return;
    const cut = (text: string): string => {
      const part = text.slice(0, room).toWellFormed();
      room -= part.length;
      return part;
    };
    kept[name] = Array.isArray(entered) ? entered.map(cut) : cut(entered);
  };
  for (const [name, field] of Object.entries(fields)) {
    const raw = raws.get(name);
    if (field.parts.length === 0) keep(name, raw);
    else for (const [part, text] of Object.entries(partsOf(raw))) keep(`${name}-${part}`, text);
  }
  return kept;
}

function asEntered(raw: Raw): string | string[] | undefined {
  if (typeof raw === 'string') return echo(raw);
  if (typeof raw === 'number') return String(raw);
  if (typeof raw === 'boolean') return raw ? 'yes' : 'no';
  if (!Array.isArray(raw)) return undefined;
  const texts = raw.filter((each) => typeof each === 'string');
  return texts.length === 0 ? undefined : texts.map(echo);
}

/** A date's parts, from three posted fields or from '2026-03-27'. A text that is no ISO date is kept whole, in the day's field. */
export function partsOf(raw: Raw): Record<string, Raw> {
  if (typeof raw === 'string') {
    const [year, month, day] = /^\d{4}-\d\d-\d\d$/.test(raw) ? raw.split('-') : ['', '', raw];
    return { day: strip(day), month: strip(month), year };
  }
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? { ...raw } : {};
}

function strip(digits: string | undefined): string | undefined {
  return digits?.replace(/^0(?=\d)/, '');
}
