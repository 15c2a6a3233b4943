import {
  defineForm,
  email,
  type FormValues,
  fill,
  integer,
  type Kept,
  listed,
  longText,
  money,
  oneOf,
  severalOf,
  text,
  ticked,
  when,
} from '@convener/forms';
import {
  type Adjustment,
  type AdjustmentState,
  type AdjustmentWords,
  adjustmentKinds,
  adjustmentStates,
  usualLeadDays,
} from '../domain/adjustment.ts';
import type { TellingWords } from '../domain/arrangement.ts';
import type { Brief, BriefWords } from '../domain/brief.ts';
import { plainPounds } from '../domain/pounds.ts';
import type { Supplier } from '../domain/supplier.ts';
import { notDoneWords } from '../words.not-done.en.ts';
import { supplierWords } from '../words.suppliers.en.ts';
import { tellingWords } from '../words.telling.en.ts';

const version = integer({ what: 'the version that the page showed', optional: true });

/** When and where the event was by the page. */
const occasion = text({ what: 'when and where the event was by the page', max: 2000, optional: true });

/** Whom it served by the page, or what served them. A page sends nothing for a list of which nothing is ticked. */
const served = text({ what: 'whom it served by the page; pages alone send it', max: 60_000, optional: true });

export const adjustmentForm = defineForm({
  fields: {
    kind: oneOf({ what: 'what kind of thing it is', from: adjustmentKinds }),
    what: text({ what: 'what it is exactly', max: 500 }),
    forEverybody: ticked({ what: 'that it is for everybody' }),
    ownerName: text({ what: 'who sees to it', max: 100 }),
    ownerEmail: email({ what: 'their email address' }),
    supplierId: text({ what: 'who provides it', max: 100, optional: true }),
    leadDays: integer({ what: 'how many working days it takes', min: 0, max: 120, optional: true }),
    estimated: money({ what: 'what it will cost', optional: true }),
    actual: money({ what: 'what it cost', optional: true }),
    state: oneOf({ what: 'how far it is', from: adjustmentStates, optional: true }),
    version,
    occasion,
    people: listed({ what: 'whom it serves, by the ids of their pages; left out, that stays as it is' }),
    served,
    /** Of a new one, so that sending its form twice makes one. */
    adjustmentId: text({ what: 'the id', max: 60, optional: true }),
  },
});

/** One press beside a thing: it is rung off, or still stands. */
export const pressForm = defineForm({ fields: { version, occasion } });

export function adjustmentWordsOf(value: FormValues<typeof adjustmentForm>): AdjustmentWords & { readonly state: AdjustmentState } {
  const { kind, what, forEverybody, ownerName, ownerEmail, supplierId, estimated, actual, state } = value;
  return {
    kind,
    what,
    forEverybody,
    owner: { name: ownerName, email: ownerEmail },
    supplierId: supplierId || undefined,
    leadDays: value.leadDays ?? usualLeadDays[kind],
    estimatedPence: estimated,
    actualPence: actual,
    state: state ?? 'to-arrange',
  };
}

export function keptAdjustment(adjustment: Adjustment): Kept {
  const { kind, what, forEverybody, owner, supplierId, leadDays, estimatedPence, actualPence, state } = adjustment;
  const said = { kind, what, forEverybody, ownerName: owner.name, ownerEmail: owner.email, supplierId, leadDays, state };
  return { ...fill(adjustmentForm, said), estimated: plainPounds(estimatedPence), actual: plainPounds(actualPence) };
}

export const budgetForm = defineForm({ fields: { budget: money({ what: 'how much access may cost', optional: true }), version } });

const cannot = { field: 'which', is: ['cannot'] } as const;
const { errors } = tellingWords;

