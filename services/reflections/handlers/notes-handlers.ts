import { parseForm } from '@convener/forms';
import { answer, done, type Handler, type HttpRequest, invalid } from '@convener/http';
import type { PublicDependencies } from '../dependencies.ts';
import { consentOf } from '../domain/consent.ts';
import { readPoints } from '../domain/points.ts';
import { notesForm } from '../pages/forms.ts';
import { notesPage } from '../pages/notes-page.tsx';
import { followNotesLink } from '../use-cases/follow-link.ts';
import { takeNotes as take } from '../use-cases/make-reflections.ts';
import { roomSoFar } from '../use-cases/room-so-far.ts';
import { closed } from './link-replies.ts';

type PublicHandler = Handler<PublicDependencies>;

export const showNotes: PublicHandler = async ({ params, query }, ports) => {
  const followed = await followNotesLink(params.token ?? '', ports);
  if (followed.kind !== 'open') return closed(followed, ports, false);
  const { event, room } = followed;
  const soFar = await roomSoFar(event.eventId, room.id, ports);
  const view = { network: ports.network, event, room, attempt: ports.ids.attempt(), soFar, saved: savedOf(query) };
  return answer(() => notesPage(view), { event: event.title, question: event.question, room: room.label, ...soFar });
};

export const takeNotes: PublicHandler = async ({ params, fields, now }, ports) => {
  const token = params.token ?? '';
  const followed = await followNotesLink(token, ports);
  if (followed.kind !== 'open') return closed(followed, ports, true);
  const { event, room } = followed;
  const reading = parseForm(notesForm, fields);
  const points = reading.kind === 'valid' ? readPoints(reading.value.points) : undefined;
  if (reading.kind === 'invalid' || points?.kind !== 'points') {
    const soFar = await roomSoFar(event.eventId, room.id, ports);
    const attempt = typeof fields.attempt === 'string' && fields.attempt ? fields.attempt.slice(0, 100) : ports.ids.attempt();
    const state = reading.kind === 'invalid' ? reading : { errors: [] };
    return invalid(() => notesPage({ network: ports.network, event, room, attempt, soFar, state }), state.errors);
  }
  const { consent, attempt } = reading.value;
  const sending = { event, roomId: room.id, attempt, points: points.points, consent: consentOf(consent, undefined) };
  const { saved, added } = await take(sending, now, ports);
  return done(`/reflect/notes/${token}?saved=${saved}`, { saved, added }, { status: 201 });
};

function savedOf(query: HttpRequest['query']): number | undefined {
  const saved = Number(query.get('saved'));
  return Number.isInteger(saved) && saved > 0 ? saved : undefined;
}
