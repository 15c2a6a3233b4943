import { type FieldError, fill } from '@convener/forms';
import { answer, done, type HttpRequest, notFound, problem, type Reply } from '@convener/http';
import type { ArrangeDependencies } from '../dependencies.arranging.ts';
import type { Adjustment } from '../domain/adjustment.ts';
import { type AdjustmentView, adjustmentPage } from '../pages/adjustment-page.tsx';
import { adjustmentForm } from '../pages/arranging-forms.ts';
import type { AdjustOutcome } from '../use-cases/adjust.ts';
import { arrangingWords } from '../words.arranging.en.ts';
import { calledOffWords } from '../words.called-off.en.ts';
import { movedWords } from '../words.moved.en.ts';
import { notDoneWords } from '../words.not-done.en.ts';
import { accessOf, noLongerKept, type Opened } from './opened.ts';

type Ports = ArrangeDependencies;

export function servedBy({ adjustmentId }: Adjustment, { people }: Opened): readonly string[] {
  return people.filter(({ arrangement }) => arrangement.adjustmentIds.includes(adjustmentId)).map(({ handle }) => handle);
}

type Shown = Pick<AdjustmentView, 'adjustment' | 'adjustmentId' | 'serves' | 'served' | 'state'>;

export async function pageOf({ event, board, people, nameOf }: Opened, shown: Shown, now: Date, { network, suppliers }: Ports) {
  const { adjustments, budget, withdrawn } = board;
  const arranging = { adjustments, budgetPence: budget.pence, withdrawn, people, nameOf };
  const all = await suppliers.all(now);
  return () => adjustmentPage({ network, event, arranging, suppliers: all, ...shown });
}

/** Of an event that was called off there is no new thing; what there was is kept. */
export function nothingToArrange(): Reply {
  return problem(410, calledOffWords.noArranging.title, calledOffWords.noArranging.text);
}

interface Named {
  readonly serves: readonly string[];
  readonly supplierId: string | undefined;
}

/** Whom a page no longer shows, or never did. Whoever was booked may have left the list since: that stays as it is. */
export async function unknownIn(
  { serves, supplierId }: Named,
  { opened, adjustment }: { readonly opened: Opened; readonly adjustment: Adjustment | undefined },
  now: Date,
  { suppliers }: Ports,
): Promise<readonly FieldError[]> {
  const { people, supplier } = notDoneWords;
  const knowsAll = serves.every((each) => opened.people.some(({ handle }) => handle === each));
  const isNew = supplierId !== undefined && supplierId !== adjustment?.supplierId;
  const knowsSupplier = !isNew || (await suppliers.all(now)).some((each) => each.supplierId === supplierId);
  return [
    ...(knowsAll ? [] : [{ field: 'people', id: 'people', message: people }]),
    ...(knowsSupplier ? [] : [{ field: 'supplierId', id: 'supplierId', message: supplier }]),
  ];
}

export interface Sent {
  readonly opened: Opened;
  readonly serves: readonly string[];
  readonly served: readonly string[];
  readonly adjustmentId: string;
}

export async function written(outcome: AdjustOutcome, sent: Sent, request: HttpRequest, ports: Ports): Promise<Reply> {
  const { opened, serves } = sent;
  switch (outcome.kind) {
    case 'saved':
      return done(accessOf(opened.event.eventId), { ...outcome.adjustment, serves }, request.params.adjustmentId ? {} : { status: 201 });
    case 'not-found':
      return notFound();
    case 'closed':
      return noLongerKept();
    case 'called-off':
      return nothingToArrange();
    case 'meanwhile':
    case 'moved':
    case 'not-from-here':
      return notSaved(outcome.adjustment, whyNot(outcome, request), sent, request, ports);
  }
}

/** The page comes back with what was entered, and with what is so now to compare it with. */
export async function notSaved(
  adjustment: Adjustment | undefined,
  message: string,
  { opened, ...ids }: Sent,
  { fields, now, wants }: HttpRequest,
  ports: Ports,
): Promise<Reply> {
  if (wants === 'json') return problem(409, message, message);
  const state = { kept: fill(adjustmentForm, fields), errors: [{ field: 'state', id: 'state', message }] };
  return answer(await pageOf(opened, { adjustment, ...ids, state }, now, ports), {}, { status: 409 });
}

function whyNot(
  outcome: Extract<AdjustOutcome, { readonly kind: 'meanwhile' | 'moved' | 'not-from-here' }>,
  { fields, params }: HttpRequest,
): string {
  const { meanwhile, notFromHere } = arrangingWords.adjustment;
  const isFirst = !params.adjustmentId && !Number(fields.version);
  const label = (state: string) => Object.entries(arrangingWords.states).find(([key]) => key === state)?.[1] ?? state;
  switch (outcome.kind) {
    case 'meanwhile':
      return isFirst ? notDoneWords.sentBefore : meanwhile;
    case 'moved':
      return movedWords.meanwhile;
    case 'not-from-here':
      return notFromHere(label(outcome.adjustment.state), label(typeof fields.state === 'string' ? fields.state : ''));
  }
}
