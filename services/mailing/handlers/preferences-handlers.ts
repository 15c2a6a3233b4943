import { parseForm } from '@convener/forms';
import { answer, done, type Handler, type HttpRequest, invalid, problem, type Reply } from '@convener/http';
import type { PublicDependencies } from '../dependencies.ts';
import type { Member } from '../domain/member.ts';
import { resendPage } from '../pages/link-pages.tsx';
import { preferencesForm } from '../pages/member-forms.ts';
import { leavePage, leftPage, preferencesPage } from '../pages/preferences-page.tsx';
import { changePreferences as changeUseCase, memberByLink } from '../use-cases/change-preferences.ts';
import { leaveNetwork } from '../use-cases/leave-network.ts';
import { words } from '../words.en.ts';

type PublicHandler = Handler<PublicDependencies>;

export const preferences: PublicHandler = async (request, ports) => {
  const member = await memberHere(request, ports);
  if (!member) return closed(request, ports);
  const said = saidOf(request.query.get('said'));
  const { address, details, membership } = member;
  return answer(() => preferencesPage({ network: ports.network, member, said }), { address, ...details, membership });
};

export const changePreferences: PublicHandler = async (request, ports) => {
  const member = await memberHere(request, ports);
  if (!member) return closed(request, ports);
  const parsed = parseForm(preferencesForm, request.fields);
  if (parsed.kind === 'invalid') return invalid(() => preferencesPage({ network: ports.network, member, state: parsed }), parsed.errors);
  const { name = '', interests = '', format, language, streams } = parsed.value;
  const wanted = { name, interests, format, language, streams };
  const outcome = await changeUseCase({ memberId: member.id, preferences: wanted, now: request.now }, ports);
  switch (outcome.kind) {
    case 'changed':
      return done('/my-preferences?said=saved', wanted);
    case 'gone':
      return closed(request, ports);
  }
};

export const leaveForm: PublicHandler = async (request, ports) => {
  const member = await memberHere(request, ports);
  return member ? answer(() => leavePage({ network: ports.network }), {}) : closed(request, ports);
};

export const leave: PublicHandler = async (request, ports) => {
  const member = await memberHere(request, ports);
  if (!member) return closed(request, ports);
  await leaveNetwork({ memberId: member.id, actor: { kind: 'member' }, now: request.now }, ports);
  return done('/left', { status: 'left' }, { cookies: [{ name: 'preferences', value: '', maxAgeSeconds: 0 }] });
};

export const left: PublicHandler = async (_request, { network }) => answer(() => leftPage({ network }), {});

async function memberHere({ cookies, now }: HttpRequest, ports: PublicDependencies): Promise<Member | undefined> {
  const claim = await ports.sessions.read(cookies.preferences ?? '', now);
  return claim && memberByLink(claim, ports);
}

function closed({ wants }: HttpRequest, { network }: PublicDependencies): Reply {
  if (wants === 'json') return problem(401, words.closed.title, words.closed.text);
  return answer(() => resendPage({ network, closed: true }), {}, { status: 401 });
}

function saidOf(given: string | null): 'joined' | 'saved' | undefined {
  return given === 'joined' || given === 'saved' ? given : undefined;
}
