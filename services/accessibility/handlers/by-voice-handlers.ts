import { fill, parseForm } from '@convener/forms';
import { answer, done, type Handler, type HttpRequest, invalid, notFound, problem, type Reply } from '@convener/http';
import type { RecordDependencies } from '../dependencies.record.ts';
import { byVoiceForm, writtenDownOf } from '../pages/by-voice-form.ts';
import { type ByVoiceView, byVoicePage } from '../pages/by-voice-page.tsx';
import { noteLook } from '../use-cases/arrange-person.ts';
import { openWriting, type Whom, type WritingDown, writeDown } from '../use-cases/write-down.ts';
import { byVoiceWords } from '../words.by-voice.en.ts';
import { words } from '../words.en.ts';
import { tellingWords } from '../words.telling.en.ts';
import { dataOf } from './access-views.ts';
import { accessOf } from './opened.ts';
import { readerOf } from './reader.ts';

type Ports = RecordDependencies;

const eventIdOf = ({ params }: HttpRequest) => params.eventId ?? '';
const opening = (request: HttpRequest, whom: Whom, ports: Ports) =>
  openWriting(eventIdOf(request), whom, readerOf(request), request.now, ports);

/** Of somebody, by what stands for them in addresses, or of whomever is chosen. */
export const newRecord: Handler<Ports> = async (request, ports) => {
  const handle = request.query.get('person');
  const found = await opening(request, handle ? { handle } : undefined, ports);
  if (found.kind !== 'open') return notOpen(found);
  const { people, chosen } = found;
  if (handle && !chosen) return problem(404, tellingWords.gone.title, tellingWords.gone.text);
  const data = { people, consent: byVoiceWords.consent, told: chosen?.need ? dataOf(chosen.need) : null };
  return answer(() => byVoicePage({ network: ports.network, ...found }), data);
};

function notOpen({ kind }: Exclude<WritingDown, { kind: 'open' }>): Reply {
  switch (kind) {
    case 'no-event':
      return notFound('event');
    case 'closed':
      return closed();
    case 'no-names':
      return problem(503, byVoiceWords.noNames.title, byVoiceWords.noNames.text);
  }
}

const closed = () => problem(409, byVoiceWords.closed.title, byVoiceWords.closed.text);

export const record: Handler<Ports> = async (request, ports) => {
  const parsed = parseForm(byVoiceForm, request.fields);
  if (parsed.kind === 'invalid')
    return again(request, ports, (view) => invalid(() => byVoicePage({ ...view, state: parsed }), parsed.errors));
  const { wants, now } = request;
  const eventId = eventIdOf(request);
  // A program is shown what is kept; the page that follows for a person notes its own opening.
  if (wants === 'json') await noteLook(eventId, readerOf(request), now, ports);
  const told = writtenDownOf(parsed.value);
  const outcome = await writeDown(eventId, told, readerOf(request), now, ports);
  switch (outcome.kind) {
    case 'saved': {
      const personId = (await ports.handles())(eventId, told.registrationId);
      return done(`${accessOf(eventId)}/people/${personId}`, { personId, ...dataOf(outcome.need) });
    }
    case 'nobody': {
      const state = wrong('registrationId', byVoiceWords.errors.nobody, request);
      return again(request, ports, (view) => invalid(() => byVoicePage({ ...view, state }), state.errors));
    }
    case 'not-yet':
      return notFound('event');
    case 'closed':
      return outcome.because === 'gone' ? problem(409, byVoiceWords.gaveUp.title, byVoiceWords.gaveUp.text) : closed();
    case 'meanwhile': {
      if (wants === 'json') return problem(409, words.meanwhile.title, byVoiceWords.meanwhile);
      const state = wrong('kinds', byVoiceWords.meanwhile, request);
      return again(request, ports, (view) => answer(() => byVoicePage({ ...view, state }), {}, { status: 409 }));
    }
  }
};

function wrong(field: keyof (typeof byVoiceForm)['fields'], message: string, { fields }: HttpRequest) {
  return { kept: fill(byVoiceForm, fields), errors: [{ field, id: field, message }] };
}

/** The page once more, as it is now, with what was entered. */
async function again(request: HttpRequest, ports: Ports, reply: (view: ByVoiceView) => Reply): Promise<Reply> {
  const { registrationId } = request.fields;
  const found = await opening(request, typeof registrationId === 'string' ? { registrationId } : undefined, ports);
  return found.kind === 'open' ? reply({ network: ports.network, ...found }) : notOpen(found);
}
