import { errorFacts, log } from '@convener/observability';
import type { AlertReason } from '../domain/alerts.ts';
import type { Delivered, Telling } from '../domain/arrangement.ts';
import type { Brief } from '../domain/brief.ts';
import type { EventOutline } from '../domain/event.ts';
import type { Need } from '../domain/need.ts';
import type { Arrangements, Boards, Ids, LetterFate, MayWrite, OwnLetter, Post, Sendings, Suppliers } from './arranging-ports.ts';
import type { Events } from './ports.ts';

/** The words of a letter; who it goes to and its id are added here. */
export type Printed = Pick<OwnLetter, 'subject' | 'text' | 'html'>;

export interface Press {
  /** To the owner of something that is arranged; it says of nobody and nothing what it is. */
  alert(event: EventOutline, because: AlertReason): Printed;
  answer(event: EventOutline, need: Need, telling: Telling, person: { readonly name: string; readonly format: 'html' | 'text' }): Printed;
  brief(event: EventOutline, brief: Brief): Printed;
}

export interface LettersPorts {
  /** Ids of events that are not settled. */
  readonly awaiting: () => Promise<readonly string[]>;
  readonly events: Events;
  readonly boards: Boards;
  readonly arrangements: Arrangements;
  readonly sendings: Sendings;
  readonly suppliers: Suppliers;
  readonly mayWrite: MayWrite;
  readonly post: Post;
  readonly press: Press;
  readonly ids: Ids;
  readonly pause?: (milliseconds: number) => Promise<unknown>;
}

/** One run of the sweep. */
export interface Run {
  readonly now: Date;
  readonly ports: LettersPorts;
  /** How many letters the account may still send; undefined until somebody asks. */
  left: number | undefined;
}

export async function mayLeave(run: Run): Promise<boolean> {
  run.left ??= await run.ports.post.allowance();
  return run.left >= 1;
}

export async function send(letter: OwnLetter, run: Run): Promise<LetterFate> {
  run.left = (run.left ?? 1) - 1;
  const fate = await run.ports.post.send(letter).catch((error: unknown): LetterFate => {
    log('warn', 'letter.refused', { letterId: letter.letterId, errorName: errorFacts(error).errorName });
    return 'unknown';
  });
  if (fate === 'unknown') log('warn', 'letter.in-doubt', { letterId: letter.letterId });
  if (fate === 'refused') log('warn', 'letter.refused', { letterId: letter.letterId, errorName: 'MessageRejected' });
  return fate;
}

export function deliveredBy(fate: Exclude<LetterFate, 'unknown'>): Delivered {
  switch (fate) {
    case 'accepted':
      return 'done';
    case 'refused':
      return 'refused';
    case 'later':
      return 'waiting';
  }
}
