import { type Provision, provisionKinds } from '@convener/contracts';
import { defineForm, fill, type Kept, parseForm, text, ticked } from '@convener/forms';

const detail = () => text({ what: 'the detail', max: 300, optional: true });
const ticks = Object.fromEntries(provisionKinds.map((kind) => [kind, ticked({ what: 'whether it is provided' })]));
const details = Object.fromEntries(provisionKinds.map((kind) => [`${kind}-detail`, detail()]));

/** A tick and a detail for each kind of provision. */
export const provisionsForm = defineForm({ fields: { ...ticks, ...details } });

export type ProvisionsReading =
  | { readonly kind: 'valid'; readonly provisions: readonly Provision[] }
  | Extract<ReturnType<typeof parseForm>, { kind: 'invalid' }>;

/** Programs may send `{ "provisions": [{ kind, detail }] }`; a browser posts ticks. */
export function readProvisions(fields: Readonly<Record<string, unknown>>): ProvisionsReading {
  const reading = parseForm(provisionsForm, asTicks(fields));
  if (reading.kind === 'invalid') return reading;
  const value: Readonly<Record<string, unknown>> = reading.value;
  const provisions = provisionKinds
    .filter((kind) => value[kind] === true)
    .map((kind): Provision => ({ kind, detail: String(value[`${kind}-detail`] ?? '') }));
  return { kind: 'valid', provisions };
}

/** What the form shows of what is provided already. */
export function keptProvisions(provisions: readonly Provision[]): Kept {
  return fill(provisionsForm, asTicks({ provisions }));
}

function asTicks(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> | Readonly<Record<string, unknown>> {
  const list = fields.provisions;
  if (!Array.isArray(list)) return fields;
  const entries = list.flatMap((each: unknown) => {
    if (typeof each !== 'object' || each === null) return [];
    const kind = String(Reflect.get(each, 'kind'));
    return [[kind, 'yes'] as const, [`${kind}-detail`, Reflect.get(each, 'detail')] as const];
  });
  return Object.fromEntries(entries);
}
