import type { ListedRegistration } from './registration.ts';

export interface Retention {
  readonly days: number;
  readonly forReportDays: number;
}

const dayMs = 24 * 60 * 60 * 1000;

/** From this instant on nothing of the person is kept. */
export function heldUntil(wantsReport: boolean, endsAt: string, { days, forReportDays }: Retention): string {
  return new Date(Date.parse(endsAt) + (wantsReport ? Math.max(days, forReportDays) : days) * dayMs).toISOString();
}

/** What stays of an event when its people are forgotten: numbers. */
export interface KeptCounts {
  readonly confirmed: number;
  readonly waitlisted: number;
  readonly cancelled: number;
  /** Of those who had a place. */
  readonly attended: number;
  /** Came without a place, as an organiser let them in; left out where nobody did. */
  readonly letIn?: number | undefined;
}

export interface Receipt {
  readonly counts: KeptCounts;
  /** When nobody was left; undefined while some are. */
  readonly forgottenAt: string | undefined;
}

export function countsOf(all: readonly ListedRegistration[]): KeptCounts {
  const letIn = all.filter(({ status, attended }) => status === 'waitlisted' && attended).length;
  const count = (status: string) => all.filter((each) => each.status === status).length;
  return {
    confirmed: count('confirmed'),
    waitlisted: count('waitlisted'),
    cancelled: count('cancelled'),
    attended: all.filter(({ status, attended }) => status === 'confirmed' && attended).length,
    ...(letIn > 0 ? { letIn } : {}),
  };
}

export interface Forgetting {
  readonly now: readonly string[];
  /** When the next of those who are left are due; undefined where nobody is. */
  readonly next: string | undefined;
}

/** Who is to be forgotten, and when to look again. */
export function decideForget(all: readonly ListedRegistration[], endsAt: string, retention: Retention, now: Date): Forgetting {
  const until = all.map(({ registrationId, details }) => ({ registrationId, at: heldUntil(details.wantsReport, endsAt, retention) }));
  const at = now.toISOString();
  return {
    now: until.filter((each) => each.at <= at).map(({ registrationId }) => registrationId),
    next: until
      .map((each) => each.at)
      .filter((each) => each > at)
      .toSorted()[0],
  };
}
