import type { Table } from '@convener/dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { QuestionDraft } from '../domain/questions.ts';
import { newQuestionId, questionStore } from '../store/question-store.ts';
import { freshTable, portsOver } from '../testing/open-event.ts';
import { shortQuestion, yesNoQuestion } from '../testing/questions.ts';
import { changeQuestions } from './change-questions.ts';
import { type CopyPorts, copyQuestions } from './copy-questions.ts';

const context = { now: new Date('2026-02-01T12:00:00Z'), actor: { kind: 'organiser', id: 'org_sample' } } as const;
const cloned = { eventId: 'evt_new', fromEventId: 'evt_old', copies: ['speakers', 'registration-questions'] };
const lunch = yesNoQuestion('lunch', { label: 'Will you stay for lunch?' });

let table: Table;
let ports: CopyPorts;
beforeEach(async () => {
  table = await freshTable();
  ports = { questions: questionStore(table), newQuestionId };
});

const add = (eventId: string, questionId: string, draft: QuestionDraft) =>
  changeQuestions(eventId, { kind: 'add', questionId, draft }, context, { ...portsOver(table), questions: ports.questions });
const questionsOf = async (eventId: string) => (await ports.questions.load(eventId)).questions;

async function askTwo(): Promise<void> {
  await add('evt_old', 'que_lunch', lunch);
  const what = shortQuestion('what', { label: 'What do you eat?', condition: { questionId: 'que_lunch', is: ['yes'] } });
  expect((await add('evt_old', 'que_what', what)).kind).toBe('changed');
}

describe('the questions of an earlier event', () => {
  test('are asked by the new one too, under ids of their own, and hang on each other as they did', async () => {
    await askTwo();
    await copyQuestions(cloned, context, ports);
    const { questions } = await questionsOf('evt_new');
    expect(questions.map(({ label }) => label)).toEqual(['Will you stay for lunch?', 'What do you eat?']);
    expect(questions[1]?.condition).toEqual({ questionId: questions[0]?.questionId, is: ['yes'] });
    const old = (await questionsOf('evt_old')).questions.map(({ questionId }) => questionId);
    expect(questions.some(({ questionId }) => old.includes(questionId))).toBe(false);
  });

  test('are copied once, however often it is told and whatever has changed since', async () => {
    await askTwo();
    await copyQuestions(cloned, context, ports);
    const first = await ports.questions.load('evt_new');
    await add('evt_old', 'que_late', lunch);
    for (let telling = 1; telling <= 4; telling += 1) await copyQuestions(cloned, context, ports);
    expect(await ports.questions.load('evt_new')).toEqual(first);
  });

  test('are never written over those that somebody wrote for the new one', async () => {
    await askTwo();
    await add('evt_new', 'que_own', { ...lunch, label: 'How will you travel?' });
    await copyQuestions(cloned, context, ports);
    expect((await questionsOf('evt_new')).questions.map(({ label }) => label)).toEqual(['How will you travel?']);
  });

  test('stay where they are when they were not ticked, or where there are none', async () => {
    await copyQuestions(cloned, context, ports);
    await askTwo();
    await copyQuestions({ ...cloned, copies: ['speakers'] }, context, ports);
    expect((await questionsOf('evt_new')).version).toBe(0);
  });

  test('are caught by these tests: a twin that copies whenever it is told asks everything again', async () => {
    await askTwo();
    const forgetful: CopyPorts = {
      ...ports,
      questions: {
        ...ports.questions,
        load: async (id) => ({
          ...(await ports.questions.load(id)),
          ...(id === 'evt_new' ? { questions: { version: 0, questions: [], asksSupporter: false } } : {}),
        }),
      },
    };
    await copyQuestions(cloned, context, forgetful);
    const first = await questionsOf('evt_new');
    await copyQuestions(cloned, context, forgetful);
    expect(await questionsOf('evt_new')).not.toEqual(first);
  });
});
