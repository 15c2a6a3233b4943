import { fromItem, getItem } from '@convener/dynamodb';
import { expect } from 'vitest';
import type { Question } from '../domain/questions.ts';
import { questionsNotedKey } from '../store/keys.ts';
import { questionStore } from '../store/question-store.ts';
import { changeQuestions } from '../use-cases/change-questions.ts';
import { clock, cookieOf, linkOf, stored, type World, world } from './attendee.ts';
import type { Sent, Visit } from './visitor.ts';

/** An event that organisers write questions for, and the page that they do it on. */
export interface Asking {
  readonly mine: World;
  readonly organiser: Sent;
  readonly base: string;
  post(path: string, fields: Readonly<Record<string, string | string[]>>, as?: Sent): Promise<Visit>;
  get(path: string, as?: Sent): Promise<Visit>;
}

export async function askingWorld(): Promise<Asking> {
  const mine = await world({ capacity: 30 });
  const organiser = await mine.visitor.organiser(['organiser']);
  return {
    mine,
    organiser,
    base: `/organise/events/${mine.event.eventId}/questions`,
    post: (path, fields, as = organiser) => mine.visitor.visit('POST', path, { ...as, fields }),
    get: (path, as = organiser) => mine.visitor.visit('GET', path, as),
  };
}

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

/** Opens one's place by the link in a letter, as it is sent at this moment. */
export async function opened(mine: World, email?: string): Promise<{ cookies: string[] }> {
  const registration = await stored(mine, email);
  if (!registration) throw new Error('Nobody is registered.');
  return cookieOf(await mine.visitor.visit('POST', await mine.visitor.linkTo('manage', registration)));
}

/** What was announced of the event's questions and of the reading of answers: types, actors and data. */
export async function noted({ event }: World) {
  const item = await getItem(event.table, questionsNotedKey(event.eventId));
  const envelopes = item ? fromItem(item).envelopes : [];
  return Array.isArray(envelopes) ? envelopes.map(({ type, actor, data }) => [type, actor.id, data]) : [];
}

/** A question as an organiser writes it. */
export const written = {
  label: 'How will you travel?',
  help: 'By train, by car, on foot.',
  why: 'So that we can share cars.',
  kind: 'one-of',
  options: 'By train\nBy car\nBy train\n',
  required: 'yes',
  retention: 'month-after',
  readableBy: 'everybody',
};
