import { actorOf, type Handler, notFound, table } from '@convener/http';
import type { OrganiseDependencies } from '../dependencies.ts';
import { answersTable } from '../domain/answers-table.ts';
import { answersOfEvent } from '../use-cases/change-questions.ts';
import { listWords } from '../words.list.en.ts';
import { questionWords } from '../words.questions.en.ts';

/** The answers of everybody as a table; that it was taken is noted before it is handed over. */
export const exportAnswers: Handler<OrganiseDependencies> = async (request, ports) => {
  const found = await answersOfEvent(request.params.eventId ?? '', actorOf(request), request.now, ports);
  if (!found) return notFound('event');
  const { yes, no } = questionWords;
  const csv = answersTable(found.registrations, {
    name: listWords.list.columns.name,
    registration: listWords.list.columns.registration,
    yes,
    no,
  });
  return table(request, csv, `answers-${found.event.outline.slug}.csv`);
};
