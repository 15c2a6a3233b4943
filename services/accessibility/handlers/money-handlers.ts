import { fill, parseForm } from '@convener/forms';
import { answer, done, type Handler, type HttpRequest, invalid, notFound, problem, type Reply } from '@convener/http';
import type { ArrangeDependencies } from '../dependencies.arranging.ts';
import type { Budget } from '../domain/budget.ts';
import type { EventOutline } from '../domain/event.ts';
import { plainPounds, pounds } from '../domain/pounds.ts';
import { budgetForm } from '../pages/arranging-forms.ts';
import { budgetPage } from '../pages/money-pages.tsx';
import { isClosed } from '../use-cases/adjust.ts';
import { keepBudget } from '../use-cases/keep-budget.ts';
import { moneyWords } from '../words.money.en.ts';
import { accessOf, isReply, noLongerKept, open } from './opened.ts';

type Ports = ArrangeDependencies;
type MoneyHandler = Handler<Ports>;

const dataOf = ({ pence, version }: Budget) => ({ budgetPence: pence ?? null, version });

export const showBudget: MoneyHandler = async (request, ports) => {
  const opened = await open(request, ports);
  if (isReply(opened)) return opened;
  const { event, board } = opened;
  const { budget } = board;
  const state = { kept: { budget: plainPounds(budget.pence) } };
  return answer(() => budgetPage({ network: ports.network, event, version: budget.version, state }), dataOf(budget));
};

export const changeBudget: MoneyHandler = async (request, ports) => {
  const eventId = request.params.eventId ?? '';
  const parsed = parseForm(budgetForm, request.fields);
  if (parsed.kind === 'invalid') return wrong(eventId, parsed, request, ports);
  const { budget: pence, version: seen } = parsed.value;
  const outcome = await keepBudget({ eventId, pence, seen }, request.now, ports);
  switch (outcome.kind) {
    case 'saved':
      return done(accessOf(eventId), dataOf(outcome.budget));
    case 'meanwhile':
      return meanwhile(outcome.event, outcome.budget, request, ports);
    case 'closed':
      return noLongerKept();
    case 'not-found':
      return notFound('event');
  }
};

async function wrong(
  eventId: string,
  state: Extract<ReturnType<typeof parseForm<(typeof budgetForm)['fields']>>, { kind: 'invalid' }>,
  { now }: HttpRequest,
  { events, adjustments, network }: Ports,
): Promise<Reply> {
  const [event, { version }] = await Promise.all([events.byId(eventId), adjustments.loadBudget(eventId)]);
  if (!event) return notFound('event');
  if (isClosed(event, now)) return noLongerKept();
  return invalid(() => budgetPage({ network, event, version, state }), state.errors);
}

function meanwhile(event: EventOutline, { pence, version }: Budget, { fields, wants }: HttpRequest, { network }: Ports): Reply {
  const { title, changed, removed } = moneyWords.budget.meanwhile;
  const message = pence === undefined ? removed : changed(pounds(pence));
  if (wants === 'json') return problem(409, title, message);
  const state = { kept: fill(budgetForm, fields), errors: [{ field: 'budget', id: 'budget', message }] };
  return answer(() => budgetPage({ network, event, version, state }), {}, { status: 409 });
}
