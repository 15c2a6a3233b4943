import { type FieldError, parseForm } from '@convener/forms';
import { answer, done, type Handler, type HttpRequest, invalid, notFound, problem, type Reply } from '@convener/http';
import type { PublicDependencies } from '../dependencies.ts';
import { answerValue } from '../domain/answers.ts';
import { choosableGroups } from '../domain/decide-group.ts';
import { draftSeconds } from '../domain/draft-time.ts';
import type { Event } from '../domain/event.ts';
import { firstOpen, type Step, stepAfter, stepBefore, stepsOf } from '../domain/journey.ts';
import { groupCalled, poolsFor } from '../domain/pools.ts';
import type { EventQuestions } from '../domain/questions.ts';
import { groupIn } from '../pages/group-choice.tsx';
import { questionsForm } from '../pages/questions-form.ts';
import { asOnThePage, readRegistration, registerForm, supporterForm, typedIn } from '../pages/register-form.ts';
import { checkPage, draftGonePage, stepPage } from '../pages/step-pages.tsx';
import { type Draft, DraftTooLongError } from '../use-cases/draft-ports.ts';
import { words } from '../words.en.ts';
import { offerWords } from '../words.offers.en.ts';
import { journeyWords } from '../words.questions.en.ts';
import { attemptOf, formAgain, noLongerOpen, type OpenEvent, openEvent, sendForm, sentTo } from './registering.ts';

type PublicHandler = Handler<PublicDependencies>;
type Typed = Draft['typed'];

/** One for each event, so that two forms in two tabs do not get in each other's way. */
const cookieOf = ({ outline }: Event) => `draft-${outline.eventId}`;

/** What was begun in this browser for this event, if anything. */
export async function draftOf({ cookies, now }: HttpRequest, event: Event, ports: PublicDependencies): Promise<Draft | undefined> {
  const reading = await ports.drafts.read(cookies[cookieOf(event)] ?? '', now);
  return reading.kind === 'begun' ? reading.draft : undefined;
}

/** On a computer that several people use, the next one finds a form that somebody began, for two hours. By one press it is empty. */
export async function forgetDraft(event: Event, { cookies, now }: HttpRequest, ports: PublicDependencies): Promise<Reply> {
  await ports.drafts.sent(cookies[cookieOf(event)] ?? '', now);
  const cleared = { name: cookieOf(event), value: '', maxAgeSeconds: 0 };
  return done(`/events/${event.outline.slug}/register`, { status: 'forgotten' }, { cookies: [cleared] });
}

/** The first page was sent: what is on it is kept, and the questions follow. */
export function beginSteps(open: OpenEvent, request: HttpRequest, ports: PublicDependencies): Promise<Reply> {
  return unlessTooLong(() => begin(open, request, ports));
}

/** What is longer than can be kept is said before anything is stored; what was kept before is still there. */
async function unlessTooLong(then: () => Promise<Reply>): Promise<Reply> {
  try {
    return await then();
  } catch (error) {
    if (error instanceof DraftTooLongError) return problem(413, journeyWords.tooLong.title, journeyWords.tooLong.text);
    throw error;
  }
}

async function begin(open: OpenEvent, request: HttpRequest, ports: PublicDependencies): Promise<Reply> {
  const { event } = open;
  const { questions: asked, outline } = event;
  const changing = request.fields.change === 'yes';
  const before = await draftOf(request, event, ports);
  const attempt = before?.attempt ?? attemptOf(request) ?? ports.newAttempt();
  const errors = firstPageErrors(asked, request.fields);
  if (errors.length > 0) {
    return formAgain(open, { kept: typedIn(asked, request.fields), errors }, { attempt, changing }, ports);
  }
  const typed = { ...before?.typed, ...typedIn({ questions: [] }, request.fields) };
  const draft = { attempt, typed, seen: before?.seen ?? [] };
  const steps = stepsIn(asked, typed);
  const next = stepAfter(steps, undefined, { returning: changing, isDone: doneIn(asked, draft) });
  const token = before ? (request.cookies[cookieOf(event)] ?? '') : await ports.drafts.begin(draft, request.now);
  if (before) await ports.drafts.keep(token, draft, request.now);
  const cookies = [{ name: cookieOf(event), value: token, maxAgeSeconds: draftSeconds }];
  return done(`${pathOf(outline.slug, next)}${before ? '' : '?first=yes'}`, {}, { cookies });
}

