import type { Key } from '@convener/dynamodb';
import type { LetterState } from '../domain/letter.ts';
import { mailing } from '../service.ts';

const { indexes } = mailing.tables.main;
export const dueIndex = { name: 'due', ...indexes.due } as const;
export const listIndex = { name: 'list', ...indexes.list } as const;
export const recipientIndex = { name: 'recipient', ...indexes.recipient } as const;

/** Whatever carries it wakes the sender through the table's stream. */
export const wakesSender = { wakes: 'send' } as const;

export const memberKey = (id: string): Key => ({ pk: `MEMBER#${id}`, sk: 'MEMBER' });
export const letterKey = (id: string): Key => ({ pk: `LETTER#${id}`, sk: 'LETTER' });
export const writtenKey = (letterId: string): Key => ({ pk: `LETTER#${letterId}`, sk: 'WRITTEN' });
/** That another letter tells what this one would. */
export const toldInsideKey = (letterId: string): Key => ({ pk: `LETTER#${letterId}`, sk: 'TOLD-INSIDE' });
export const mailingKey = (id: string): Key => ({ pk: `MAILING#${id}`, sk: 'MAILING' });
export const suppressedKey = (addressKey: string): Key => ({ pk: `SUPPRESSED#${addressKey}`, sk: 'SUPPRESSED' });
export const optOutKey = (addressKey: string, stream: string): Key => ({ pk: `OPTOUT#${addressKey}`, sk: stream });
export const forgottenKey = (recipientId: string): Key => ({ pk: `FORGOTTEN#${recipientId}`, sk: 'FORGOTTEN' });
export const eventKey = (id: string): Key => ({ pk: `EVENT#${id}`, sk: 'EVENT' });
export const reportKey = (eventId: string): Key => ({ pk: `EVENT#${eventId}`, sk: 'REPORT' });
export const paceKey: Key = { pk: 'PACE#door', sk: 'PACE' };
export const toldKey = (eventId: string): Key => ({ pk: `EVENT#${eventId}`, sk: 'TOLD' });
export const joiningKey = (eventId: string): Key => ({ pk: `EVENT#${eventId}`, sk: 'JOINING' });
export const aroundKey = (eventId: string): Key => ({ pk: `EVENT#${eventId}`, sk: 'AROUND' });
export const planKey = (eventId: string): Key => ({ pk: `EVENT#${eventId}`, sk: 'LETTERS' });
export const leaseKey: Key = { pk: 'LEASE#send', sk: 'LEASE' };
export const testerKey = (id: string): Key => ({ pk: `TESTER#${id}`, sk: 'TESTER' });
export const exportKey = (id: string): Key => ({ pk: `EXPORT#${id}`, sk: 'EXPORT' });
export const importKey = (id: string): Key => ({ pk: `IMPORT#${id}`, sk: 'IMPORT' });

export const dueForService = 'DUE#service';
export const dueForMailing = (mailingId: string) => `DUE#mailing#${mailingId}`;
export const pendingMembers = 'PENDING-MEMBERS';
export const mailingsInWork = 'MAILINGS';
export const eventsToTend = 'AROUND';
export const members = 'MEMBERS';
export const suppressed = 'SUPPRESSED';
export const mailingLetters = (mailingId: string) => `MAILING#${mailingId}`;
/** Letters of one kind about one event that belong to no mailing. */
export const lettersAlone = (eventId: string, template: string) => `LETTERS#${eventId}#${template}`;
export const eventMailings = (eventId: string) => `EVENT#${eventId}`;

/** Where the index `due` holds a letter of a state; states that need nothing done are in no partition. */
export function duePartition(state: LetterState, lane: 'service' | 'mailing', mailingId: string | undefined): string | undefined {
  switch (state) {
    case 'queued':
      return lane === 'service' || mailingId === undefined ? dueForService : dueForMailing(mailingId);
    case 'sending':
      return 'SENDING';
    case 'in-doubt':
      return 'IN-DOUBT';
    case 'failed':
      return 'FAILED';
    case 'withheld':
    case 'sent':
    case 'delivered':
    case 'bounced':
    case 'complained':
      return undefined;
  }
}

export function epochSeconds(now: Date, days: number): number {
  return Math.floor(now.getTime() / 1000) + days * 86_400;
}
