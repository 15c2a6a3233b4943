import { bandOf, costsOf } from '../domain/access-costs.ts';
import type { AccessList, ListedNeed } from '../domain/access-list.ts';
import { type Adjustment, bookBy, urgencyOf } from '../domain/adjustment.ts';
import { attentionKinds, coordinatorsAttention, countsOf } from '../domain/coordinators-attention.ts';
import type { EventOutline } from '../domain/event.ts';
import type { arrangingOf } from '../use-cases/arranging-view.ts';

type Arranging = ReturnType<typeof arrangingOf>;

/** The coordinator's list for a program: whatever stands on the page, as data. */
export function dataOfList({ event, needs, reads }: AccessList, arranging: Arranging, now: Date): object {
  const { people, adjustments, withdrawn } = arranging;
  return {
    provided: event.provisions,
    calledOffAt: event.calledOffAt ?? null,
    needs: needs.map(needData),
    arranged: people.map(({ need, handle, state }) => ({ registrationId: need.registrationId, personId: handle, state })),
    adjustments: adjustments.map((each) => adjustmentData(each, event, now)),
    attention: attentionData(event, arranging, now),
    withdrawn: event.calledOffAt ? null : withdrawn,
    money: moneyData(arranging),
    reads,
  };
}

function needData({ registrationId, name, answer, answerFormat, answerPhone, answerByMail, changedAt }: ListedNeed): object {
  return { registrationId, name, ...answer, answerFormat, answerPhone, answerByMail, changedAt };
}

/** Of an event that was called off, nothing is to be booked by any day. */
function adjustmentData(adjustment: Adjustment, event: EventOutline, now: Date): object {
  const by = event.calledOffAt ? null : bookBy(event, adjustment.leadDays);
  return { ...adjustment, bookBy: by, urgency: urgencyOf(adjustment, event, now) };
}

function attentionData(event: EventOutline, { adjustments, people }: Arranging, now: Date): readonly object[] {
  const counted = { event, adjustments, people };
  const counts = event.calledOffAt ? coordinatorsAttention(counted, now) : countsOf(counted, now);
  return attentionKinds.filter((kind) => counts[kind] > 0).map((kind) => ({ kind, count: counts[kind] }));
}

/** `funder`: what may leave the house, from the first up to, and without, the second. */
function moneyData({ adjustments, budgetPence }: Arranging): object | null {
  if (adjustments.length === 0 && budgetPence === undefined) return null;
  const costs = costsOf(adjustments);
  return { budgetPence: budgetPence ?? null, ...costs, funder: bandOf(costs.expectedPence) };
}
