import { answer, done, type HttpRequest, problem, type Reply } from '@convener/http';
import type { ArrangeDependencies } from '../dependencies.arranging.ts';
import { askDeletePage } from '../pages/on-their-word.tsx';
import { openPerson } from '../use-cases/arrange-person.ts';
import { takeBackFor } from '../use-cases/take-back.ts';
import { tellingWords } from '../words.telling.en.ts';
import { accessOf } from './opened.ts';
import { readerOf } from './reader.ts';

type Ports = ArrangeDependencies;

const eventIdOf = ({ params }: HttpRequest) => params.eventId ?? '';
const notThere = () => problem(404, tellingWords.gone.title, tellingWords.gone.text);

/** Somebody has told the coordinator that it should not be kept: asked once more, then deleted. */
export async function askToDelete(request: HttpRequest, ports: Ports): Promise<Reply> {
  const view = await openPerson(eventIdOf(request), request.params.personId ?? '', readerOf(request), request.now, ports);
  if (!view) return notThere();
  return answer(() => askDeletePage({ network: ports.network, ...view }), { status: 'asked' });
}

export async function deleteOnTheirWord(request: HttpRequest, ports: Ports): Promise<Reply> {
  const eventId = eventIdOf(request);
  const gone = await takeBackFor(eventId, request.params.personId ?? '', request.now, ports);
  return gone ? done(accessOf(eventId), { status: 'withdrawn' }) : notThere();
}
