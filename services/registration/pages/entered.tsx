import type { Kept } from '@convener/forms';
import { SummaryList } from '@convener/ui';
import type { EventQuestions } from '../domain/questions.ts';
import { words } from '../words.en.ts';
import { linkWords } from '../words.links.en.ts';
import { supporterWords } from '../words.questions.en.ts';

export interface EnteredView {
  readonly questions: EventQuestions['questions'];
  readonly kept: Kept;
}

/** What somebody typed into a form that could not be taken: nobody has to remember it. Nothing where it was empty. */
export function Entered(view: EnteredView) {
  const rows = rowsOf(view);
  if (rows.length === 0) return null;
  return (
    <>
      <h2>{linkWords.entered.heading}</h2>
      <p>{linkWords.entered.text}</p>
      <SummaryList rows={rows} />
    </>
  );
}

function rowsOf({ questions, kept }: EnteredView) {
  const { email, name, organisation, comingAs, wantsReport } = words.keys;
  const own = { email, name, organisation, comingAs, supporter: supporterWords.key, supporterName: supporterWords.name, wantsReport };
  const asked = questions.map(({ questionId, label }) => [questionId, label] as const);
  return [...Object.entries(own), ...asked].flatMap(([field, key]) => {
    const value = typed(kept, field);
    return value === '' ? [] : [{ key, value }];
  });
}

function typed(kept: Kept, field: string): string {
  const given = kept[field] ?? ['day', 'month', 'year'].map((part) => kept[`${field}-${part}`] ?? '').join(' ');
  const value = Array.isArray(given) ? given.join(', ') : given.trim();
  return value === 'yes' ? words.form.yes : value === 'no' ? words.form.no : value;
}
