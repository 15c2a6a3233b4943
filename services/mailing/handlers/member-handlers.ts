import { parseForm } from '@convener/forms';
import { answer, done, type Handler, type HttpRequest, invalid, problem, type Reply } from '@convener/http';
import type { PublicDependencies } from '../dependencies.ts';
import type { Member } from '../domain/member.ts';
import { joinPage } from '../pages/join-page.tsx';
import {
  checkYourMailPage,
  confirmPage,
  oldLinkPage,
  openPreferencesPage,
  resendPage,
  unsubscribedPage,
  unsubscribePage,
} from '../pages/link-pages.tsx';
import { addressForm, joinForm } from '../pages/member-forms.ts';
import { memberByLink } from '../use-cases/change-preferences.ts';
import { confirmJoining } from '../use-cases/confirm-joining.ts';
import { joinNetwork } from '../use-cases/join-network.ts';
import { requestPreferencesLink } from '../use-cases/request-preferences-link.ts';
import { unsubscribe as unsubscribeUseCase } from '../use-cases/unsubscribe.ts';
import { words } from '../words.en.ts';

type PublicHandler = Handler<PublicDependencies>;

/** An hour: long enough to think, short on a shared computer. */
const sessionSeconds = 3600;

export const joinFormHandler: PublicHandler = async (_request, { network }) => answer(() => joinPage({ network }), {});

export const join: PublicHandler = async ({ fields, now }, ports) => {
  const parsed = parseForm(joinForm, fields);
  if (parsed.kind === 'invalid') return invalid(() => joinPage({ network: ports.network, state: parsed }), parsed.errors);
  const { email, name = '', interests = '', format, language } = parsed.value;
  const details = { name, interests, format, language };
  // Whatever was found, the answer takes the same time.
  await Promise.all([joinNetwork({ address: email, details, now }, ports), ports.evenTime()]);
  return done('/join/check-your-mail', { status: 'asked' }, { status: 202 });
};

export const checkYourMail: PublicHandler = async (_request, { network }) => answer(() => checkYourMailPage({ network }), {});

export const confirmForm: PublicHandler = async (request, ports) => {
  const claim = await ports.read.confirm(request.params.token ?? '');
  if (!claim) return oldLink(request, ports);
  return answer(() => confirmPage({ network: ports.network, path: request.path }), {});
};

export const confirm: PublicHandler = async (request, ports) => {
  const claim = await ports.read.confirm(request.params.token ?? '');
  const outcome = claim && (await confirmJoining({ ...claim, now: request.now }, ports));
  if (!claim || outcome?.kind !== 'joined') return oldLink(request, ports);
  return enter(claim, '/my-preferences?said=joined', request.now, ports);
};

export const resendForm: PublicHandler = async (_request, { network }) => answer(() => resendPage({ network }), {});

export const resend: PublicHandler = async ({ fields, now }, ports) => {
  const parsed = parseForm(addressForm, fields);
  if (parsed.kind === 'invalid') return invalid(() => resendPage({ network: ports.network, state: parsed }), parsed.errors);
  await Promise.all([requestPreferencesLink({ address: parsed.value.email, now }, ports), ports.evenTime()]);
  return done('/join/check-your-mail', { status: 'asked' }, { status: 202 });
};

export const openPreferences: PublicHandler = async (request, ports) => {
  const member = await memberBehind(request, ports);
  if (!member) return oldLink(request, ports);
  return answer(() => openPreferencesPage({ network: ports.network, path: request.path }), {});
};

export const enterPreferences: PublicHandler = async (request, ports) => {
  const member = await memberBehind(request, ports);
  if (!member) return oldLink(request, ports);
  return enter({ memberId: member.id, linkVersion: member.linkVersion }, '/my-preferences', request.now, ports);
};

export const unsubscribeForm: PublicHandler = async (request, ports) => {
  const claim = await ports.read.unsubscribe(request.params.token ?? '');
  if (!claim) return oldLink(request, ports);
  return answer(() => unsubscribePage({ network: ports.network, path: request.path, stream: claim.stream }), { stream: claim.stream });
};

/** Called by the page's own button and by mail readers (RFC 8058), who follow no redirects: the answer is a page. */
export const unsubscribe: PublicHandler = async (request, ports) => {
  const claim = await ports.read.unsubscribe(request.params.token ?? '');
  if (!claim) return oldLink(request, ports);
  await unsubscribeUseCase({ ...claim, now: request.now }, ports);
  return answer(() => unsubscribedPage({ network: ports.network, stream: claim.stream }), { unsubscribed: claim.stream });
};

async function memberBehind({ params }: HttpRequest, ports: PublicDependencies): Promise<Member | undefined> {
  const claim = await ports.read.preferences(params.token ?? '');
  return claim && memberByLink(claim, ports);
}

/** The link is swapped for a short cookie and an address without anything secret in it. */
async function enter(
  claim: { readonly memberId: string; readonly linkVersion: number },
  to: `/${string}`,
  now: Date,
  { sessions }: PublicDependencies,
): Promise<Reply> {
  const value = await sessions.open(claim, now);
  return done(to, { status: 'open' }, { cookies: [{ name: 'preferences', value, maxAgeSeconds: sessionSeconds }] });
}

function oldLink({ wants }: HttpRequest, { network }: PublicDependencies): Reply {
  if (wants === 'json') return problem(410, words.oldLink.title, words.oldLink.text);
  return answer(() => oldLinkPage({ network }), {}, { status: 410 });
}
