import type { Draft, Report } from './report.ts';

/** Which part of a report; `speakerId` only for a speaker's. */
export type Part =
  | { readonly part: 'introduction' }
  | { readonly part: 'context' }
  | { readonly part: 'speaker'; readonly speakerId: string }
  | { readonly part: 'ending' }
  | { readonly part: 'settings' };

/** A part with what it says. */
export type Edit =
  | { readonly part: 'introduction'; readonly introduction: string }
  | { readonly part: 'context'; readonly heading: string; readonly prose: string }
  | { readonly part: 'speaker'; readonly speakerId: string; readonly section: string }
  | { readonly part: 'ending'; readonly ending: string }
  | { readonly part: 'settings'; readonly showSpread: boolean };

export type EditDecision =
  | { readonly kind: 'changed'; readonly report: Report }
  | { readonly kind: 'unchanged' }
  /** Somebody else saved the same part since the form was shown. */
  | { readonly kind: 'written-meanwhile' }
  | { readonly kind: 'too-large' };

/** Of DynamoDB's 400 KB an item the rest is for the domain events of a week of saving. */
export const largestDraftBytes = 150_000;

/**
 * Saves one part. `seen` is the part's revision when the form was shown; without it (a program that means to overwrite) nothing is
 * compared. Two people in different parts never hinder each other.
 */
export function decideEdit(report: Report, edit: Edit, seen: number | undefined): EditDecision {
  const saved = savedPart(report.draft, edit);
  if (JSON.stringify(saved) === JSON.stringify(edit)) return { kind: 'unchanged' };
  const revision = revisionOf(report, edit);
  if (seen !== undefined && seen !== revision) return { kind: 'written-meanwhile' };
  const draft = withPart(report.draft, edit);
  if (bytesOf(draft) > largestDraftBytes) return { kind: 'too-large' };
  return { kind: 'changed', report: { ...report, draft, revisions: { ...report.revisions, [partName(edit)]: revision + 1 } } };
}

export function revisionOf(report: Report, part: Part): number {
  return report.revisions[partName(part)] ?? 0;
}

function partName(part: Part): string {
  return part.part === 'speaker' ? `speaker ${part.speakerId}` : part.part;
}

/** What is saved of a part, as the edit that would write it again. */
export function savedPart(draft: Draft, part: Part): Edit {
  switch (part.part) {
    case 'introduction':
      return { part: 'introduction', introduction: draft.introduction };
    case 'context':
      return { part: 'context', heading: draft.context.heading, prose: draft.context.prose };
    case 'speaker':
      return { part: 'speaker', speakerId: part.speakerId, section: draft.sections[part.speakerId] ?? '' };
    case 'ending':
      return { part: 'ending', ending: draft.ending };
    case 'settings':
      return { part: 'settings', showSpread: draft.showSpread };
  }
}

function withPart(draft: Draft, edit: Edit): Draft {
  switch (edit.part) {
    case 'introduction':
      return { ...draft, introduction: edit.introduction };
    case 'context':
      return { ...draft, context: { heading: edit.heading, prose: edit.prose } };
    case 'speaker':
      return { ...draft, sections: { ...draft.sections, [edit.speakerId]: edit.section } };
    case 'ending':
      return { ...draft, ending: edit.ending };
    case 'settings':
      return { ...draft, showSpread: edit.showSpread };
  }
}

export function bytesOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}
