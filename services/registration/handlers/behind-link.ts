import { answer, done, type HttpRequest, problem, type Reply } from '@convener/http';
import type { PublicDependencies } from '../dependencies.ts';
import type { Event } from '../domain/event.ts';
import type { Registration } from '../domain/registration.ts';
import { sessionSeconds } from '../domain/session.ts';
import { oldLinkPage } from '../pages/letter-pages.tsx';
import { registrationOfLink } from '../use-cases/confirm.ts';
import type { LinkPurpose } from '../use-cases/ports.ts';
import { linkWords } from '../words.links.en.ts';

/** What a link in a letter stands for; undefined where it is too old, forged, or for another purpose. */
export async function behindLink(
  purpose: LinkPurpose,
  request: HttpRequest,
  ports: PublicDependencies,
): Promise<{ readonly registration: Registration; readonly event: Event } | undefined> {
  const claim = await ports.links.read(purpose, request.params.token ?? '');
  const registration = claim && (await registrationOfLink(claim, ports));
  const event = registration && (await ports.events.byId(registration.eventId));
  return event ? { registration, event } : undefined;
}

/** The link is swapped for a short session and an address without anything secret in it. */
export async function openPlace(registration: Registration, now: Date, { sessions }: PublicDependencies): Promise<Reply> {
  const value = await sessions.open(registration, now);
  const { registrationId, state } = registration;
  return done('/my-place', { registrationId, status: state.kind }, { cookies: [{ name: 'place', value, maxAgeSeconds: sessionSeconds }] });
}

export function oldLink({ wants }: HttpRequest, { network }: PublicDependencies): Reply {
  if (wants === 'json') return problem(410, linkWords.oldLink.title, linkWords.oldLink.text);
  return answer(() => oldLinkPage({ network }), {}, { status: 410 });
}
