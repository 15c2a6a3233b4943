import { type Adjustment, type AdjustmentState, type AdjustmentWords, type Change, changeAdjustment } from '../domain/adjustment.ts';
import type { EventOutline } from '../domain/event.ts';
import { arrangedDeleteFrom } from '../domain/keeping.ts';
import type { Adjustments, Suppliers } from './arranging-ports.ts';
import { putOffEnd } from './keep-supplier.ts';
import { KeepsMovingError } from './keeps-moving.ts';
import type { Events } from './ports.ts';

export interface AdjustPorts {
  readonly events: Events;
  readonly adjustments: Adjustments;
  readonly suppliers: Suppliers;
}

export type AdjustOutcome =
  | { readonly kind: 'saved'; readonly adjustment: Adjustment }
  | { readonly kind: 'meanwhile' | 'not-from-here'; readonly adjustment: Adjustment; readonly event: EventOutline }
  | { readonly kind: 'closed' | 'called-off'; readonly event: EventOutline }
  | { readonly kind: 'not-found' };

/** Bills come after the event, held or called off, so what was arranged can be changed until it is deleted. */
export function isClosed(event: EventOutline, now: Date): boolean {
  return now >= arrangedDeleteFrom(event);
}

export interface AdjustCommand {
  readonly eventId: string;
  readonly adjustmentId: string;
  readonly wanted: AdjustmentWords & { readonly state: AdjustmentState };
  /** The version that the page showed; undefined takes what is there. */
  readonly expected: number | undefined;
}

const mostTries = 5;

/** A new one carries its id in its form, so that sending the form twice makes one. */
export async function createAdjustment(command: AdjustCommand, now: Date, ports: AdjustPorts): Promise<AdjustOutcome> {
  return again(command, now, ports, (held, event) => {
    const { eventId, adjustmentId, wanted } = command;
    if (held) return { kind: 'saved', adjustment: held };
    if (event.calledOffAt) return { kind: 'called-off', event };
    const adjustment = { ...wanted, eventId, adjustmentId, changedAt: now.toISOString(), version: 1 };
    return { kind: 'write', adjustment, event };
  });
}

export async function saveAdjustment(command: AdjustCommand, now: Date, ports: AdjustPorts): Promise<AdjustOutcome> {
  return again(command, now, ports, (held, event) => {
    if (!held) return { kind: 'not-found' };
    return stepOf(changeAdjustment(held, command.wanted, command.expected, now), event);
  });
}

function stepOf(change: Change, event: EventOutline): Step {
  switch (change.kind) {
    case 'same':
      return { kind: 'saved', adjustment: change.adjustment };
    case 'save':
      return { kind: 'write', adjustment: change.adjustment, event };
    default:
      return { ...change, event };
  }
}

/** One press where the page would only repeat what stands there: everything else is left as it is. */
export async function ringOff(command: Omit<AdjustCommand, 'wanted'>, now: Date, ports: AdjustPorts): Promise<AdjustOutcome> {
  return again(command, now, ports, (held, event) => {
    if (!held) return { kind: 'not-found' };
    const change = changeAdjustment(held, { ...held, state: 'rung-off' }, command.expected, now);
    return stepOf(change, event);
  });
}

type Step = AdjustOutcome | { readonly kind: 'write'; readonly adjustment: Adjustment; readonly event: EventOutline };

/** The event or the adjustment may move while somebody saves; then it is decided anew. */
async function again(
  { eventId, adjustmentId }: Pick<AdjustCommand, 'eventId' | 'adjustmentId'>,
  now: Date,
  ports: AdjustPorts,
  decide: (held: Adjustment | undefined, event: EventOutline) => Step,
): Promise<AdjustOutcome> {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const [event, held] = await Promise.all([ports.events.byId(eventId), ports.adjustments.load(eventId, adjustmentId)]);
    if (!event) return { kind: 'not-found' };
    if (isClosed(event, now)) return { kind: 'closed', event };
    const step = decide(held, event);
    if (step.kind !== 'write') return step;
    if ((await ports.adjustments.save(step.adjustment, event)) === 'saved') {
      await putOffEnd(step.adjustment.supplierId, now, ports.suppliers);
      return { kind: 'saved', adjustment: step.adjustment };
    }
  }
  throw new KeepsMovingError();
}
