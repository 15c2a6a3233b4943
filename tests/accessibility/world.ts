import { ask, fromOurPage, program } from '../system/asking.ts';
import { hoursAroundNow, type MadeEvent, makeEvent } from '../system/events.ts';
import { lettersTo, linkTo } from '../system/mailbox.ts';
import { cookiesOf, hiddenFields, register, registerAndConfirm, somebodyNew } from '../system/people.ts';
import { afterSweeps, quiet, until } from '../system/quiet.ts';
import type { System } from '../system/running-system.ts';
import { makeMoments } from './moments-world.ts';
import { makeOffers } from './offers-world.ts';
import { makeQuestions } from './questions-world.ts';
import { organise } from './world-organised.ts';

/** Everything that the states show: events at each point of their life, people at each point of theirs. Nothing in it names a page. */
export type World = Awaited<ReturnType<typeof buildWorld>>;

export async function buildWorld(system: System) {
  const events = await makeEvents(system);
  const people = await makePeople(system, events);
  const asked = await makeQuestions(system, events.asking);
  const offers = await makeOffers(system);
  const told = await makeReflections(system, events);
  const members = await makeMembers(system);
  const mail = await makeMail(system, events);
  const organised = await organise(system, events, people.atDoor);
  const moments = await makeMoments(system, events.full);
  await quiet(system);
  return {
    system,
    baseUrl: system.baseUrl,
    events,
    people,
    asked,
    offers,
    told,
    members,
    mail,
    organised,
    moments,
    organiserId: await invite(system),
  };
}

async function makeEvents(system: System) {
  const make = (title: string, wishes: Omit<Parameters<typeof makeEvent>[1], 'title'> = {}) => makeEvent(system, { title, ...wishes });
  return {
    open: await make('An event with places'),
    full: await make('An event that is full', { capacity: 1 }),
    inPerson: await make('An event in a room with a long name and stairs', { mode: 'in-person' }),
    notYet: await make('An event for later', { opensInDays: 3 }),
    closed: await make('An event that has closed', { inDays: 5, closesInDays: -1 }),
    tomorrow: await make('An event of tomorrow', { inDays: 1, closesInDays: 1 }),
    now: await make('An event that people come to right now', { inDays: 0, closesInDays: 0, hours: hoursAroundNow(system) }),
    over: await make('An event that is over', { inDays: -1, closesInDays: -2 }),
    overAndOpen: await make('An event with things unsaid', { inDays: -1, closesInDays: -2 }),
    cancelled: await make('An event that was called off'),
    draft: await make('An event that nobody knows of', { published: false }),
    asking: await make('An event that asks questions'),
  };
}

type Events = Awaited<ReturnType<typeof makeEvents>>;

async function makePeople(system: System, events: Events) {
  const pending = await register(system, events.open);
  const people = {
    pending,
    confirmLink: await linkTo(system, pending.email, '/registrations/confirm/'),
    confirmed: await registerAndConfirm(system, events.open),
    withNeeds: await registerAndConfirm(system, events.open),
    atDoor: await registerAndConfirm(system, events.tomorrow),
    here: await registerAndConfirm(system, events.now),
    hasTheOnlyPlace: await registerAndConfirm(system, events.full),
    waiting: await registerAndConfirm(system, events.full),
    gaveUp: await registerAndConfirm(system, events.open),
    calledOff: await registerAndConfirm(system, events.cancelled),
  };
  await must(ask(system, '/my-place/cancel', fromOurPage(system, {}, people.gaveUp.cookie)));
  await program(system, 'organiser', `/organise/events/${events.cancelled.eventId}/cancel`, {});
  await tellNeeds(system, people.withNeeds.cookie);
  await afterSweeps(system);
  const manageLink = await linkTo(system, people.confirmed.email, '/registrations/manage/');
  return { ...people, manageLink, registrationId: await registrationOf(system, events.open, people.confirmed.email) };
}

/** Every kind of answer at once, so that the coordinator's list shows all that it can. */
async function tellNeeds(system: System, cookie: string): Promise<void> {
  const form = await until('accessibility to know the event', async () => {
    const page = await ask(system, '/my-place/access', { headers: { cookie, accept: 'text/html' } });
    return page.status === 200 ? page : undefined;
  });
  const fields = {
    ...hiddenFields(form.text),
    kinds: ['live-captions', 'breaks'],
    ownWords: 'Plain words, please.\nAnd a moment to think.',
    talkFirst: 'yes',
    talkHow: 'phone',
    talkWhen: '01632 960001, in the morning',
    consent: 'yes',
  };
  await must(ask(system, '/my-place/access', fromOurPage(system, fields, cookie)));
}

