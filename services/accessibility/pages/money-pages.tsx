import { viewForm } from '@convener/forms';
import type { PageSetting } from '@convener/http';
import { Button, Form, Table, TextInput } from '@convener/ui';
import { bandOf, byFinancialYear, type Spent } from '../domain/access-costs.ts';
import type { EventOutline } from '../domain/event.ts';
import { pounds } from '../domain/pounds.ts';
import { moneyWords } from '../words.money.en.ts';
import { accessConsole } from './access-frame.tsx';
import { budgetForm } from './arranging-forms.ts';
import { versionSeen } from './version-seen.ts';

export interface BudgetView extends PageSetting {
  readonly event: EventOutline;
  /** What is there now. */
  readonly version: number;
  readonly state: Parameters<typeof viewForm<(typeof budgetForm)['fields']>>[1];
}

/** How much access may cost for one event. */
export function budgetPage({ network, event, version, state }: BudgetView): string {
  const words = moneyWords.budget;
  const { field, errors } = viewForm(budgetForm, state);
  return accessConsole({
    network,
    title: words.title,
    event,
    errors,
    main: (
      <Form hidden={{ version: versionSeen(state, 'version', version) }}>
        <h1>{words.title}</h1>
        <TextInput {...field('budget')} label={words.label} hint={words.hint} prefix="£" width={10} inputMode="decimal" />
        <Button>{words.save}</Button>
      </Form>
    ),
  });
}

/** What access has cost, in steps: figures that may leave the house. */
export function yearsPage({ network, spent }: PageSetting & { readonly spent: readonly Spent[] }): string {
  const words = moneyWords.years;
  const between = ({ fromPence, toPence }: ReturnType<typeof bandOf>) => words.between(pounds(fromPence), pounds(toPence));
  return accessConsole({
    network,
    title: words.title,
    main: (
      <>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        {spent.length === 0 && <p>{words.none}</p>}
        {byFinancialYear(spent).map(({ year, events, band }) => (
          <Table
            key={year}
            id={`year-${year}`}
            caption={words.year(year)}
            columns={words.columns.map((heading) => ({ heading }))}
            rows={[...events.map(({ title, pence }) => [title, between(bandOf(pence))]), [words.total, between(band)]]}
          />
        ))}
      </>
    ),
  });
}
