import type { PageSetting } from '@convener/http';
import { Table } from '@convener/ui';
import { bandOf, byFinancialYear, type Spent } from '../domain/access-costs.ts';
import { pounds } from '../domain/pounds.ts';
import { moneyWords } from '../words.money.en.ts';
import { accessConsole } from './access-frame.tsx';

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