async function registrationOf(system: System, { eventId }: MadeEvent, email: string): Promise<string> {
  const { registrations } = await program(system, 'organiser', `/organise/events/${eventId}/registrations`);
  const found = Array.isArray(registrations) ? registrations.find((each) => each.email === email) : undefined;
  return String(found?.registrationId);
}

/** Rooms with something said in them; one event with its report published, another with a word that is in no theme. */
async function makeReflections(system: System, { over, overAndOpen, inPerson }: Events) {
  const published = await say(system, over);
  const open = await say(system, overAndOpen);
  const base = `/organise/events/${over.eventId}`;
  const { themeId } = await program(system, 'organiser', `${base}/themes`, { label: 'Plain words', prose: 'People want **plain words**.' });
  const { themeId: other } = await program(system, 'organiser', `${base}/themes`, { label: 'Time', prose: 'And time.' });
  const assignments = published.reflectionIds.map((reflectionId) => ({ reflectionId, themeIds: [String(themeId), String(other)] }));
  await program(system, 'organiser', `${base}/themes/assign`, { assignments });
  await quiet(system);
  const [slug] = await Promise.all([
    writeReport(system, over),
    program(system, 'organiser', `/organise/events/${overAndOpen.eventId}/report`, {}),
  ]);
  await writeReport(system, inPerson, { takeDown: 'yes' });
  const { speakers } = await program(system, 'organiser', `${base}/speakers`);
  const speakerId = Array.isArray(speakers) ? String(speakers[0]?.id) : '';
  return { published, open, themeId: String(themeId), speakerId, report: slug };
}

async function say(system: System, { eventId }: MadeEvent) {
  const base = `/organise/events/${eventId}`;
  await until('reflections to know the event', () => program(system, 'organiser', `${base}/rooms`, { rooms: 3 }).catch(() => undefined));
  const { rooms, eventLink } = await program(system, 'organiser', `${base}/reflections`);
  const links = Array.isArray(rooms) ? rooms.map((room) => ({ room: pathOf(room.links.room), notes: pathOf(room.links.notes) })) : [];
  const [first = { room: '', notes: '' }] = links;
  const posted = await ask(
    system,
    first.room,
    fromOurPage(system, { words: 'Say it in plain words.', consent: 'quote-named', name: 'Sample' }),
  );
  const own = /\/reflect\/own\/[\w.~-]+/.exec(posted.text)?.[0] ?? '';
  const withdrawn = await ask(system, first.room, fromOurPage(system, { words: 'To be withdrawn.' }));
  const ownWithdrawn = /\/reflect\/own\/[\w.~-]+/.exec(withdrawn.text)?.[0] ?? '';
  await must(ask(system, ownWithdrawn, fromOurPage(system, { action: 'withdraw' })));
  await must(ask(system, first.notes, fromOurPage(system, { points: '- More time\n- Fewer forms', consent: 'quote-unnamed' })));
  const seen = await program(system, 'organiser', `${base}/reflections?show=open`);
  const reflectionIds = Array.isArray(seen.reflections) ? seen.reflections.map((each) => String(each.id)) : [];
  return { ...first, eventLink: pathOf(String(eventLink)), own, ownWithdrawn, reflectionIds };
}

async function writeReport(system: System, { eventId, slug }: MadeEvent, earlier: { readonly takeDown?: 'yes' } = {}): Promise<string> {
  const base = `/organise/events/${eventId}/report`;
  await until('reports to know the event', () => program(system, 'editor', base, {}).catch(() => undefined));
  const introduction = 'It was a good day.\n\n> Plain words are kind words.\n\n- one\n- two';
  await program(system, 'editor', `${base}/introduction`, { introduction });
  await program(system, 'editor', `${base}/context`, { heading: 'Why we met', prose: 'See [the guide](https://example.org/guide).' });
  const published = await program(system, 'editor', `${base}/publish`, {});
  await program(system, 'editor', `${base}/ending`, { ending: 'Thank you.' });
  await program(system, 'editor', `${base}/publish`, { correction: 'We added our thanks.', ...earlier });
  await quiet(system);
  return String(published.slug ?? slug);
}

