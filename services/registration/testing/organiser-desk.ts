import { clockAt } from '@convener/testing';
import { htmlProblems } from '@convener/ui/testing';
import { expect } from 'vitest';
import type { Question } from '../domain/questions.ts';
import { questionStore } from '../store/question-store.ts';
import { changeQuestions } from '../use-cases/change-questions.ts';
import { type OpenEvent, openEvent, openFrom } from './open-event.ts';
import { type Sent, type Visit, type Visitor, visitorOf } from './visitor.ts';

export const clock = clockAt(openFrom.toISOString());

/** What every correction sends from its page. */
export const whole = { name: 'Ada', organisation: '', comingAs: '', wantsReport: 'yes', format: 'html', whole: 'yes' };

export const versionIn = ({ body }: Visit) => /name="version" value="(\d+)"/.exec(body)?.[1] ?? '';

/** What an organiser enters of somebody who phoned. */
export const caller = {
  told: 'phone',
  name: 'Zoë Ünal',
  email: '',
  organisation: 'A choir',
  comingAs: 'a carer',
  wantsReport: 'yes',
  asked: 'yes',
};

/** An organiser at an event of three places, who registers and corrects people. */
export interface Desk {
  readonly event: OpenEvent;
  readonly visitor: Visitor;
  readonly organiser: Sent;
  readonly base: string;
  ask(questions: readonly Question[], asksSupporter?: boolean): Promise<void>;
  /** Enters somebody; by their answers and their group. Says where their registration is. */
  enter(who: string, json?: Readonly<Record<string, unknown>>): Promise<string>;
  /** Sends the form of somebody who phoned, with these changes. */
  enterCaller(fields: Readonly<Record<string, string>>, as?: Sent): Promise<Visit>;
  /** The page that it leads to, as the organiser gets it. */
  followed(visit: Visit): Promise<string>;
  formOf(path: string, as?: Sent): Promise<Visit>;
  /** Opens the form and sends it with these changes. */
  correct(path: string, fields: Readonly<Record<string, string | string[]>>, as?: Sent): Promise<Visit>;
  storedAt(path: string): ReturnType<typeof stored>;
}

export async function deskOf(capacity = 3): Promise<Desk> {
  clock.set(openFrom.toISOString());
  const event = await openEvent({ capacity });
  const visitor = await visitorOf(event.table, () => clock.now());
  const organiser = await visitor.organiser(['organiser']);
  const base = `/organise/events/${event.eventId}/registrations`;
  const formOf: Desk['formOf'] = async (path, as = organiser) => {
    const form = await visitor.visit('GET', `${path}/edit`, as);
    expect([form.status, await htmlProblems(form.body)]).toEqual([200, []]);
    return form;
  };
  return {
    event,
    visitor,
    organiser,
    base,
    formOf,
    ask: async (questions, asksSupporter = false) => {
      const ports = { ...event.ports, questions: questionStore(event.table) };
      const context = { now: openFrom, actor: { kind: 'organiser', id: 'org_sample' } } as const;
      for (const { version: _, questionId, ...draft } of questions)
        await changeQuestions(event.eventId, { kind: 'add', questionId, draft }, context, ports);
      if (asksSupporter) await changeQuestions(event.eventId, { kind: 'ask-supporter', asks: true }, context, ports);
    },
    enter: async (who, json = {}) => {
      const fields = { told: 'phone', name: who, email: `${who}@example.org`, wantsReport: true, asked: true, ...json };
      const made = await visitor.visit('POST', `${base}/new`, { ...organiser, json: fields });
      expect(made.status).toBe(201);
      return `${base}/${JSON.parse(made.body).registrationId}`;
    },
    enterCaller: (fields, as = organiser) => visitor.visit('POST', `${base}/new`, { ...as, fields: { ...caller, ...fields } }),
    followed: async (visit) => {
      expect(visit.status).toBe(303);
      const page = await visitor.visit('GET', visit.headers.location ?? '', organiser);
      expect([page.status, await htmlProblems(page.body)]).toEqual([200, []]);
      return page.body;
    },
    correct: async (path, fields, as = organiser) => {
      const version = versionIn(await formOf(path, as));
      return visitor.visit('POST', `${path}/edit`, { ...as, fields: { ...whole, version, ...fields } });
    },
    storedAt: (path) => stored(event, path),
  };
}

async function stored(event: OpenEvent, path: string) {
  const registrationId = path.split('/').at(-1) ?? '';
  const { stored: found } = await event.ports.registrations.load(registrationId);
  if (found.kind !== 'held') throw new Error('Nobody is registered.');
  return { ...found.registration, apart: await event.ports.registrations.sensitiveAnswers(registrationId), version: found.version };
}
