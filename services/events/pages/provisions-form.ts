import { type Provision, provisionKinds } from '@convener/contracts';
import { date, defineForm, type Field, fill, integer, type Kept, parseForm, severalOf, text, when } from '@convener/forms';
import { provisionWords } from '../words.provisions.en.ts';

type Kind = Provision['kind'];

/** Kinds of which people want to know who does it, and how many they are. */
export const doneByPeople: ReadonlySet<Kind> = new Set<Kind>(['live-captions', 'bsl-interpretation']);

/** Whether the form asks for days: an event has them, the network's usual set has none. */
export type Days = { readonly latest?: string } | 'none';

/**
 * A tick for each kind of provision, and what belongs to those that are ticked. Made where it is needed: it is the longest form of the
 * service, and costs a cold function more than all others together.
 */
export function provisionsFormFor(days: Days) {
  const fields = provisionKinds.map((kind) => {
    const asked = (field: Field<unknown>) => when({ field: 'kinds', is: [kind] }, field);
    const detail = text({ what: 'the detail', max: 300, optional: kind !== 'other', says: { missing: provisionWords.sayWhat } });
    return {
      [`${kind}-detail`]: asked(detail),
      ...(doneByPeople.has(kind)
        ? {
            [`${kind}-people`]: asked(integer({ what: 'how many people do it', min: 1, max: 50, optional: true })),
            [`${kind}-by`]: asked(text({ what: 'who does it', max: 120, optional: true })),
          }
        : {}),
      ...(days === 'none' ? {} : { [`${kind}-knownBy`]: asked(date({ what: 'the day by which you will know', optional: true, ...days })) }),
    };
  });
  const kinds = severalOf({ what: 'what is provided', from: provisionKinds });
  const all: Readonly<Record<string, Field<unknown>>> = Object.assign({ kinds }, ...fields);
  return defineForm({ fields: all });
}

export type ProvisionsReading =
  | { readonly kind: 'valid'; readonly provisions: readonly Provision[] }
  | Extract<ReturnType<typeof parseForm>, { kind: 'invalid' }>;

/** Programs may send `{ "provisions": [{ kind, detail, … }] }`; a browser posts ticks. */
export function readProvisions(fields: Readonly<Record<string, unknown>>, days: Days): ProvisionsReading {
  const reading = parseForm(provisionsFormFor(days), asFields(fields));
  if (reading.kind === 'invalid') return reading;
  const { kinds, ...rest } = reading.value;
  const ticked: readonly unknown[] = Array.isArray(kinds) ? kinds : [];
  return { kind: 'valid', provisions: provisionKinds.filter((kind) => ticked.includes(kind)).map((kind) => provisionOf(kind, rest)) };
}

function provisionOf(kind: Kind, value: Readonly<Record<string, unknown>>): Provision {
  const [detail, people, by, knownBy] = ['detail', 'people', 'by', 'knownBy'].map((name) => value[`${kind}-${name}`]);
  return {
    kind,
    detail: typeof detail === 'string' ? detail : '',
    ...(typeof by === 'string' ? { by } : {}),
    ...(typeof people === 'number' ? { people } : {}),
    ...(typeof knownBy === 'string' ? { knownBy } : {}),
  };
}

/** What the form shows of what is provided already. */
export function keptProvisions(provisions: readonly Provision[]): Kept {
  return fill(provisionsFormFor({}), asFields({ provisions }));
}

function asFields(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const list = fields.provisions;
  if (!Array.isArray(list)) return fields;
  const told = list.flatMap((each: unknown) => (typeof each === 'object' && each !== null ? [Object.entries(each)] : []));
  const kindOf = (entries: readonly (readonly [string, unknown])[]) => entries.find(([name]) => name === 'kind')?.[1];
  const parts = told.flatMap((entries) => entries.map(([name, value]) => [`${kindOf(entries)}-${name}`, textOf(value)] as const));
  return { ...Object.fromEntries(parts), kinds: told.map(kindOf) };
}

/** A form is filled in with texts alone. */
function textOf(value: unknown): unknown {
  return typeof value === 'number' ? String(value) : value;
}
