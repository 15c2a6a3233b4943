import { parseForm } from '@convener/forms';
import { actorOf, answer, done, type Handler, type HttpRequest, invalid, notFound, notPublished, problem } from '@convener/http';
import type { LettersDependencies } from '../dependencies.ts';
import { moveForm, noteForm, reportForm, testForm } from '../pages/mailing-forms.ts';
import { type MailingView, mailingPage } from '../pages/mailing-page.tsx';
import { type MailingsView, mailingsPage, notePage } from '../pages/mailings-page.tsx';
import { moveMailing as moveUseCase } from '../use-cases/move-mailing.ts';
import { prepareNote as prepareNoteUseCase, prepareReportMailing as prepareReportUseCase } from '../use-cases/prepare-mailing.ts';
import { sendTestLetter } from '../use-cases/send-test-letter.ts';
import { mailingWords } from '../words.mailings.en.ts';
import { previewOf } from './preview.ts';

type LettersHandler = Handler<LettersDependencies>;

export const mailings: LettersHandler = async ({ params }, ports) => {
  const view = await mailingsView(params.eventId ?? '', ports);
  return view ? answer(() => mailingsPage(view), { mailings: view.mailings, report: view.report }) : notPublished();
};

export const prepareReportMailing: LettersHandler = async (request, ports) => {
  const view = await mailingsView(request.params.eventId ?? '', ports);
  if (!view) return notPublished();
  const parsed = parseForm(reportForm, request.fields);
  if (parsed.kind === 'invalid') return invalid(() => mailingsPage({ ...view, state: parsed }), parsed.errors);
  const { audience } = parsed.value;
  const command = { eventId: view.event.id, attendees: audience.includes('attendees'), members: audience.includes('members') };
  const outcome = await prepareReportUseCase({ ...command, actor: actorOf(request), now: request.now }, ports);
  if (outcome.kind === 'nothing-published') return problem(409, mailingWords.report.title, mailingWords.report.waiting);
  return done(`/organise/mailings/${outcome.mailingId}`, { mailingId: outcome.mailingId }, { status: 201 });
};

export const noteFormHandler: LettersHandler = async ({ params }, ports) => {
  const event = await eventOf(params.eventId ?? '', ports);
  return event ? answer(() => notePage({ network: ports.network, event }), {}) : notPublished();
};

export const prepareNote: LettersHandler = async (request, ports) => {
  const event = await eventOf(request.params.eventId ?? '', ports);
  if (!event) return notPublished();
  const parsed = parseForm(noteForm, request.fields);
  if (parsed.kind === 'invalid') return invalid(() => notePage({ network: ports.network, event, state: parsed }), parsed.errors);
  const { to, subject, body } = parsed.value;
  const statuses = to === 'both' ? (['confirmed', 'waitlisted'] as const) : [to];
  const { mailingId } = await prepareNoteUseCase(
    { eventId: event.id, statuses, subject, body, actor: actorOf(request), now: request.now },
    ports,
  );
  return done(`/organise/mailings/${mailingId}`, { mailingId }, { status: 201 });
};

export const mailing: LettersHandler = async (request, ports) => {
  const view = await mailingView(request, ports);
  return view ? answer(() => mailingPage(view), { mailing: view.mailing, counts: view.counts }) : notFound('mailing');
};

export const moveMailing: LettersHandler = async (request, ports) => {
  const mailingId = request.params.mailingId ?? '';
  const parsed = parseForm(moveForm, request.fields);
  if (parsed.kind === 'invalid') {
    const view = await mailingView(request, ports);
    return view ? invalid(() => mailingPage({ ...view, said: 'impossible' }), parsed.errors) : notFound('mailing');
  }
  const outcome = await moveUseCase({ mailingId, command: parsed.value.command, actor: actorOf(request), now: request.now }, ports);
  switch (outcome.kind) {
    case 'moved':
      return done(`/organise/mailings/${mailingId}`, { status: parsed.value.command });
    case 'impossible':
      if (request.wants === 'json') return problem(409, mailingWords.one.impossible.title, mailingWords.one.impossible.text);
      return done(`/organise/mailings/${mailingId}?said=impossible`);
    case 'not-found':
      return notFound('mailing');
  }
};

export const sendTest: LettersHandler = async (request, ports) => {
  const view = await mailingView(request, ports);
  if (!view) return notFound('mailing');
  const parsed = parseForm(testForm, request.fields);
  if (parsed.kind === 'invalid') return invalid(() => mailingPage({ ...view, state: parsed }), parsed.errors);
  await sendTestLetter({ mailingId: view.mailing.id, address: parsed.value.email, actor: actorOf(request), now: request.now }, ports);
  return done(`/organise/mailings/${view.mailing.id}?said=testSent`, { status: 'queued' }, { status: 202 });
};

async function eventOf(
  eventId: string,
  { facts }: LettersDependencies,
): Promise<{ readonly id: string; readonly title: string } | undefined> {
  const event = await facts.event(eventId);
  return event && { id: event.id, title: event.title };
}

async function mailingsView(eventId: string, ports: LettersDependencies): Promise<MailingsView | undefined> {
  const [event, report, found] = await Promise.all([eventOf(eventId, ports), ports.facts.report(eventId), ports.mailings.ofEvent(eventId)]);
  if (!event) return undefined;
  const has =
    report &&
    found.some(
      ({ subjectId, createdAt, state }) => subjectId === report.id && createdAt >= report.publishedAt && state.kind !== 'discarded',
    );
  const standing = !report
    ? ({ kind: 'none' } as const)
    : has
      ? ({ kind: 'has-mailing' } as const)
      : ({ kind: 'ready', title: report.title } as const);
  return { network: ports.network, event, mailings: found, report: standing };
}

async function mailingView({ params, query }: HttpRequest, ports: LettersDependencies): Promise<MailingView | undefined> {
  const loaded = await ports.mailings.find(params.mailingId ?? '');
  if (!loaded) return undefined;
  const { mailing: found } = loaded;
  const [counts, event, preview] = await Promise.all([
    ports.letters.countsOf(found.id),
    eventOf(found.eventId, ports),
    previewOf(found, ports),
  ]);
  return {
    network: ports.network,
    mailing: found,
    event: event ?? { id: found.eventId, title: found.eventId },
    counts,
    preview,
    watching: query.get('watch') === 'yes',
    said: saidOf(query.get('said')),
  };
}

function saidOf(given: string | null): MailingView['said'] {
  return given === 'testSent' || given === 'impossible' ? given : undefined;
}
