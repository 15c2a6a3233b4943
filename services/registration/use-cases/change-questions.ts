import { registrationQuestionsChangedV1, registrationSensitiveReadV1 } from '@convener/contracts/domain-events';
import type { SensitiveAnswer } from '../domain/answers.ts';
import { decideQuestions, type QuestionsCommand, type QuestionsRefusal } from '../domain/decide-questions.ts';
import type { Event } from '../domain/event.ts';
import type { EventQuestions, Question } from '../domain/questions.ts';
import type { Registration } from '../domain/registration.ts';
import { ContendedError, mostTries } from './change-registration.ts';
import type { RegistrationPorts } from './ports.ts';
import type { QuestionContext, QuestionStore } from './question-ports.ts';

export type QuestionsOutcome =
  | { readonly kind: 'changed' | 'unchanged'; readonly questions: EventQuestions }
  | { readonly kind: 'refused'; readonly because: QuestionsRefusal; readonly questions: EventQuestions };

export interface QuestionPorts extends Pick<RegistrationPorts, 'registrations' | 'events'> {
  readonly questions: QuestionStore;
}

const changes = { add: 'added', edit: 'edited', move: 'moved', remove: 'removed', 'ask-supporter': 'supporters' } as const;

/** An organiser changes what is asked. The event may not be published yet, and then nobody knows here when it ends. */
export async function changeQuestions(
  eventId: string,
  command: QuestionsCommand,
  context: QuestionContext,
  ports: QuestionPorts,
): Promise<QuestionsOutcome> {
  const event = await ports.events.byId(eventId);
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const loaded = await ports.questions.load(eventId);
    const decision = decideQuestions(loaded.questions, command);
    if (decision.kind === 'refused') return { ...decision, questions: loaded.questions };
    if (decision.kind === 'unchanged') return { kind: 'unchanged', questions: loaded.questions };
    const { next } = decision;
    const data = { eventId, change: changes[command.kind], questions: next.questions.length };
    const announces = { contract: registrationQuestionsChangedV1, data };
    const lookAgainAt = event?.outline.endsAt ?? inADay(context.now);
    if (await ports.questions.save(eventId, loaded, { next, announces, lookAgainAt }, context)) return { kind: 'changed', questions: next };
  }
  throw new ContendedError();
}

export function inADay(now: Date): string {
  return new Date(now.getTime() + 24 * 60 * 60 * 1000).toISOString();
}

/** How many registrations have an answer to this question. Not of a sensitive one: a number that rises tells who has just answered it. */
export async function countAnswered(
  eventId: string,
  { questionId, readableBy }: Pick<Question, 'questionId' | 'readableBy'>,
  { registrations }: Pick<QuestionPorts, 'registrations'>,
): Promise<number | undefined> {
  if (readableBy) return undefined;
  const listed = await registrations.ofEvent(eventId);
  const all = await registrations.loadAll(listed.map(({ registrationId }) => registrationId));
  return all.filter(({ answers = [] }) => answers.some((each) => each.questionId === questionId)).length;
}

/** Everybody's registration with what they answered, for a table to take away; that it was taken is noted first. */
export async function answersOfEvent(
  eventId: string,
  by: { readonly id: string },
  now: Date,
  { registrations, events }: QuestionPorts,
): Promise<{ readonly event: Event; readonly registrations: readonly Registration[] } | undefined> {
  const event = await events.byId(eventId);
  if (!event) return undefined;
  const listed = await registrations.ofEvent(eventId);
  const all = await registrations.loadAll(listed.map(({ registrationId }) => registrationId));
  const inOrder = new Map(all.map((each) => [each.registrationId, each]));
  await events.noteExport(eventId, all.length, by.id, now);
  return { event, registrations: listed.flatMap(({ registrationId }) => inOrder.get(registrationId) ?? []) };
}

/**
 * Hands out what the roles of whoever asks may read, and only once the reading is noted. Answer and note are the same whether there is
 * nothing, or nothing for these roles: otherwise either would tell that somebody gave a sensitive answer.
 */
export async function readSensitive(
  { eventId, registrationId, roles }: { readonly eventId: string; readonly registrationId: string; readonly roles: readonly string[] },
  context: QuestionContext,
  ports: QuestionPorts,
): Promise<readonly SensitiveAnswer[]> {
  const all = await ports.registrations.sensitiveAnswers(registrationId);
  const announces = { contract: registrationSensitiveReadV1, data: { eventId, registrationId } };
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const loaded = await ports.questions.load(eventId);
    const noted = await ports.questions.noteReading({ eventId, registrationId }, loaded, announces, context);
    if (noted) return all.filter(({ readableBy }) => roles.includes(readableBy));
  }
  throw new ContendedError();
}
