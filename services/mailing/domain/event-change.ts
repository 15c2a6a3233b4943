/** What people must hear of when it changes: when, where and how they take part. */
export interface ToldFacts {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
  readonly mode: 'online' | 'in-person' | 'hybrid';
  readonly place: string;
}

/** What it was when people were last told, and what it is now. */
export interface EventChange {
  readonly was: ToldFacts;
  readonly is: ToldFacts;
}

export function toldFactsOf({ startsAt, endsAt, timeZone, mode, place }: ToldFacts): ToldFacts {
  return { startsAt, endsAt, timeZone, mode, place };
}

export type ChangedPart = 'when' | 'mode' | 'place';

export function changedParts({ was, is }: EventChange): readonly ChangedPart[] {
  const when = was.startsAt !== is.startsAt || was.endsAt !== is.endsAt || was.timeZone !== is.timeZone;
  return [
    ...(when ? (['when'] as const) : []),
    ...(was.mode === is.mode ? [] : (['mode'] as const)),
    ...(was.place === is.place ? [] : (['place'] as const)),
  ];
}

/** Organisers who edit do so several times in a row: what comes within this is one letter. */
export const settleMs = 600_000;
/** So close to the start nobody waits. */
const soonMs = 2 * 3_600_000;
/** The news of the publishing itself has come by then, or was never kept. */
const unheardMs = 86_400_000;

export type ChangeDecision =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'settles'; readonly at: Date }
  /** Nobody needs to be told: what is now is what later changes are compared with. */
  | { readonly kind: 'noted' }
  | { readonly kind: 'tell'; readonly change: EventChange };

interface Known extends ToldFacts {
  readonly changedAt: string;
  readonly cancelled: boolean;
}

/** Compares what people were told with how it is. A change that was taken back before it settled was none. */
export function decideChange(told: ToldFacts | undefined, event: Known, now: Date): ChangeDecision {
  if (event.cancelled) return { kind: 'nothing' };
  const changedAt = Date.parse(event.changedAt);
  if (!told) {
    const at = new Date(changedAt + unheardMs);
    return at <= now ? { kind: 'noted' } : { kind: 'settles', at };
  }
  const change = { was: toldFactsOf(told), is: toldFactsOf(event) };
  if (changedParts(change).length === 0) return { kind: 'nothing' };
  const over = [told.endsAt, event.endsAt].every((end) => Date.parse(end) <= now.getTime());
  if (over) return { kind: 'noted' };
  const soon = [told.startsAt, event.startsAt].some((start) => Date.parse(start) - now.getTime() < soonMs);
  const settled = new Date(changedAt + (soon ? 0 : settleMs));
  return settled <= now ? { kind: 'tell', change } : { kind: 'settles', at: settled };
}

/** What is known of the joining details: since when they are open, and their newest version. */
export interface JoiningNews {
  readonly openedAt: string | undefined;
  readonly changed: { readonly version: number; readonly at: string } | undefined;
}

export type JoiningDecision =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'settles'; readonly at: Date }
  | { readonly kind: 'tell'; readonly version: number };

/** Joining details that changed after they were sent out are told; before that, whoever needs them gets the new ones anyway. */
export function decideJoiningChange(
  { openedAt, changed }: JoiningNews,
  event: { readonly startsAt: string; readonly endsAt: string; readonly cancelled: boolean },
  now: Date,
): JoiningDecision {
  if (event.cancelled || openedAt === undefined || !changed || changed.at <= openedAt) return { kind: 'nothing' };
  if (Date.parse(event.endsAt) <= now.getTime()) return { kind: 'nothing' };
  const soon = Date.parse(event.startsAt) - now.getTime() < soonMs;
  const settled = new Date(Date.parse(changed.at) + (soon ? 0 : settleMs));
  return settled <= now ? { kind: 'tell', version: changed.version } : { kind: 'settles', at: settled };
}
