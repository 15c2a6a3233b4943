import { fill, parseForm } from '@convener/forms';
import { answer, done, type Handler, type HttpRequest, invalid, notFound, problem, type Reply } from '@convener/http';
import type { PublicDependencies } from '../dependencies.ts';
import { type Event, openness } from '../domain/event.ts';
import type { Details } from '../domain/registration.ts';
import { resendPage, resentPage, sentPage } from '../pages/letter-pages.tsx';
import { type NotOpen, notOpenPage, notOpenWords } from '../pages/not-open-page.tsx';
import { registerForm, resendForm } from '../pages/register-form.ts';
import { type RegisterPageView, registerPage } from '../pages/register-page.tsx';
import { ContendedError } from '../use-cases/change-registration.ts';
import { type RegisterForm, register as registerUseCase } from '../use-cases/register.ts';
import { requestLinks } from '../use-cases/request-letter.ts';
import { words } from '../words.en.ts';

type PublicHandler = Handler<PublicDependencies>;

/** A known and an unknown address make the same writes, half a millisecond apart: a step hides that. */
const registerStep = 20;
/** An unknown address makes no write at all here: a step longer than looking and writing hides it. */
const resendStep = 300;

export const showRegister: PublicHandler = async ({ params, now, wants }, ports) => {
  const event = await ports.events.bySlug(params.slug ?? '');
  if (!event) return notFound('event');
  const { outline, places } = event;
  // An event keeps every address it ever had; people are led on to the present one.
  if (outline.slug !== params.slug) return done(`/events/${outline.slug}/register`, { slug: outline.slug });
  const open = openness(outline, places, now);
  if (open.kind !== 'open' && open.kind !== 'full') return notOpen(event, open, wants, ports);
  const view = { network: ports.network, outline, left: open.kind === 'open' ? open.places : undefined, attempt: ports.newAttempt() };
  return answer(() => registerPage(view), { event: outline, registration: open });
};

export const register: PublicHandler = async (request, ports) => {
  const slug = request.params.slug ?? '';
  const parsed = parseForm(registerForm, request.fields);
  if (parsed.kind === 'invalid') return formAgain(slug, parsed, attemptOf(request), request, ports);
  const { email, ...details } = parsed.value;
  const form: RegisterForm = { slug, email, details: detailsOf(details), attemptId: attemptOf(request), viewerIp: request.viewerIp };
  const outcome = await ports.evenly(registerStep, () => registerUseCase(form, request.now, ports)).catch(contended);
  switch (outcome.kind) {
    case 'asked':
      return done(`/registrations/sent?event=${encodeURIComponent(slug)}`, { status: 'check-your-email' }, { status: 202 });
    case 'other-answers':
    case 'contended': {
      const kept = fill(registerForm, parsed.value);
      const message = outcome.kind === 'contended' ? words.busy.form : words.form.otherAnswers;
      const attempt = outcome.kind === 'contended' ? form.attemptId : undefined;
      return formAgain(slug, { kept, errors: [{ field: 'email', id: 'email', message }] }, attempt, request, ports);
    }
    case 'not-open': {
      const event = await ports.events.bySlug(slug);
      if (!event || outcome.openness.kind === 'open' || outcome.openness.kind === 'full') return notFound('event');
      return notOpen(event, outcome.openness, request.wants, ports);
    }
    case 'unknown-event':
      return notFound('event');
  }
};

export const showSent: PublicHandler = async ({ query }, ports) => {
  const event = await ports.events.bySlug(query.get('event') ?? '');
  return answer(() => sentPage({ network: ports.network, outline: event?.outline, pendingHours: ports.settings.pendingHours }), {
    status: 'check-your-email',
  });
};

export const showResend: PublicHandler = async ({ query }, { network }) => {
  if (query.has('sent')) return answer(() => resentPage({ network }), { status: 'check-your-email' });
  return answer(() => resendPage({ network, slug: query.get('event') ?? undefined }), { fields: ['email'] });
};

/** The same answer, after about the same time, whether there was anything to send or not. */
export const resend: PublicHandler = async ({ fields, now }, ports) => {
  const slug = typeof fields.event === 'string' && fields.event !== '' ? fields.event : undefined;
  const parsed = parseForm(resendForm, fields);
  if (parsed.kind === 'invalid') return invalid(() => resendPage({ network: ports.network, slug, state: parsed }), parsed.errors);
  await ports.evenly(resendStep, () => requestLinks({ email: parsed.value.email, slug }, now, ports));
  return done('/registrations/resend?sent=yes', { status: 'check-your-email' }, { status: 202 });
};

/** Nothing was stored: the form comes back as it was, to be sent once more. */
function contended(error: unknown): { readonly kind: 'contended' } {
  if (error instanceof ContendedError) return { kind: 'contended' };
  throw error;
}

async function formAgain(
  slug: string,
  state: Required<NonNullable<RegisterPageView['state']>>,
  attempt: string | undefined,
  { now, wants }: HttpRequest,
  ports: PublicDependencies,
): Promise<Reply> {
  const event = await ports.events.bySlug(slug);
  if (!event) return notFound('event');
  const { outline, places } = event;
  const open = openness(outline, places, now);
  if (open.kind !== 'open' && open.kind !== 'full') return notOpen(event, open, wants, ports);
  const left = open.kind === 'open' ? open.places : undefined;
  const view = { network: ports.network, outline, left, attempt: attempt ?? ports.newAttempt(), state };
  return invalid(() => registerPage(view), state.errors);
}

function notOpen({ outline }: Event, kind: NotOpen, wants: HttpRequest['wants'], { network }: PublicDependencies): Reply {
  const { title, text } = notOpenWords(kind, outline);
  if (wants === 'json') return problem(409, title, text);
  return answer(() => notOpenPage({ network, outline, openness: kind }), {});
}

function attemptOf({ fields }: HttpRequest): string | undefined {
  const { attempt } = fields;
  return typeof attempt === 'string' && /^[\w-]{16,64}$/.test(attempt) ? attempt : undefined;
}

/** Letters come with layout unless somebody asks for plain text on their own page. */
function detailsOf(given: {
  readonly name: string;
  readonly organisation: string | undefined;
  readonly comingAs: string | undefined;
  readonly wantsReport: boolean;
}): Details {
  const { name, organisation = '', comingAs = '', wantsReport } = given;
  return { name, organisation, comingAs, wantsReport, format: 'html' };
}
