import type { MayWriteAnswer, MayWriteRequest } from '@convener/contracts/calls';
import { lettersDependencies } from '../dependencies.arranging.ts';
import type { Tables } from '../store/need-store.ts';
import type { LetterFate, OwnLetter } from '../use-cases/arranging-ports.ts';
import type { LettersPorts } from '../use-cases/sending.ts';

const environment = {
  BASE_URL: 'https://events.example.org',
  NETWORK_NAME: 'Sample Network',
  MAIL_FROM: 'letters@example.org',
  SES_CONFIGURATION_SET: 'sample',
};

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
