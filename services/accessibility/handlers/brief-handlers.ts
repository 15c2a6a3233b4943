import { fill, parseForm } from '@convener/forms';
import { answer, done, type Handler, type HttpRequest, invalid, notFound, problem, type Reply } from '@convener/http';
import type { ArrangeDependencies } from '../dependencies.arranging.ts';
import { briefForm, briefOf, keptBrief, sendBriefForm } from '../pages/arranging-forms.ts';
import { briefPage } from '../pages/brief-page.tsx';
import { type NoBrief, openBrief, saveBrief, sendBrief } from '../use-cases/write-brief.ts';
import { calledOffWords } from '../words.called-off.en.ts';
import { words } from '../words.en.ts';
import { supplierWords } from '../words.suppliers.en.ts';
import { noLongerKept } from './opened.ts';

type Ports = ArrangeDependencies;
const pathOf = (eventId: string) => `/organise/events/${eventId}/access/brief` as const;

export const showBrief: Handler<Ports> = async ({ params, now }, ports) => {
  const opened = await openBrief(params.eventId ?? '', now, ports);
  if (opened.kind !== 'open') return noBrief(opened);
  const { view } = opened;
  const { brief, sendings } = view;
  return answer(() => briefPage({ network: ports.network, ...view, now, state: { kept: keptBrief(brief) } }), { brief, sendings });
};

export const changeBrief: Handler<Ports> = async (request, ports) => {
  switch (request.fields.action ?? 'save') {
    case 'save':
      return save(request, ports);
    case 'send':
      return send(request, ports);
    default:
      return problem(400, words.unclear.title, words.unclear.text);
  }
};

function noBrief({ kind }: NoBrief): Reply {
  switch (kind) {
    case 'not-found':
      return notFound('event');
    case 'closed':
      return noLongerKept();
    case 'called-off':
      return problem(410, calledOffWords.noBrief.title, calledOffWords.noBrief.text);
  }
}

async function save({ params, fields, now, wants }: HttpRequest, ports: Ports): Promise<Reply> {
  const eventId = params.eventId ?? '';
  const parsed = parseForm(briefForm, fields);
  if (parsed.kind === 'invalid') {
    const opened = await openBrief(eventId, now, ports);
    if (opened.kind !== 'open') return noBrief(opened);
    return invalid(() => briefPage({ network: ports.network, ...opened.view, now, state: parsed }), parsed.errors);
  }
  const outcome = await saveBrief(eventId, briefOf(parsed.value), parsed.value.version, now, ports);
  switch (outcome.kind) {
    case 'saved':
      return done(pathOf(eventId), outcome.brief);
    case 'not-found':
    case 'closed':
    case 'called-off':
      return noBrief(outcome);
    case 'meanwhile': {
      const { meanwhile } = supplierWords.brief;
      if (wants === 'json') return problem(409, meanwhile, meanwhile);
      const state = { kept: fill(briefForm, fields), errors: [{ field: 'agenda', id: 'agenda', message: meanwhile }] };
      return answer(() => briefPage({ network: ports.network, ...outcome.view, now, state }), {}, { status: 409 });
    }
  }
}

async function send({ params, fields, now }: HttpRequest, ports: Ports): Promise<Reply> {
  const eventId = params.eventId ?? '';
  const parsed = parseForm(sendBriefForm, fields);
  const { saveFirst, choose } = supplierWords.brief;
  if (parsed.kind === 'valid') {
    const outcome = await sendBrief(eventId, parsed.value.supplierId, now, ports);
    if (outcome === 'queued') return done(pathOf(eventId), { status: 'queued' }, { status: 202 });
    if (outcome === 'not-saved') return problem(409, saveFirst, saveFirst);
  }
  const opened = await openBrief(eventId, now, ports);
  if (opened.kind !== 'open') return noBrief(opened);
  const { view } = opened;
  const page = () => briefPage({ network: ports.network, ...view, now, state: { kept: keptBrief(view.brief) }, chooseWhom: true });
  return invalid(page, [{ field: 'supplierId', message: choose }]);
}