export const tellingForm = defineForm({
  fields: {
    which: oneOf({ what: 'what your answer is', from: ['provided', 'cannot'] }),
    provided: longText({ what: 'what will be provided', max: 3000, optional: true }),
    reason: when(cannot, longText({ what: 'why it cannot be provided', max: 2000, says: { missing: errors.reason } })),
    alternative: when(cannot, longText({ what: 'what you offer instead', max: 2000, says: { missing: errors.alternative } })),
    contact: text({ what: 'whom they can talk to, and how', max: 300 }),
    occasion,
    tellingVersion: integer({ what: 'the version of the answer that the page showed', optional: true }),
  },
  rules: [({ which, provided }) => (which === 'provided' && !provided ? { field: 'provided', message: errors.provided } : undefined)],
});

/** What serves somebody. Nothing sent is nothing said, unless a page sends what it showed. */
export const linkForm = defineForm({
  fields: {
    adjustments: listed({ what: 'what serves them, by ids; an empty list means nothing does' }),
    linked: text({ what: 'what served them by the page; pages alone send it', max: 60_000, optional: true }),
  },
});

/** They were told by phone. */
export const rungForm = defineForm({
  fields: {
    tellingVersion: integer({ what: 'the version of the answer that they were told', min: 1, says: { missing: notDoneWords.rungWhich } }),
  },
});

export function tellingOf({ which, provided = '', reason, alternative, contact }: FormValues<typeof tellingForm>): TellingWords {
  return { provided, cannot: which === 'cannot' && reason && alternative ? { reason, alternative } : undefined, contact };
}

/** `anew`: what they were told no longer holds, so that it must not stand there to be sent again. */
export function keptTelling(telling: TellingWords | undefined, proposed: string, anew = false): Kept {
  if (!telling) return fill(tellingForm, { provided: proposed });
  if (anew) return fill(tellingForm, { provided: proposed, contact: telling.contact });
  const { provided, cannot: not, contact } = telling;
  return fill(tellingForm, { which: not ? 'cannot' : 'provided', provided, reason: not?.reason, alternative: not?.alternative, contact });
}

export const supplierForm = defineForm({
  fields: {
    name: text({ what: 'the name', max: 120 }),
    email: email({ what: 'the email address' }),
    phone: text({ what: 'the phone number', max: 60, optional: true }),
    kinds: severalOf({ what: 'what they do', from: adjustmentKinds }),
    supplierId: text({ what: 'the id', max: 60, optional: true }),
    version,
  },
});

export const removeSupplierForm = defineForm({
  fields: {
    supplierId: text({ what: 'the id', max: 60 }),
    sure: ticked({ what: 'that they go though they are named with something that is arranged' }),
  },
});

export function keptSupplier({ name, email, phone, kinds }: Supplier): Kept {
  return fill(supplierForm, { name, email, phone, kinds });
}

const briefText = (what: string) => longText({ what, max: 10_000, optional: true });

export const briefForm = defineForm({
  fields: {
    agenda: briefText('the agenda'),
    names: briefText('the names'),
    terms: briefText('the terms'),
    links: briefText('the links'),
    joining: briefText('how to join'),
    version,
  },
});

export const sendBriefForm = defineForm({
  fields: { supplierId: text({ what: 'whom to send it to', max: 100, says: { missing: supplierWords.brief.choose } }) },
});

export function briefOf({ agenda = '', names = '', terms = '', links = '', joining = '' }: FormValues<typeof briefForm>): BriefWords {
  return { agenda, names, terms, links, joining };
}

export function keptBrief(brief: Brief): Kept {
  const { agenda, names, terms, links, joining } = brief;
  return fill(briefForm, { agenda, names, terms, links, joining });
}

/** What a page showed as ticked, in one hidden field; it is never empty, so that a page is known by it. */
export function tickedText(ids: readonly string[]): string {
  return ['shown', ...ids].join(' ');
}

/** Undefined where no page was sent. */
export function tickedIn(shown: string | undefined): readonly string[] | undefined {
  return shown?.split(' ').slice(1);
}
