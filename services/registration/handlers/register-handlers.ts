import { parseForm } from '@convener/forms';
import { answer, done, type Handler, type HttpRequest, invalid, type Reply } from '@convener/http';
import type { PublicDependencies } from '../dependencies.ts';
import { choosableGroups } from '../domain/decide-group.ts';
import type { EventQuestions } from '../domain/questions.ts';
import { formAddress } from '../pages/form-address.ts';
import { groupIn } from '../pages/group-choice.tsx';
import { resendPage, resentPage, sentPage } from '../pages/letter-pages.tsx';
import { readRegistration, resendForm, typedIn } from '../pages/register-form.ts';
import { registerPage } from '../pages/register-page.tsx';
import { requestLinks } from '../use-cases/request-letter.ts';
import { words } from '../words.en.ts';
import { draftUnder, labelIn, labelled, newLabel, othersBegun } from './draft-cookies.ts';
import { beginSteps, forgetDraft } from './register-steps.ts';
import { attemptOf, formAgain, noLongerOpen, type OpenEvent, openEvent, sendForm, sentTo } from './registering.ts';

type PublicHandler = Handler<PublicDependencies>;

/** An unknown address makes no write at all here: a step longer than looking and writing hides it. */
const resendStep = 300;

export const showRegister: PublicHandler = async (request, ports) => {
  const open = await openEvent(request, ports);
  if (open.kind === 'reply') return open.reply;
  const { outline, places, questions: asked } = open.event;
  // An event keeps every address it ever had; people are led on to the present one.
  if (outline.slug !== request.params.slug) return done(`/events/${outline.slug}/register`, { slug: outline.slug });
  const whole = wholeOf(request, asked);
  const changing = request.query.has('change') && !whole;
  // Each start of the form has an address of its own, which the browser's Back leads to as well.
  if (beginsAnew(request, asked)) return done(formAddress({ slug: outline.slug, draft: newLabel() }));
  const label = asked.questions.length > 0 ? labelIn(request, open.event) : undefined;
  const draft = label ? await draftUnder(request, open.event, label, ports) : undefined;
  const others = label && !draft && !whole ? await othersBegun(request, open.event, label, ports) : [];
  const view = {
    network: ports.network,
    outline,
    asked,
    groups: choosableGroups(places),
    left: open.left,
    attempt: draft?.attempt ?? ports.newAttempt(),
  };
  const state = draft ? { kept: typedIn(asked, draft.typed) } : {};
  const begun = draft !== undefined && !changing;
  return answer(() => registerPage({ ...view, state, whole, changing, begun, draft: label, others }), {
    event: outline,
    registration: open.left ? { kind: 'open', places: open.left } : { kind: 'full' },
    asksSupporter: asked.asksSupporter,
    groups: choosableGroups(places),
    questions: asked.questions.map((question) => toldOf(question)),
  });
};

/** All at once from a program and where little is asked; the first page of several where there is more. */
export const register: PublicHandler = async (request, ports) => {
  const open = await openEvent(request, ports);
  if (open.kind === 'reply') return open.reply;
  if (request.fields.forget === 'yes') return forgetDraft(open, request, ports);
  const { questions: asked } = open.event;
  const allAtOnce = request.wants === 'json' || asked.questions.length === 0 || request.fields.whole === 'yes';
  return allAtOnce ? registerAtOnce(open, request, ports) : beginSteps(open, request, ports);
};

async function registerAtOnce(open: OpenEvent, request: HttpRequest, ports: PublicDependencies): Promise<Reply> {
  const { questions: asked } = open.event;
  const attempt = attemptOf(request);
  const whole = asked.questions.length > 0 ? 'chosen' : undefined;
  const read = readRegistration(asked, open.event.places, request.fields);
  if (read.kind === 'invalid') return formAgain(open, read, { attempt: attempt ?? ports.newAttempt(), whole }, ports);
  const group = groupIn(open.event.places, request.fields);
  const outcome = await sendForm(open, read, { attemptId: attempt, group }, request, ports);
  switch (outcome.kind) {
    case 'asked':
      return done(sentTo(open.event, { chosen: group }), { status: 'check-your-email' }, { status: 202 });
    case 'other-answers':
    case 'contended': {
      const message = outcome.kind === 'contended' ? words.busy.form : words.form.otherAnswers;
      const again = outcome.kind === 'contended' ? attempt : undefined;
      const state = { kept: typedIn(asked, request.fields), errors: [{ field: 'email', id: 'email', message }] };
      return formAgain(open, state, { attempt: again ?? ports.newAttempt(), whole }, ports);
    }
    case 'not-open':
    case 'unknown-event':
      return noLongerOpen(request, ports, typedIn(asked, request.fields));
  }
}

function beginsAnew(request: HttpRequest, { questions }: EventQuestions): boolean {
  const { query, wants } = request;
  return wants === 'html' && questions.length > 0 && !labelled(request) && !query.has('whole') && !query.has('change');
}

function wholeOf({ query }: HttpRequest, { questions }: EventQuestions): 'chosen' | 'no-cookie' | undefined {
  if (questions.length === 0) return undefined;
  if (query.get('whole') === 'no-cookie') return 'no-cookie';
  return query.has('whole') ? 'chosen' : undefined;
}

/** What a program needs to know to ask the question. */
function toldOf(question: EventQuestions['questions'][number]): object {
  const { questionId, kind, label, help, why, required, retention, condition, readableBy } = question;
  const options = 'options' in question ? { options: question.options } : {};
  return { questionId, kind, label, help, why, required, retention, condition, readableBy, ...options };
}

export const showSent: PublicHandler = async ({ query }, ports) => {
  const event = await ports.events.bySlug(query.get('event') ?? '');
  const view = { network: ports.network, outline: event?.outline, pendingHours: ports.settings.pendingHours, wasFull: query.has('full') };
  return answer(() => sentPage(view), { status: 'check-your-email' });
};

export const showResend: PublicHandler = async ({ query }, { network }) => {
  if (query.has('sent')) return answer(() => resentPage({ network }), { status: 'check-your-email' });
  return answer(() => resendPage({ network, slug: query.get('event') ?? undefined }), { fields: ['email'] });
};

/** The same answer, after about the same time, whether there was anything to send or not. */
export const resend: PublicHandler = async ({ fields, now, viewerIp }, ports) => {
  const slug = typeof fields.event === 'string' && fields.event !== '' ? fields.event : undefined;
  const parsed = parseForm(resendForm, fields);
  if (parsed.kind === 'invalid') return invalid(() => resendPage({ network: ports.network, slug, state: parsed }), parsed.errors);
  const form = { email: parsed.value.email, slug, viewerIp };
  const outcome = await ports.evenly(resendStep, () => requestLinks(form, now, ports));
  if (outcome === 'too-many') {
    const errors = [{ field: 'email', id: 'email', message: words.busy.letters }];
    return invalid(() => resendPage({ network: ports.network, slug, state: { kept: { email: form.email }, errors } }), errors);
  }
  return done('/registrations/resend?sent=yes', { status: 'check-your-email' }, { status: 202 });
};