function firstPageErrors({ asksSupporter }: EventQuestions, fields: HttpRequest['fields']): readonly FieldError[] {
  const parsed = [parseForm(registerForm, fields), ...(asksSupporter ? [parseForm(supporterForm, fields)] : [])];
  return asOnThePage(parsed.flatMap((each) => (each.kind === 'invalid' ? each.errors : [])));
}

interface OnTheWay {
  readonly open: OpenEvent;
  readonly draft: Draft;
  readonly token: string;
  readonly steps: readonly Step[];
}

export const showStep: PublicHandler = (request, ports) =>
  withDraft(request, ports, async ({ open, draft, steps }) => {
    const { outline, questions: asked } = open.event;
    const step = steps.find(({ key }) => key === request.params.questionId);
    if (!step) return done(pathOf(outline.slug, firstOpen(steps, doneIn(asked, draft))));
    const changing = request.query.has('change');
    const state = { kept: typedIn(asked, draft.typed) };
    const back = backOf(outline.slug, steps, step, changing);
    return answer(() => stepPage({ network: ports.network, outline, asked, step, back, changing, state }), { questions: step.questions });
  });

export const saveStep: PublicHandler = (request, ports) => unlessTooLong(() => keepStep(request, ports));

const keepStep: PublicHandler = (request, ports) =>
  withDraft(request, ports, async ({ open, draft, token, steps }) => {
    const { outline, questions: asked } = open.event;
    const step = steps.find(({ key }) => key === request.params.questionId);
    if (!step) return done(pathOf(outline.slug, firstOpen(steps, doneIn(asked, draft))));
    const changing = request.fields.change === 'yes';
    const here = typedIn(step, request.fields);
    const typed = { ...without(draft.typed, step), ...here };
    const errors = errorsIn(asked, typed).filter(({ field }) => step.questions.some(({ questionId }) => questionId === field));
    if (errors.length > 0) {
      const back = backOf(outline.slug, steps, step, changing);
      return invalid(
        () => stepPage({ network: ports.network, outline, asked, step, back, changing, state: { kept: typed, errors } }),
        errors,
      );
    }
    const kept = { ...draft, typed, seen: [...new Set([...draft.seen, ...step.questions.map(({ questionId }) => questionId)])] };
    await ports.drafts.keep(token, kept, request.now);
    const next = stepAfter(stepsIn(asked, typed), step.key, { returning: changing, isDone: doneIn(asked, kept) });
    return done(pathOf(outline.slug, next));
  });

export const showCheck: PublicHandler = (request, ports) =>
  withDraft(request, ports, async (way) => {
    const { draft, steps, open } = way;
    const { outline, questions: asked } = open.event;
    const left = firstOpen(steps, doneIn(asked, draft));
    if (left) return done(pathOf(outline.slug, left));
    const read = readRegistration(asked, draft.typed);
    // Something else is asked on the first page by now.
    if (read.kind === 'invalid') return done(`/events/${outline.slug}/register?change=yes`);
    const { email, details, answers } = read;
    const group = groupNamed(open.event, draft.typed);
    const waits = wouldWait(open.event, draft.typed);
    return answer(() => checkPage({ network: ports.network, outline, asked, steps, email, details, answers, group, waits }), {
      email,
      details,
    });
  });

export const sendChecked: PublicHandler = (request, ports) =>
  withDraft(request, ports, async (way) => {
    const { open, draft, token, steps } = way;
    const { outline, questions: asked } = open.event;
    const left = firstOpen(steps, doneIn(asked, draft));
    if (left) return done(pathOf(outline.slug, left));
    const read = readRegistration(asked, draft.typed);
    if (read.kind === 'invalid') return done(`/events/${outline.slug}/register?change=yes`);
    const outcome = await sendForm(
      open,
      read,
      { attemptId: draft.attempt, group: groupIn(open.event.places, draft.typed) },
      request,
      ports,
    );
    switch (outcome.kind) {
      case 'asked':
        await ports.drafts.sent(token, request.now);
        return done(sentTo(outline.slug), { status: 'check-your-email' }, { status: 202 });
      case 'other-answers':
      case 'contended': {
        // What was sent before stays as it is; this is another sending.
        if (outcome.kind === 'other-answers') await ports.drafts.keep(token, { ...draft, attempt: ports.newAttempt() }, request.now);
        const message = outcome.kind === 'contended' ? words.busy.form : words.form.otherAnswers;
        const errors = [{ field: 'check', id: 'check', message }];
        const [group, waits] = [groupNamed(open.event, draft.typed), wouldWait(open.event, draft.typed)];
        return invalid(() => checkPage({ network: ports.network, outline, asked, steps, ...read, group, waits, errors }), errors);
      }
      case 'not-open':
      case 'unknown-event':
        return noLongerOpen(request, ports);
    }
  });

