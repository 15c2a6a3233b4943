import { isJoiningOpen, mayTellHowToJoin } from '../domain/joining-with-place.ts';
import type { Letter } from '../domain/letter.ts';
import { letterOfTemplate } from '../domain/letter-texts.ts';
import { reminderWithJoining } from './reminder-with-joining.ts';
import { reportToCome } from './report-to-come.ts';
import type { LetterContext, SendPorts } from './send-ports.ts';

export interface ContextOf {
  (letter: Letter): Promise<LetterContext>;
  /** Asked before every letter, and looked up at most once a second: a pause is heard within that. */
  stillSending(letter: Letter): Promise<boolean>;
}

/** What a batch's letters speak of, each event, report and mailing looked up once. */
export function letterContexts(ports: Pick<SendPorts, 'facts' | 'plans' | 'mailings' | 'clock'>): ContextOf {
  const events = remembered((id) => ports.facts.event(id));
  const reports = remembered((eventId) => ports.facts.report(eventId));
  const mailings = remembered(async (id) => (await ports.mailings.find(id))?.mailing);
  const plans = remembered(async (eventId) => (await ports.plans.find(eventId))?.plan);
  const reminders = remembered(async (eventId) => {
    const event = await events(eventId);
    return event && reminderWithJoining(event, await plans(eventId), ports);
  });
  const joinings = remembered(async (eventId) => {
    const event = await events(eventId);
    if (!event || !isJoiningOpen(event, await ports.facts.joining(eventId), ports.clock.now())) return undefined;
    return { text: (await plans(eventId))?.texts.joining };
  });
  const looked = new Map<string, { readonly at: number; readonly sending: Promise<boolean> }>();

  const textOf = async ({ eventId, template }: Letter) => {
    const editable = letterOfTemplate(template);
    return editable && eventId !== undefined ? (await plans(eventId))?.texts[editable] : undefined;
  };
  /** A test goes out before there is a report, too. */
  const reportOf = async ({ eventId, template, recipient }: Letter) => {
    if (eventId === undefined || template !== 'report.published') return undefined;
    const [report, event] = await Promise.all([reports(eventId), events(eventId)]);
    return report ?? (event && recipient.kind === 'tester' ? reportToCome(event) : undefined);
  };
  const mailingOf = async ({ mailingId }: Letter) => (mailingId === undefined ? undefined : mailings(mailingId));

  const contextOf = async (letter: Letter): Promise<LetterContext> => ({
    event: letter.eventId === undefined ? undefined : await events(letter.eventId),
    report: await reportOf(letter),
    note: letter.template === 'event.note' ? (await mailingOf(letter))?.note : undefined,
    change: letter.template === 'event.changed' ? (await mailingOf(letter))?.change : undefined,
    reminder: letter.eventId !== undefined && letter.template === 'registration.joining' ? await reminders(letter.eventId) : undefined,
    joining: tellsOfPlace(letter) && letter.eventId !== undefined ? await joinings(letter.eventId) : undefined,
    said: letter.said,
    text: await textOf(letter),
  });

  const stillSending = async ({ mailingId, lane }: Letter): Promise<boolean> => {
    if (lane === 'service' || mailingId === undefined) return true;
    const now = ports.clock.now().getTime();
    const before = looked.get(mailingId);
    if (before && now - before.at < 1000) return before.sending;
    const sending = ports.mailings.find(mailingId).then((loaded) => loaded?.mailing.state.kind === 'sending');
    looked.set(mailingId, { at: now, sending });
    return sending;
  };
  return Object.assign(contextOf, { stillSending });
}

const tellsOfPlace = ({ template, recipient }: Letter) => recipient.kind === 'attendee' && mayTellHowToJoin(template);

function remembered<T>(load: (id: string) => Promise<T>): (id: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (id) => {
    const found = known.get(id) ?? load(id);
    known.set(id, found);
    return found;
  };
}
