import type { MayWriteAnswer, MayWriteRequest } from '@convener/contracts/calls';
import { lettersDependencies } from '../dependencies.arranging.ts';
import { usualReply } from '../domain/need.ts';
import type { Tables } from '../store/need-store.ts';
import type { LetterFate, OwnLetter } from '../use-cases/arranging-ports.ts';
import type { LettersPorts } from '../use-cases/sending.ts';
import { saveBrief, sendBrief } from '../use-cases/write-brief.ts';
import { arrangePorts } from './arranged.ts';
import { facts, weeksBefore } from './one-event.ts';

const environment = {
  BASE_URL: 'https://events.example.org',
  NETWORK_NAME: 'Sample Network',
  MAIL_FROM: 'letters@example.org',
  SES_CONFIGURATION_SET: 'sample',
};

export const byMail = { ...usualReply, answerByMail: true };

/** Two days before the event: everything that takes weeks is too late by then. */
export const late = new Date('2124-11-18T09:00:00.000Z');

const brief = { agenda: '10am: welcome', names: 'Sample Speaker', terms: '', links: '', joining: '' };

/** A supplier is sent a brief, twice, which is the same sending. */
export async function briefed(tables: Tables): Promise<void> {
  const ports = arrangePorts(tables);
  await ports.suppliers.keep(
    {
      supplierId: 'sup_one',
      name: 'Sample Interpreters',
      email: 'i@example.org',
      phone: '',
      kinds: [],
      usedAt: weeksBefore.toISOString(),
      version: 1,
    },
    0,
  );
  await saveBrief(facts.eventId, brief, 0, weeksBefore, ports);
  await sendBrief(facts.eventId, 'sup_one', weeksBefore, ports);
  await sendBrief(facts.eventId, 'sup_one', weeksBefore, ports);
}

/** SES and mailing as a test wants them, and what reached them. */
export function postOffice(tables: Tables) {
  const sent: OwnLetter[] = [];
  const neutral: string[] = [];
  const asked: MayWriteRequest[] = [];
  const wishes: { fate: LetterFate | 'lost'; may: MayWriteAnswer } = {
    fate: 'accepted',
    may: { kind: 'yes', name: 'Sample Ada', address: 'ada@example.org', format: 'html' },
  };
  const ports: LettersPorts = {
    ...lettersDependencies(environment, tables, {
      post: {
        allowance: async () => 1000,
        send: async (letter) => {
          const { fate } = wishes;
          if (fate === 'accepted' || fate === 'lost' || fate === 'unknown') sent.push(letter);
          if (fate === 'lost') throw new Error('The answer got lost.');
          return fate;
        },
      },
      mayWrite: async (request) => {
        asked.push(request);
        if (request.kind === 'may-write')
          return request.recipientId.startsWith('reg_') && request.recipientId.length < 12
            ? wishes.may
            : { kind: 'no', because: 'unknown' };
        if (!neutral.includes(request.key)) neutral.push(request.key);
        return { kind: 'queued' };
      },
    }),
    pause: async () => undefined,
  };
  return { ports, sent, neutral, asked, wishes };
}
