import { type FieldError, type Kept, parseForm } from '@convener/forms';
import { answer, done, type Handler, type HttpRequest, invalid, notFound, problem, type Reply } from '@convener/http';
import type { PublicDependencies } from '../dependencies.ts';
import type { Event } from '../domain/event.ts';
import { firstOpen, type Step, stepAfter } from '../domain/journey.ts';
import { type FormAt, formAddress } from '../pages/form-address.ts';
import { groupErrors, groupIn } from '../pages/group-choice.tsx';
import { asOnThePage, readRegistration, registerForm, supporterForm, typedIn } from '../pages/register-form.ts';
import { checkPage, draftGonePage, stepPage } from '../pages/step-pages.tsx';
import { type Draft, DraftTooLongError } from '../use-cases/draft-ports.ts';
import { words } from '../words.en.ts';
import { journeyWords } from '../words.questions.en.ts';
import { clearedCookies, cookiesFor, draftUnder, labelIn, labelled, labelsOf, newLabel, tokenOf } from './draft-cookies.ts';
import { attemptOf, formAgain, noLongerOpen, type OpenEvent, openEvent, sendForm, sentTo } from './registering.ts';
import { backOf, doneIn, errorsIn, groupNamed, mayHaveBeen, pathOf, stepsIn, without, wouldWait } from './steps-of-draft.ts';

type PublicHandler = Handler<PublicDependencies>;

/**
 * On a computer that several people use, the next one is told of a form that somebody began, for two hours. By one press it is empty: the one
 * that the address names, or all of them for this event.
 */
export async function forgetDraft({ event }: OpenEvent, request: HttpRequest, ports: PublicDependencies): Promise<Reply> {
  const named = labelled(request);
  const labels = named ? [named] : labelsOf(request, event);
  await Promise.all(labels.map((label) => ports.drafts.sent(tokenOf(request, event, label), request.now)));
  return done(formAddress(event.outline), { status: 'forgotten' }, { cookies: clearedCookies(event, labels) });
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
  const draft = (changing ? labelIn(request, event) : labelled(request)) ?? newLabel();
  const at = { slug: outline.slug, draft };
  const before = await draftUnder(request, event, draft, ports);
  const attempt = before?.attempt ?? attemptOf(request) ?? ports.newAttempt();
  const errors = firstPageErrors(event, request.fields);
  if (errors.length > 0) {
    return formAgain(open, { kept: typedIn(asked, request.fields), errors }, { attempt, changing, draft }, ports);
  }
  const typed = { ...before?.typed, ...typedIn({ questions: [] }, request.fields) };
  const kept = { attempt, typed, seen: before?.seen ?? [] };
  const steps = stepsIn(asked, typed);
  const next = stepAfter(steps, undefined, { returning: changing, isDone: doneIn(asked, kept) });
  const token = before ? tokenOf(request, event, draft) : await ports.drafts.begin(kept, request.now);
  if (before) await ports.drafts.keep(token, kept, request.now);
  return done(pathOf(at, next, before ? {} : { first: 'yes' }), {}, { cookies: cookiesFor(request, event, draft, token) });
}

function firstPageErrors({ questions: { asksSupporter }, places }: Event, fields: HttpRequest['fields']): readonly FieldError[] {
  const parsed = [parseForm(registerForm, fields), ...(asksSupporter ? [parseForm(supporterForm, fields)] : [])];
  return asOnThePage([...parsed.flatMap((each) => (each.kind === 'invalid' ? each.errors : [])), ...groupErrors(places, fields)]);
}

interface OnTheWay {
  readonly open: OpenEvent;
  readonly draft: Draft;
  readonly token: string;
  readonly at: FormAt;
  readonly steps: readonly Step[];
}

export const showStep: PublicHandler = (request, ports) =>
  withDraft(request, ports, async ({ open, draft, steps, at }) => {
    const { outline, questions: asked } = open.event;
    const step = steps.find(({ key }) => key === request.params.questionId);
    if (!step) return done(pathOf(at, firstOpen(steps, doneIn(asked, draft))));
    const changing = request.query.has('change');
    const state = { kept: typedIn(asked, draft.typed) };
    const back = backOf(at, steps, step, changing);
    return answer(() => stepPage({ network: ports.network, outline, at, asked, step, back, changing, state }), {
      questions: step.questions,
    });
  });

export const saveStep: PublicHandler = (request, ports) => unlessTooLong(() => keepStep(request, ports));

