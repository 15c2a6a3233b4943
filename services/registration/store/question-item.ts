import { everyRole } from '@convener/contracts';
import { fromItem, type Item } from '@convener/dynamodb';
import * as z from 'zod/mini';
import type { SensitiveAnswer } from '../domain/answers.ts';
import { type EventQuestions, noQuestions, type Question, questionKinds } from '../domain/questions.ts';
import { formerClasses, retentionClasses } from '../domain/retention-classes.ts';

const role = z.enum(everyRole);
const retention = z.pipe(
  z.enum([...retentionClasses, 'year-after']),
  z.transform((stored) => (stored === 'year-after' ? formerClasses[stored] : stored)),
);
const choiceKind = z.enum(['one-of', 'several-of']);
const plainKind = z.enum(['text', 'long-text', 'yes-no', 'date', 'number']);

const wording = {
  questionId: z.string(),
  version: z.number(),
  label: z.string(),
  help: z.string(),
  why: z.string(),
  required: z.boolean(),
  retention,
  condition: z.optional(z.object({ questionId: z.string(), is: z.array(z.string()) })),
  readableBy: z.optional(role),
};

const questionSchema = z.union([
  z.object({ ...wording, kind: choiceKind, options: z.array(z.string()) }),
  z.object({ ...wording, kind: plainKind }),
]);

const questionsSchema = z.object({ version: z.number(), questions: z.array(questionSchema), asksSupporter: z.boolean() });

/** Nobody was asked anything where there is no item. */
export function questionsOf(item: Item | undefined): EventQuestions {
  if (!item) return noQuestions;
  const { version, questions, asksSupporter } = questionsSchema.parse(fromItem(item));
  const whole = questions.map((question): Question => ({ ...question, condition: question.condition, readableBy: question.readableBy }));
  return { version, questions: whole, asksSupporter };
}

export function questionsAttributes({ questions, asksSupporter }: EventQuestions): object {
  return { questions, asksSupporter };
}

const answer = {
  questionId: z.string(),
  version: z.number(),
  kind: z.enum(questionKinds),
  asked: z.string(),
  value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
  retention,
};

/** Answers as they lie in a registration's own item. */
export const answersSchema = z.array(z.object(answer));
export const marksSchema = z.array(z.object({ questionId: z.string(), retention, readableBy: role }));

const sensitiveSchema = z.object({ answers: z.array(z.object({ ...answer, readableBy: role })) });

export function sensitiveOf(item: Item | undefined): readonly SensitiveAnswer[] {
  return item ? sensitiveSchema.parse(fromItem(item)).answers : [];
}
