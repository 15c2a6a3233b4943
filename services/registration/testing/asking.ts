import { expect } from 'vitest';
import type { Question } from '../domain/questions.ts';
import { questionStore } from '../store/question-store.ts';
import { changeQuestions } from '../use-cases/change-questions.ts';
import { clock, cookieOf, linkOf, type World } from './attendee.ts';

/** Has the event ask these, as an organiser would. */
export async function ask(mine: World, questions: readonly Question[], asksSupporter = false): Promise<void> {
  const ports = { ...mine.event.ports, questions: questionStore(mine.event.table) };
  const context = { now: clock.now(), actor: { kind: 'organiser', id: 'org_sample' } } as const;
  for (const question of questions) {
    const { version: _, questionId, ...draft } = question;
    expect((await changeQuestions(mine.event.eventId, { kind: 'add', questionId, draft }, context, ports)).kind).toBe('changed');
  }
  if (asksSupporter) await changeQuestions(mine.event.eventId, { kind: 'ask-supporter', asks: true }, context, ports);
}

/** Registers with all answers at once and presses the link; says with which cookies the place opens. */
export async function answering(mine: World, json: Readonly<Record<string, unknown>>): Promise<{ cookies: string[] }> {
  const registered = await mine.visitor.visit('POST', `/events/${mine.event.slug}/register`, { json });
  expect([registered.status, registered.body]).toEqual([202, '{"status":"check-your-email"}']);
  return cookieOf(await mine.visitor.visit('POST', await linkOf(mine, 'confirm', String(json.email))));
}
