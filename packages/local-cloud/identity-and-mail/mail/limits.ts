import { Refusal } from '../protocol.ts';

/** What SES allows this account, in the terms of GetSendQuota: a mail to three people counts as three. */
export interface MailAllowance {
  /** Recipients a second. */
  readonly perSecond: number;
  /** Recipients in any 24 hours. */
  readonly perDay: number;
}

export const usualAllowance: MailAllowance = { perSecond: 14, perDay: 50_000 };

/** SES's own bounds for one message: https://docs.aws.amazon.com/ses/latest/dg/quotas.html */
export const mostRecipients = 50;
export const mostBytes = 10 * 1024 * 1024;

export interface Meter {
  /** Takes room for `recipients` or refuses with Throttling; nothing is taken when it refuses. */
  take(recipients: number): void;
  sentToday(): number;
  readonly allowance: MailAllowance;
}

/**
 * A token bucket for the rate and a moving day for the quota. Both run on real milliseconds, not on the tests' clock:
 * a rate is about how fast callers come, and a clock that stands still would never let anything through again.
 */
export function meter(allowance: MailAllowance, milliseconds: () => number = () => performance.now()): Meter {
  let tokens = allowance.perSecond;
  let at = milliseconds();
  const day: { readonly at: number; readonly recipients: number }[] = [];

  function sentToday(): number {
    while ((day[0]?.at ?? Number.POSITIVE_INFINITY) < milliseconds() - 86_400_000) day.shift();
    return day.reduce((sum, { recipients }) => sum + recipients, 0);
  }

  return {
    allowance,
    sentToday,
    take(recipients) {
      const now = milliseconds();
      tokens = Math.min(allowance.perSecond, tokens + ((now - at) / 1000) * allowance.perSecond);
      at = now;
      if (sentToday() + recipients > allowance.perDay) throw new Refusal('Throttling', 'Daily message quota exceeded.');
      // A burst may go below zero once, as at SES, or a mail to more people than the rate could never leave.
      if (tokens < 1) throw new Refusal('Throttling', 'Maximum sending rate exceeded.');
      tokens -= recipients;
      day.push({ at: now, recipients });
    },
  };
}
