import type { Letter, Withheld } from '../domain/letter.ts';
import { templateRules } from '../domain/letter-templates.ts';
import type { Person } from './ports.ts';

/** What became of a recipient's id. */
export type Resolved =
  | { readonly kind: 'known'; readonly person: Person }
  | { readonly kind: 'withhold'; readonly why: Withheld }
  /** Who owns the name and the address does not answer just now. */
  | { readonly kind: 'unavailable' };

export function ifStillTrue(letter: Letter, person: Person): Resolved {
  const untrue = templateRules[letter.template].untrueWhen.includes(person.status);
  return untrue ? { kind: 'withhold', why: 'overtaken' } : { kind: 'known', person };
}
