import type { Kept } from '@convener/forms';
import { answer, type HttpRequest, invalid, notFound, problem, type Reply } from '@convener/http';
import type { PublicDependencies } from '../dependencies.ts';
import { choosableGroups } from '../domain/decide-group.ts';
import { type Event, openness } from '../domain/event.ts';
import { poolsFor } from '../domain/pools.ts';
import { type NotOpen, notOpenPage, notOpenWords } from '../pages/not-open-page.tsx';
import { type FormAgain, type ReadForm, typedIn } from '../pages/register-form.ts';
import { type RegisterPageView, registerPage } from '../pages/register-page.tsx';
import { ContendedError } from '../use-cases/change-registration.ts';
import { type RegisterOutcome, register } from '../use-cases/register.ts';

/** What the ways to register share: one page, several, or a program's one request. */
export interface OpenEvent {
  readonly kind: 'open';
  readonly event: Event;
  readonly left: 'some' | 'few' | undefined;
}

/** A known and an unknown address make the same writes, half a millisecond apart: a step hides that. */
const registerStep = 20;

/** What somebody has entered for this event so far. */
export type EnteredFor = (event: Event) => Kept | Promise<Kept>;

/** The event while people can register for it, or the reply that says why they cannot. */
export async function openEvent(
  request: HttpRequest,
  ports: PublicDependencies,
  entered: EnteredFor = ({ questions }) => typedIn(questions, request.fields),
): Promise<OpenEvent | { readonly kind: 'reply'; readonly reply: Reply }> {
  const { params, now } = request;
  const event = await ports.events.bySlug(params.slug ?? '');
  if (!event) return { kind: 'reply', reply: notFound('event') };
  const open = openness(event.outline, event.places, now);
  if (open.kind !== 'open' && open.kind !== 'full') return { kind: 'reply', reply: await notOpen(event, open, request, ports, entered) };
  return { kind: 'open', event, left: open.kind === 'open' ? open.places : undefined };
}

/** Whoever sent a form hears that it was not taken, with what they entered; whoever looks is only told. */
export async function notOpen(
  event: Event,
  openness: NotOpen,
  { wants, method }: HttpRequest,
  { network }: PublicDependencies,
  entered: EnteredFor = () => ({}),
): Promise<Reply> {
  const { outline, questions: asked } = event;
  const { title, text } = notOpenWords(openness, outline);
  if (wants === 'json') return problem(409, title, text);
  if (method !== 'POST') return answer(() => notOpenPage({ network, outline, openness }), {});
  const { questions } = asked;
  const kept = await entered(event);
  return answer(() => notOpenPage({ network, outline, openness, entered: { questions, kept } }), {}, { status: 409 });
}

/** Sends what the form read; the same time goes by whether the address was known or not. */
export function sendForm(
  { event }: OpenEvent,
  read: Extract<ReadForm, { kind: 'read' }>,
  { attemptId, group }: { readonly attemptId: string | undefined; readonly group: string | undefined },
  request: HttpRequest,
  ports: PublicDependencies,
): Promise<RegisterOutcome | { readonly kind: 'contended' }> {
  const { email, details, answers } = read;
  const form = { slug: event.outline.slug, event, email, details, answers, attemptId, group, viewerIp: request.viewerIp };
  return ports.evenly(registerStep, () => register(form, request.now, ports)).catch(contended);
}

/** Nothing was stored: the form comes back as it was, to be sent once more. */
function contended(error: unknown): { readonly kind: 'contended' } {
  if (error instanceof ContendedError) return { kind: 'contended' };
  throw error;
}

/** The form again, with everything that was entered. */
export function formAgain(
  { event, left }: OpenEvent,
  state: FormAgain,
  more: Pick<RegisterPageView, 'attempt' | 'whole' | 'changing' | 'draft'>,
  { network }: PublicDependencies,
): Reply {
  const { outline, questions, places } = event;
  return invalid(
    () => registerPage({ network, outline, asked: questions, groups: choosableGroups(places), left, state, ...more }),
    state.errors,
  );
}

/** It closed, or was called off, since the page was read. */
export async function noLongerOpen(request: HttpRequest, ports: PublicDependencies, kept: Kept): Promise<Reply> {
  const now = await openEvent(request, ports, () => kept);
  return now.kind === 'reply' ? now.reply : notOpen(now.event, { kind: 'closed' }, request, ports, () => kept);
}

export function attemptOf({ fields }: HttpRequest): string | undefined {
  const { attempt } = fields;
  return typeof attempt === 'string' && /^[\w-]{16,64}$/.test(attempt) ? attempt : undefined;
}

/** What the page says besides follows from the event and the group that was chosen, as the form was read: never from the address. */
export function sentTo({ outline, places }: Event, group?: { readonly chosen: string | undefined }): `/${string}` {
  const wasFull = group !== undefined && poolsFor(places, group.chosen).length === 0;
  return `/registrations/sent?event=${encodeURIComponent(outline.slug)}${wasFull ? '&full=yes' : ''}`;
}