/** Only with a draft of this event. Where the very first page was just sent and there is none, the browser takes no cookies. */
async function withDraft(request: HttpRequest, ports: PublicDependencies, then: (way: OnTheWay) => Promise<Reply>): Promise<Reply> {
  const open = await openEvent(request, ports);
  if (open.kind === 'reply') return open.reply;
  const { event } = open;
  const { questionId } = request.params;
  if (questionId !== undefined && !mayHaveBeen(questionId, event.questions)) return notFound();
  const token = request.cookies[cookieOf(event)] ?? '';
  const reading = await ports.drafts.read(token, request.now);
  switch (reading.kind) {
    case 'sent':
      return done(sentTo(event.outline.slug), { status: 'check-your-email' }, { status: 202 });
    case 'none':
      if (request.query.has('first')) return done(`/events/${event.outline.slug}/register?whole=no-cookie`);
      if (request.wants === 'json') return problem(410, journeyWords.gone.title, journeyWords.gone.text);
      return answer(() => draftGonePage({ network: ports.network, outline: event.outline }), {}, { status: 410 });
    case 'begun':
      return then({ open, draft: reading.draft, token, steps: stepsIn(event.questions, reading.draft.typed) });
  }
}

/** As it stands on the page of answers; undefined where places are kept for nobody. */
function groupNamed({ places }: Event, typed: Typed): string | undefined {
  if (choosableGroups(places).length === 0) return undefined;
  return groupCalled(places, groupIn(places, typed))?.name ?? offerWords.group.none;
}

/** No place is free for them as this page is made. */
function wouldWait({ places }: Event, typed: Typed): boolean {
  return poolsFor(places, groupIn(places, typed)).length === 0;
}

/** A question of this event, or one that it asked when somebody began. */
function mayHaveBeen(questionId: string, { questions }: EventQuestions): boolean {
  return /^que_[\w-]{22}$/.test(questionId) || questions.some((question) => question.questionId === questionId);
}

function stepsIn({ questions }: EventQuestions, typed: Typed): readonly Step[] {
  const { fields } = questionsForm(questions);
  return stepsOf(questions, (questionId) => {
    const reading = fields[questionId]?.read(typed[questionId]);
    return reading?.kind === 'read' ? answerValue(reading.value) : undefined;
  });
}

function errorsIn({ questions }: EventQuestions, typed: Typed): readonly FieldError[] {
  const parsed = parseForm(questionsForm(questions), typed);
  return parsed.kind === 'invalid' ? parsed.errors : [];
}

/** Seen, and nothing to put right: it may be that the organisers have changed the question since. */
function doneIn(asked: EventQuestions, { typed, seen }: Draft): (questionId: string) => boolean {
  const wrong = new Set(errorsIn(asked, typed).map(({ field }) => field));
  return (questionId) => seen.includes(questionId) && !wrong.has(questionId);
}

/** Without what was on this page before: a box that is no longer ticked posts nothing. */
function without(typed: Typed, { questions }: Step): Typed {
  const here = (name: string) => questions.some(({ questionId }) => name === questionId || name.startsWith(`${questionId}-`));
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !here(name)));
}

function pathOf(slug: string, step: Step | undefined): `/${string}` {
  return `/events/${slug}/register/${step?.key ?? 'check'}`;
}

function backOf(slug: string, steps: readonly Step[], step: Step, changing: boolean): string {
  if (changing) return `/events/${slug}/register/check`;
  const before = stepBefore(steps, step.key);
  return before ? pathOf(slug, before) : `/events/${slug}/register`;
}
