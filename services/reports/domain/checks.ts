import { namesLike } from './names.ts';
import type { ReportContent } from './report.ts';

/** Something that could be better before readers see it. Advice: it never stands in the way. */
export type Advice =
  | { readonly kind: 'link-text'; readonly at: Place; readonly text: string }
  | { readonly kind: 'bare-address'; readonly at: Place; readonly text: string }
  | { readonly kind: 'empty'; readonly at: Place }
  | { readonly kind: 'no-themes' }
  | { readonly kind: 'no-question' }
  | { readonly kind: 'named-differently'; readonly at: Place; readonly name: string; readonly text: string }
  | { readonly kind: 'abbreviation'; readonly at: Place; readonly text: string };

/** Where in the report it is: the part that an organiser can open. */
export type Place =
  | { readonly part: 'introduction' }
  | { readonly part: 'context' }
  | { readonly part: 'speaker'; readonly speakerId: string; readonly name: string }
  | { readonly part: 'themes'; readonly label: string }
  | { readonly part: 'ending' };

interface Passage {
  readonly at: Place;
  readonly text: string;
}

/** All advice on a report, in the order in which it is read. */
export function adviceOn(content: ReportContent): readonly Advice[] {
  const passages = passagesOf(content);
  return [
    ...missing(content),
    ...passages.flatMap(linkAdvice),
    ...content.speakers.flatMap((speaker) =>
      namesLike(speaker.name, speaker.section).map((text) => ({
        kind: 'named-differently' as const,
        at: { part: 'speaker' as const, speakerId: speaker.id, name: speaker.name },
        name: speaker.name,
        text,
      })),
    ),
    ...abbreviationAdvice(content, passages),
  ];
}

function passagesOf(content: ReportContent): readonly Passage[] {
  return [
    { at: { part: 'introduction' }, text: content.introduction },
    { at: { part: 'context' }, text: `${content.context.heading}\n${content.context.prose}` },
    ...content.speakers.map(({ id, name, section }) => ({ at: { part: 'speaker' as const, speakerId: id, name }, text: section })),
    ...content.themes.map(({ label, prose }) => ({ at: { part: 'themes' as const, label }, text: `${label}\n${prose}` })),
    { at: { part: 'ending' }, text: content.ending },
  ];
}

function missing(content: ReportContent): readonly Advice[] {
  const { introduction, context, speakers, question, themes } = content;
  return [
    ...(introduction.trim() === '' ? [{ kind: 'empty' as const, at: { part: 'introduction' as const } }] : []),
    ...(context.heading.trim() === '' || context.prose.trim() === '' ? [{ kind: 'empty' as const, at: { part: 'context' as const } }] : []),
    ...speakers
      .filter(({ section }) => section.trim() === '')
      .map(({ id, name }) => ({ kind: 'empty' as const, at: { part: 'speaker' as const, speakerId: id, name } })),
    ...(question === '' ? [{ kind: 'no-question' as const }] : []),
    ...(themes.length === 0 ? [{ kind: 'no-themes' as const }] : []),
  ];
}

/** Out of its sentence, such a text says nothing of where it leads; screen readers list links without their sentences. */
const vague =
  /^(?:(?:click|read|find out|see|learn|more|tap|press|go|look|available|details|information)[\s,]*)*(?:here|more|this|link|this link|this page|details|read on)$/i;
/** The same words where a link was lost on the way: a sentence of their own. */
const lostLink = /(?:^|[.!?:]\s+)((?:more|read more|find out more|see more|click|see|details|more information) here)\b(?=[.!?]|$)/gim;

function linkAdvice({ at, text }: Passage): readonly Advice[] {
  const links = [...text.matchAll(/\[([^\]]*)\]\(([^)\s]*)/g)].map(([, words = '']) => words.trim());
  const without = text.replace(/\[[^\]]*\]\([^)]*\)/g, ' ');
  const lost = [...without.matchAll(lostLink)].map(([, words = '']) => words);
  const bare = [...without.matchAll(/https?:\/\/[^\s<>)]+/g)].map(([address]) => address);
  return [
    ...[...links.filter((words) => vague.test(words)), ...lost].map((words) => ({ kind: 'link-text' as const, at, text: words })),
    ...[...links.filter((words) => /^https?:\/\//.test(words)), ...bare].map((words) => ({
      kind: 'bare-address' as const,
      at,
      text: words,
    })),
  ];
}

/** Short forms that are words of their own by now. */
const everyday = new Set(['UK', 'EU', 'USA', 'NHS', 'BBC', 'TV', 'OK', 'ID', 'PDF', 'COVID', 'GP', 'IT', 'AGM', 'CEO', 'MSP', 'MP']);

/** Each abbreviation once, where it comes first, unless its long form is somewhere in the report. */
function abbreviationAdvice(content: ReportContent, passages: readonly Passage[]): readonly Advice[] {
  const whole = passages.map(({ text }) => text).join('\n');
  const told = new Set<string>();
  return passages.flatMap(({ at, text }) => {
    const organisation = content.speakers.find((speaker) => at.part === 'speaker' && speaker.id === at.speakerId)?.organisation ?? '';
    const found =
      `${organisation}\n${text}`.replace(/\]\([^)]*\)|https?:\/\/\S+/g, ']').match(/(?<![\p{L}\p{N}])\p{Lu}{2,}(?=s?(?![\p{L}\p{N}]))/gu) ??
      [];
    return found.flatMap((short) => {
      if (told.has(short) || everyday.has(short) || isExplained(short, whole)) return [];
      told.add(short);
      return [{ kind: 'abbreviation' as const, at, text: short }];
    });
  });
}

/** In brackets beside its long form, or its letters are the initials of words with capitals: Chest Heart and Stroke Scotland, CHSS. */
function isExplained(short: string, whole: string): boolean {
  if (whole.includes(`(${short})`) || new RegExp(`\\b${short}s? \\(\\p{L}`, 'u').test(whole)) return true;
  const words = whole.match(/[\p{L}][\p{L}’'-]*/gu) ?? [];
  const initials = words
    .map((word) => (/^\p{Lu}\p{L}*[\p{Ll}]/u.test(word) ? word[0] : /^(?:and|of|the|for|in|on|de)$/.test(word) ? '' : ' '))
    .join('');
  return initials.includes(short);
}
