import { parseForm } from '@convener/forms';
import { assignForm } from '../pages/themes-forms.ts';
import type { Assignment } from '../use-cases/assign-themes.ts';

/** At most this many in one sending: each is a write. */
export const mostAssignments = 500;

export type AssignmentsReading =
  | { readonly kind: 'read'; readonly assignments: readonly Assignment[] }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'too-many' };

/**
 * A program sends `{ assignments: [{ reflectionId, themeIds, was? }] }`. The page posts three names a reflection: `was-` (what it
 * showed), `in-` (of those, what is still ticked) and `add-`, `also-` (what was chosen).
 */
export function readAssignments(fields: Readonly<Record<string, unknown>>): AssignmentsReading {
  const list = 'assignments' in fields ? fromProgram(fields) : fromPage(fields);
  if (!list) return { kind: 'malformed' };
  return list.length > mostAssignments ? { kind: 'too-many' } : { kind: 'read', assignments: list };
}

function fromProgram(fields: Readonly<Record<string, unknown>>): readonly Assignment[] | undefined {
  const parsed = parseForm(assignForm, fields);
  return parsed.kind === 'valid' ? parsed.value.assignments.map(({ was, ...each }) => ({ ...each, was })) : undefined;
}

function fromPage(fields: Readonly<Record<string, unknown>>): readonly Assignment[] {
  return Object.keys(fields).flatMap((name) => {
    if (!name.startsWith('was-')) return [];
    const reflectionId = name.slice('was-'.length);
    const was = textsOf(fields[name]).flatMap((text) => text.split(' '));
    const chosen = ['in', 'add', 'also'].flatMap((part) => textsOf(fields[`${part}-${reflectionId}`]));
    const themeIds = [...new Set(chosen)].filter((id) => id !== '');
    const shown = was.filter((id) => id !== '');
    return sameTexts(shown, themeIds) ? [] : [{ reflectionId, was: shown, themeIds }];
  });
}

function sameTexts(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each) => other.includes(each));
}

function textsOf(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((each) => typeof each === 'string');
}