async function makeMembers(system: System) {
  const [pending, member] = [somebodyNew(), somebodyNew()];
  for (const { email, name } of [pending, member]) {
    await must(ask(system, '/join', fromOurPage(system, { email, name, interests: '', format: 'html', language: 'en' })));
  }
  const confirm = await linkTo(system, member.email, '/join/confirm/');
  const joined = await must(ask(system, confirm, fromOurPage(system, {})));
  await must(ask(system, '/preferences/resend', fromOurPage(system, { email: member.email })));
  return {
    confirmLink: await linkTo(system, pending.email, '/join/confirm/'),
    preferencesLink: await linkTo(system, member.email, '/preferences/'),
    cookie: cookiesOf(joined),
    email: member.email,
  };
}

/** Mailings at rest, sent and discarded; one letter in doubt, one address that bounced. */
async function makeMail(system: System, { over, open, cancelled }: Events) {
  await program(system, 'organiser', '/organise/members/import', {
    pasted: 'bounce@example.org, Sample Bounce\nmember-of-the-tests@example.org, Sample',
  });
  const sent = await prepare(system, over, 'mailings', { audience: ['attendees', 'members'] });
  await command(system, sent, 'start');
  await until('the mailing to finish', async () => ((await stateOf(system, sent)) === 'finished' ? true : undefined));
  const ready = await prepare(system, open, 'mailings/note', {
    to: 'both',
    subject: 'A word before',
    body: 'Hello.\n\nSee https://example.org/map.',
  });
  const discarded = await prepare(system, open, 'mailings/note', { to: 'confirmed', subject: 'Never sent', body: 'No.' });
  await command(system, discarded, 'discard');
  system.cloud.identityAndMail.mishaps.next('lost reply');
  await program(system, 'organiser', `/organise/mailings/${ready}/test`, { email: 'tester@example.org' });
  await system.cloud.identityAndMail.settleMail();
  const [unsubscribe] = (await lettersTo(system, 'member-of-the-tests@example.org'))
    .flatMap(({ links }) => links)
    .map(pathOf)
    .filter((path) => path.startsWith('/unsubscribe/'));
  return { sent, ready, discarded, calledOffEventId: cancelled.eventId, unsubscribe: unsubscribe ?? '' };
}

async function prepare(system: System, { eventId }: MadeEvent, path: string, body: object): Promise<string> {
  const { mailingId } = await until(`${path} of ${eventId}`, () =>
    program(system, 'organiser', `/organise/events/${eventId}/${path}`, body).catch(() => undefined),
  );
  await until('the letters to be prepared', async () => ((await stateOf(system, String(mailingId))) === 'ready' ? true : undefined));
  return String(mailingId);
}

async function stateOf(system: System, mailingId: string): Promise<unknown> {
  const { mailing } = await program(system, 'organiser', `/organise/mailings/${mailingId}`);
  const state = typeof mailing === 'object' && mailing !== null && 'state' in mailing ? mailing.state : undefined;
  return typeof state === 'object' && state !== null && 'kind' in state ? state.kind : undefined;
}

function command(system: System, mailingId: string, wanted: string) {
  return program(system, 'organiser', `/organise/mailings/${mailingId}`, { command: wanted });
}

/** Somebody who has been invited; a world that another folder made in the same system may have done so already. */
async function invite(system: System): Promise<string> {
  const known = await invitedAlready(system);
  if (known) return known;
  await program(system, 'organiser', '/organise/organisers', { address: 'invited@example.org', roles: ['editor'] });
  return (await invitedAlready(system)) ?? '';
}

async function invitedAlready(system: System): Promise<string | undefined> {
  const { organisers } = await program(system, 'organiser', '/organise/organisers');
  const found = Array.isArray(organisers) ? organisers.find((each) => each.address === 'invited@example.org') : undefined;
  return found ? String(found.id) : undefined;
}

async function must<A extends { readonly status: number; readonly text: string }>(asked: Promise<A>): Promise<A> {
  const answered = await asked;
  if (answered.status >= 400) throw new Error(`The world could not be made: ${answered.status} ${answered.text.slice(0, 300)}`);
  return answered;
}

function pathOf(address: string): string {
  return new URL(address).pathname;
}
