import { parseForm } from '@convener/forms';
import { answer, type Handler, invalid } from '@convener/http';
import type { PublicDependencies } from '../dependencies.ts';
import { consentOf } from '../domain/consent.ts';
import { reflectForm } from '../pages/forms.ts';
import { reflectFormPage, thanksPage } from '../pages/reflect-page.tsx';
import { followReflectLink } from '../use-cases/follow-link.ts';
import { makeReflection } from '../use-cases/make-reflections.ts';
import { closed } from './link-replies.ts';

type PublicHandler = Handler<PublicDependencies>;

export const showReflect: PublicHandler = async ({ params }, ports) => {
  const followed = await followReflectLink(params.token ?? '', ports);
  if (followed.kind !== 'open') return closed(followed, ports, false);
  const { event, room } = followed;
  const view = { network: ports.network, event, room, attempt: ports.ids.attempt() };
  return answer(() => reflectFormPage(view), { event: event.title, question: event.question, room: room?.label ?? null });
};

export const reflect: PublicHandler = async ({ params, fields, now }, ports) => {
  const token = params.token ?? '';
  const followed = await followReflectLink(token, ports);
  if (followed.kind !== 'open') return closed(followed, ports, true);
  const { event, room } = followed;
  const reading = parseForm(reflectForm, fields);
  if (reading.kind === 'invalid') {
    // The same hidden id: what was refused was not sent.
    const attempt = typeof fields.attempt === 'string' && fields.attempt ? fields.attempt.slice(0, 100) : ports.ids.attempt();
    return invalid(() => reflectFormPage({ network: ports.network, event, room, attempt, state: reading }), reading.errors);
  }
  const { words, consent, name, attempt } = reading.value;
  const said = { words, consent: consentOf(consent, name) };
  const made = await makeReflection({ event, roomId: room?.id, attempt, said }, now, ports);
  const ownLink = `${ports.baseUrl}${made.ownLink}`;
  // Shown in the answer itself: a redirect would need the link to be kept somewhere. Sent again, the same link comes again.
  return answer(
    () => thanksPage({ network: ports.network, event, ownLink, again: `/reflect/${token}` }),
    { reflectionId: made.reflectionId, ownLink },
    { status: 201 },
  );
};