const keepStep: PublicHandler = (request, ports) =>
  withDraft(request, ports, async ({ open, draft, token, steps, at }) => {
    const { outline, questions: asked } = open.event;
    const step = steps.find(({ key }) => key === request.params.questionId);
    if (!step) return done(pathOf(at, firstOpen(steps, doneIn(asked, draft))));
    const changing = request.fields.change === 'yes';
    const here = typedIn(step, request.fields);
    const typed = { ...without(draft.typed, step), ...here };
    const errors = errorsIn(asked, typed).filter(({ field }) => step.questions.some(({ questionId }) => questionId === field));
    if (errors.length > 0) {
      const back = backOf(at, steps, step, changing);
      return invalid(
        () => stepPage({ network: ports.network, outline, at, asked, step, back, changing, state: { kept: typed, errors } }),
        errors,
      );
    }
    const kept = { ...draft, typed, seen: [...new Set([...draft.seen, ...step.questions.map(({ questionId }) => questionId)])] };
    await ports.drafts.keep(token, kept, request.now);
    const next = stepAfter(stepsIn(asked, typed), step.key, { returning: changing, isDone: doneIn(asked, kept) });
    return done(pathOf(at, next));
  });

export const showCheck: PublicHandler = (request, ports) =>
  withDraft(request, ports, async (way) => {
    const { draft, steps, open, at } = way;
    const { outline, questions: asked } = open.event;
    const left = firstOpen(steps, doneIn(asked, draft));
    if (left) return done(pathOf(at, left));
    const read = readRegistration(asked, open.event.places, draft.typed);
    // Something else is asked on the first page by now.
    if (read.kind === 'invalid') return done(formAddress(at, undefined, { change: 'yes' }));
    const { email, details, answers } = read;
    const group = groupNamed(open.event, draft.typed);
    const waits = wouldWait(open.event, draft.typed);
    return answer(() => checkPage({ network: ports.network, outline, at, asked, steps, email, details, answers, group, waits }), {
      email,
      details,
    });
  });

export const sendChecked: PublicHandler = (request, ports) =>
  withDraft(request, ports, async (way) => {
    const { open, draft, token, steps, at } = way;
    const { outline, questions: asked } = open.event;
    const left = firstOpen(steps, doneIn(asked, draft));
    if (left) return done(pathOf(at, left));
    const read = readRegistration(asked, open.event.places, draft.typed);
    if (read.kind === 'invalid') return done(formAddress(at, undefined, { change: 'yes' }));
    const chosen = groupIn(open.event.places, draft.typed);
    const outcome = await sendForm(open, read, { attemptId: draft.attempt, group: chosen }, request, ports);
    switch (outcome.kind) {
      case 'asked':
        await ports.drafts.sent(token, request.now);
        return done(sentTo(open.event, { chosen }), { status: 'check-your-email' }, { status: 202 });
      case 'other-answers':
      case 'contended': {
        // What was sent before stays as it is; this is another sending.
        if (outcome.kind === 'other-answers') await ports.drafts.keep(token, { ...draft, attempt: ports.newAttempt() }, request.now);
        const message = outcome.kind === 'contended' ? words.busy.form : words.form.otherAnswers;
        const errors = [{ field: 'check', id: 'check', message }];
        const [group, waits] = [groupNamed(open.event, draft.typed), wouldWait(open.event, draft.typed)];
        return invalid(() => checkPage({ network: ports.network, outline, at, asked, steps, ...read, group, waits, errors }), errors);
      }
      case 'not-open':
      case 'unknown-event':
        return noLongerOpen(request, ports, typedIn(asked, draft.typed));
    }
  });

/** On the pages before, and on the one that was just sent. */
async function enteredSoFar(request: HttpRequest, event: Event, ports: PublicDependencies): Promise<Kept> {
  const draft = await draftUnder(request, event, labelIn(request, event), ports);
  return { ...typedIn(event.questions, draft?.typed ?? {}), ...typedIn(event.questions, request.fields) };
}

/** Only with a draft of this event. Where the very first page was just sent and there is none, the browser takes no cookies. */
async function withDraft(request: HttpRequest, ports: PublicDependencies, then: (way: OnTheWay) => Promise<Reply>): Promise<Reply> {
  const open = await openEvent(request, ports, (event) => enteredSoFar(request, event, ports));
  if (open.kind === 'reply') return open.reply;
  const { event } = open;
  const { questionId } = request.params;
  if (questionId !== undefined && !mayHaveBeen(questionId, event.questions)) return notFound();
  const label = labelIn(request, event);
  const token = tokenOf(request, event, label);
  const reading = await ports.drafts.read(token, request.now);
  switch (reading.kind) {
    case 'sent':
      return done(sentTo(event), { status: 'check-your-email' }, { status: 202 });
    case 'none':
      if (request.query.has('first') && labelsOf(request, event).length === 0)
        return done(`/events/${event.outline.slug}/register?whole=no-cookie`);
      if (request.wants === 'json') return problem(410, journeyWords.gone.title, journeyWords.gone.text);
      return answer(() => draftGonePage({ network: ports.network, outline: event.outline }), {}, { status: 410 });
    case 'begun':
      return then({
        open,
        draft: reading.draft,
        token,
        at: { slug: event.outline.slug, draft: label },
        steps: stepsIn(event.questions, reading.draft.typed),
      });
  }
}
