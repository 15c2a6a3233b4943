import { answersToForget } from '../domain/answers.ts';
import { answeredWith } from '../domain/decide-register.ts';
import type { Event } from '../domain/event.ts';
import type { Registration } from '../domain/registration.ts';
import { keptUntil, retentionClasses } from '../domain/retention-classes.ts';
import { inADay, type QuestionPorts } from './change-questions.ts';
import { changeRegistration } from './change-registration.ts';
import type { RegistrationPorts } from './ports.ts';

type ForgetPorts = RegistrationPorts & QuestionPorts;

/** Events looked through in one sweep, and registrations changed: what is left over comes with the next. */
const mostEvents = 20;
const mostRegistrations = 400;

/** The sweep that deletes answers when the time that was promised for them is over. Says how many registrations it changed. */
export async function forgetAnswers(now: Date, ports: ForgetPorts): Promise<number> {
  let changed = 0;
  for (const eventId of await ports.questions.dueToForget(now, mostEvents)) {
    const event = await ports.events.byId(eventId);
    const due = event ? await withAnswersDue(event, now, ports) : [];
    const batch = due.slice(0, mostRegistrations - changed);
    for (const { registrationId } of batch) await forget(registrationId, event, now, ports);
    changed += batch.length;
    if (batch.length < due.length) break;
    await ports.questions.lookAgain(eventId, event ? nextLook(event, now) : inADay(now));
  }
  return changed;
}

/** At the end of the next class, and at the latest in a day: an event may be moved to another date. */
function nextLook({ outline }: Event, now: Date): string | undefined {
  const ends = retentionClasses.map((each) => keptUntil(each, outline.endsAt)).filter((at) => at > now.toISOString());
  return ends.length > 0 ? [...ends, inADay(now)].toSorted()[0] : undefined;
}

async function withAnswersDue(event: Event, now: Date, { registrations }: ForgetPorts): Promise<readonly Registration[]> {
  const { outline, questions } = event;
  if (outline.endsAt > now.toISOString()) return [];
  const listed = await registrations.ofEvent(outline.eventId);
  const all = await registrations.loadAll(listed.map(({ registrationId }) => registrationId));
  return all.filter((registration) => answersToForget(registration, questions.questions, outline, now).length > 0);
}

async function forget(registrationId: string, event: Event | undefined, now: Date, ports: ForgetPorts): Promise<void> {
  await changeRegistration<'kept'>(
    registrationId,
    async (registration) => {
      const gone = event ? answersToForget(registration, event.questions.questions, event.outline, now) : [];
      if (gone.length === 0) return { kind: 'leave', as: 'kept' };
      const stays = ({ questionId }: { readonly questionId: string }) => !gone.includes(questionId);
      const before = await ports.registrations.sensitiveAnswers(registrationId);
      const answers = { plain: (registration.answers ?? []).filter(stays), sensitive: before.filter(stays) };
      const next = { ...registration, ...answeredWith(answers) };
      return { kind: 'change', change: { next, places: { kind: 'none' }, announces: undefined, sensitive: answers.sensitive } };
    },
    { now, actor: { kind: 'system' } },
    ports,
  );
}
