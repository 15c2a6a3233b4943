import {
  type Adjustment,
  type AdjustmentState,
  type AdjustmentWords,
  type Change,
  type Changing,
  changeAdjustment,
  confirmAdjustment,
  heldForIn,
} from '../domain/adjustment.ts';
import type { EventOutline } from '../domain/event.ts';
import { arrangedDeleteFrom } from '../domain/keeping.ts';
import { occasionOf, occasionText } from '../domain/occasion.ts';
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
  /** The event has moved since the page was opened. */
  | { readonly kind: 'moved'; readonly adjustment: Adjustment | undefined; readonly event: EventOutline }
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
  /** When and where the event was by that page; undefined where nobody looked. */
  readonly occasion?: string | undefined;
}

const mostTries = 5;

/** A new one carries its id in its form, so that sending the form twice makes one. */
export async function createAdjustment(command: AdjustCommand, now: Date, ports: AdjustPorts): Promise<AdjustOutcome> {
  return again(command, now, ports, (held, event) => {
    const { eventId, adjustmentId, wanted } = command;
    if (held) return madeBefore(held, command, event, now);
    if (event.calledOffAt) return { kind: 'called-off', event };
    const heldFor = heldForIn(wanted.state, occasionOf(event));
    const adjustment = { ...wanted, heldFor, eventId, adjustmentId, changedAt: now.toISOString(), version: 1 };
    return { kind: 'write', adjustment, event };
  });
}

/** The same form twice is one thing. With other words it changes what was made, once its sender was shown that. */
function madeBefore(held: Adjustment, command: AdjustCommand, event: EventOutline, now: Date): Step {
  const change = changeAdjustment(held, command.wanted, { ...changing(command, event, now), expected: command.expected ?? 0 });
  return stepOf(change, event);
}

export async function saveAdjustment(command: AdjustCommand, now: Date, ports: AdjustPorts): Promise<AdjustOutcome> {
  return again(command, now, ports, (held, event) => {
    if (!held) return { kind: 'not-found' };
    return stepOf(changeAdjustment(held, command.wanted, changing(command, event, now)), event);
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
export async function press(what: Press, command: PressCommand, now: Date, ports: AdjustPorts): Promise<AdjustOutcome> {
  return again(command, now, ports, (held, event) => {
    if (!held) return { kind: 'not-found' };
    const given = changing(command, event, now);
    switch (what) {
      case 'rung-off':
        return stepOf(changeAdjustment(held, { ...held, state: 'rung-off' }, given), event);
      case 'still-stands':
        return stepOf(confirmAdjustment(held, given), event);
    }
  });
}

/** Whoever does it knows that it is off; it still stands, though the event has moved. */
export const presses = ['rung-off', 'still-stands'] as const;
export type Press = (typeof presses)[number];
type PressCommand = Omit<AdjustCommand, 'wanted'>;

function changing({ expected }: PressCommand, event: EventOutline, now: Date): Changing {
  return { expected, occasion: occasionOf(event), now };
}

type Step = AdjustOutcome | { readonly kind: 'write'; readonly adjustment: Adjustment; readonly event: EventOutline };

/** The event or the adjustment may move while somebody saves; then it is decided anew. */
async function again(
  { eventId, adjustmentId, occasion }: PressCommand,
  now: Date,
  ports: AdjustPorts,
  decide: (held: Adjustment | undefined, event: EventOutline) => Step,
): Promise<AdjustOutcome> {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const [event, held] = await Promise.all([ports.events.byId(eventId), ports.adjustments.load(eventId, adjustmentId)]);
    if (!event) return { kind: 'not-found' };
    if (isClosed(event, now)) return { kind: 'closed', event };
    if (occasion !== undefined && occasion !== occasionText(occasionOf(event))) return { kind: 'moved', event, adjustment: held };
    const step = decide(held, event);
    if (step.kind !== 'write') return step;
    if ((await ports.adjustments.save(step.adjustment, event)) === 'saved') {
      await putOffEnd(step.adjustment.supplierId, now, ports.suppliers);
      return { kind: 'saved', adjustment: step.adjustment };
    }
  }
  throw new KeepsMovingError();
}
