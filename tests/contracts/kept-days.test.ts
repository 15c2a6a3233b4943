import { registration } from '@convener/service-registration';
import { expect, test } from 'vitest';
import { keptDays as accessKeptDays } from '../../services/accessibility/domain/keeping.ts';
import { lifetimeLines } from '../../services/events/words.lifetimes.en.ts';
import { keptDays, keptForReportDays } from '../../services/registration/domain/kept-days.ts';
import { daysAfterTheEnd } from '../../services/registration/domain/retention-classes.ts';
import { accessKeptDays as shownToAttendees } from '../../services/registration/pages/data-page.tsx';
import { organiseQuestionWords } from '../../services/registration/words.organise-questions.en.ts';
import { questionWords } from '../../services/registration/words.questions.en.ts';

/** Days are promised in several places, and counted in one: no place may promise fewer than are counted. */
const days = (text: string) => [...text.matchAll(/\b(\d+)\b/g)].map(([figure]) => Number(figure));

function noticeOf(what: string): string {
  return lifetimeLines.find(({ of }) => of.some((each) => each === what))?.howLong ?? '';
}

test('names and addresses: the notice and the manifest say the days that the sweep counts', () => {
  for (const text of [noticeOf('registration: registration'), registration.tables.main.lifetimes.registration]) {
    expect(days(text)).toEqual([keptDays, keptForReportDays]);
  }
});

test('what would help: the notice and the page of one’s own data say the days that accessibility counts', () => {
  expect(shownToAttendees).toBe(accessKeptDays);
  expect(days(noticeOf('accessibility: answer about access, and its consent'))).toEqual([accessKeptDays]);
});

test('answers to questions: every sentence says the days of its class, and none outlives its person', () => {
  const answersKept = Object.values(daysAfterTheEnd).filter((each) => each > 0);
  for (const sentences of [questionWords.kept, organiseQuestionWords.retention, organiseQuestionWords.kept]) {
    expect(Object.values(sentences).flatMap(days)).toEqual(answersKept);
  }
  for (const text of [noticeOf('registration: answer to a question'), registration.tables.main.lifetimes['answer to a question']]) {
    expect(days(text)).toEqual(answersKept);
  }
  expect(Math.max(...answersKept)).toBeLessThanOrEqual(keptDays);
});

test('another figure would be noticed', () => {
  expect(days('Until you delete it, and 365 days after the event at most')).not.toEqual([keptDays, keptForReportDays]);
});
