/** The ladder of what may be done with a reflection; each step includes those before it. */
export const consentSteps = ['analysis', 'paraphrase', 'quote-unnamed', 'quote-named'] as const;
export type ConsentStep = (typeof consentSteps)[number];

export type Consent =
  | { readonly kind: 'analysis' | 'paraphrase' | 'quote-unnamed' }
  /** Only this step has a name, the one that its owner wants shown. */
  | { readonly kind: 'quote-named'; readonly name: string };

/** Whoever chose nothing gave the least. A name that belongs to no named quote is not kept. */
export function consentOf(step: ConsentStep | undefined, name: string | undefined): Consent {
  if (step !== 'quote-named') return { kind: step ?? 'analysis' };
  return name ? { kind: 'quote-named', name } : { kind: 'quote-unnamed' };
}
