import { cloneParts } from '@convener/contracts/domain-events';
import { ask, type Fields, fromOurPage, program, sessionOf } from '../system/asking.ts';
import { day, hoursAroundNow, type MadeEvent, makeEvent } from '../system/events.ts';
import { letterAbout, linkTo } from '../system/mailbox.ts';
import { cookiesOf, hiddenFields, register, registerAndConfirm, somebodyNew } from '../system/people.ts';
import { afterSweeps, quiet, until } from '../system/quiet.ts';
import type { System } from '../system/running-system.ts';
import { everyRoute, type World } from './doors.ts';
import { arrangeAndAnswer } from './exercise-arranging.ts';
import { changeHands } from './exercise-organisers.ts';
import { anotherGroup } from './exercise-regrouping.ts';
import { shownFields } from './shown-fields.ts';
import { signInAs } from './sign-in.ts';

/** Does what the system is for and other tests need not do: what is rare, what takes days, and what nobody sees. */
export async function exercise(world: World): Promise<void> {
  const { system } = world;
  await lookAround(world);
  await moveADraft(system);
  await copyAnEvent(system);
  await theLine(system);
  await anotherGroup(system);
  await needsAndSubjects(system);
  await arrangeAndAnswer(system);
  await membersComeAndGo(world);
  await lettersAround(world);
  await lettersInTrouble(world);
  await signInAndOut(system);
  await changeHands(system);
  await weeksGoBy(system);
  for (const { name } of system.cloud.stack.functions.filter(({ name }) => name.endsWith('-publish')))
    await system.cloud.functions.invoke(name, { republish: true });
  await quiet(system);
}

async function send(system: System, path: string, fields: Fields, cookie = ''): Promise<ReturnType<typeof ask>> {
  const answered = await ask(system, path, fromOurPage(system, fields, cookie));
  if (answered.status >= 400)
    throw new Error(`${path} answered ${answered.status}: ${answered.text.replace(/<[^>]*>/g, ' ').slice(0, 400)}`);
  return answered;
}

async function asOrganiser(system: System): Promise<string> {
  return `organiser=${await sessionOf(system, 'organiser')}`;
}

/** Every page without anything in its address, and those of one event, by somebody with every role. */
async function lookAround({ system, events, told, people }: World): Promise<void> {
  const cookie = await signInAs(system, everyRolePerson);
  const ids: Readonly<Record<string, string>> = {
    slug: events.open.slug,
    eventId: events.over.eventId,
    themeId: told.themeId,
    speakerId: told.speakerId,
    file: 'none',
    edition: '1',
  };
  const shown = everyRoute.filter(
    ({ method, path }) => method === 'GET' && !/\{(?!slug|eventId|themeId|speakerId|file|edition)|sign-in|sign-out|\$/.test(path),
  );
  for (const { path } of shown)
    await ask(
      system,
      path.replace(/\{(\w+)\}/g, (_all, name) => ids[name] ?? ''),
      { headers: { cookie } },
    );
  for (const path of [told.open.notes, told.open.room, told.open.eventLink]) await ask(system, path);
  const registrations = `/organise/events/${events.open.eventId}/registrations/${people.registrationId}`;
  await ask(system, registrations, { headers: { cookie } });
  await send(system, `${registrations}/resend`, {}, cookie);
  for (const code of ['0001', '0002'])
    await ask(system, `/events/${events.now.slug}/here`, fromOurPage(system, { code, email: 'nobody@example.org' }));
  await ask(system, '/my-place/participants', { headers: { cookie: people.atDoor.cookie } });
  const caller = { told: 'phone', name: 'Sample Caller', email: somebodyNew().email, wantsReport: true, asked: true };
  await program(system, 'organiser', `/organise/events/${events.open.eventId}/registrations/new`, caller);
}

const everyRolePerson = '44444444-4444-4444-8444-444444444444';

/** A draft gives its address back when it takes another. */
async function moveADraft(system: System): Promise<void> {
  const draft = await makeEvent(system, { title: 'A draft that moves', published: false });
  const cookie = await asOrganiser(system);
  const page = await ask(system, `/organise/events/${draft.eventId}/edit`, { headers: { cookie } });
  await send(system, `/organise/events/${draft.eventId}`, { ...shownFields(page.text), slug: `${draft.slug}-elsewhere` }, cookie);
}

/** A new event from one that has everything of its own that other services copy. */
async function copyAnEvent(system: System): Promise<void> {
  const { eventId } = await makeEvent(system, { title: 'An event worth doing again' });
  const base = `/organise/events/${eventId}`;
  const wish = {
    title: 'An event done again',
    date: day(system, 70),
    startsAt: '10:00',
    endsAt: '12:00',
    capacity: 20,
    copies: cloneParts,
  };
  await program(system, 'organiser', '/organise/provisions', { provisions: [{ kind: 'regular-breaks', detail: '' }] });
  await program(system, 'organiser', `${base}/copy`, wish);
  await quiet(system);
}

/** The waiting line, left and moved up in every way there is. */
async function theLine(system: System): Promise<void> {
  const small = await makeEvent(system, { title: 'A small event with a line', capacity: 1 });
  const first = await registerAndConfirm(system, small);
  const waiting = [];
  for (let place = 0; place < 5; place += 1) waiting.push(await registerAndConfirm(system, small));
  const [leaves, taken, erased, , ofCalledOff] = waiting;
  const last = await registrationOf(system, small, ofCalledOff?.email ?? '');
  if (last)
    await program(system, 'organiser', `/organise/events/${small.eventId}/registrations/${last}/move`, { to: 1, reason: 'Speaks.' });
  await send(system, '/my-place/cancel', {}, leaves?.cookie);
  await organiserCancels(system, small, taken?.email ?? '');
  await subject(system, 'registration', 'erase', (await registrationOf(system, small, erased?.email ?? '')) ?? '');
  await send(system, '/my-place/delete', {}, first.cookie);
  await program(system, 'organiser', `/organise/events/${small.eventId}/cancel`, {});
  await afterSweeps(system);
  await send(
    system,
    '/my-place/details',
    { name: 'Sample', wantsReport: 'yes', format: 'html', organisation: '', comingAs: '' },
    ofCalledOff?.cookie,
  ).catch(() => undefined);
}

async function registrationOf(system: System, { eventId }: MadeEvent, email: string): Promise<string | undefined> {
  const { registrations } = await program(system, 'organiser', `/organise/events/${eventId}/registrations`);
  const found = Array.isArray(registrations) ? registrations.find((each) => each.email === email) : undefined;
  return found && String(found.registrationId);
}

async function organiserCancels(system: System, event: MadeEvent, email: string): Promise<void> {
  const id = await until('the list to show somebody', () => registrationOf(system, event, email));
  await send(system, `/organise/events/${event.eventId}/registrations/${id}/cancel`, {}, await asOrganiser(system));
}

async function subject(system: System, service: string, kind: 'export' | 'erase', subjectId: string): Promise<void> {
  const result = await system.cloud.functions.invoke(`convener-dev-${service}-subject`, { kind, subjectId });
  if (result.kind === 'failed') throw new Error(`${service} could not ${kind}: ${result.message}`);
}

/** Needs told, read, taken back, given up with the place, exported and erased. */
/** What an event asks, its list opened for a reason, and its form of nobody in particular. */
async function openOnTheDay(system: System): Promise<void> {
  const { eventId } = await makeEvent(system, { title: 'An event that is about to begin', inDays: 0, hours: hoursAroundNow(system) });
  const base = `/organise/events/${eventId}/access`;
  await until('accessibility to know the event', () =>
    program(system, 'organiser', `${base}/asking`, { kinds: ['breaks'] }).catch(() => undefined),
  );
  await program(system, 'organiser', `${base}/on-the-day`, { reason: 'Nobody else is here, and somebody asks.' });
  await send(system, `/equality/${eventId}`, { age: '35-44' });
}

/** What is kept for another event, and what is said of nobody; and a reader whose name goes with them. */
async function rememberAndForget(system: System, cookie: string): Promise<void> {
  await send(system, '/my-place/access', { action: 'remember', months: '6', remember: 'yes', rememberVersion: '1' }, cookie);
  await send(system, '/my-place/access', { action: 'forget' }, cookie);
  await program(system, 'organiser', '/organise/organisers', { address: 'leaving@example.org', roles: ['organiser'] });
  const { organisers } = await program(system, 'organiser', '/organise/organisers');
  const leaving = Array.isArray(organisers) ? organisers.find((each) => each.address === 'leaving@example.org') : undefined;
  if (leaving) await program(system, 'organiser', `/organise/organisers/${leaving.id}`, { action: 'remove' });
}

async function needsAndSubjects(system: System): Promise<void> {
  const event = await makeEvent(system, { title: 'An event whose people tell us' });
  const tell = async () => {
    const person = await registerAndConfirm(system, event);
    const page = await until('accessibility to know the event', async () => {
      const shown = await ask(system, '/my-place/access', { headers: { cookie: person.cookie } });
      return shown.status === 200 ? shown : undefined;
    });
    const words = { kinds: ['live-captions'], ownWords: 'Plain words.', consent: 'yes' };
    await until('the answer to be taken', () =>
      send(system, '/my-place/access', { ...hiddenFields(page.text), ...words }, person.cookie).catch(() => undefined),
    );
    return person;
  };
  const people = [await tell(), await tell(), await tell(), await tell()];
  const [back, leaves, erased] = people;
  const coordinator = `organiser=${await sessionOf(system, 'access-coordinator')}`;
  await ask(system, `/organise/events/${event.eventId}/access`, { headers: { cookie: coordinator } });
  await rememberAndForget(system, back?.cookie ?? '');
  await openOnTheDay(system);
  await send(system, '/my-place/access', { action: 'withdraw' }, back?.cookie);
  const id = (await registrationOf(system, event, erased?.email ?? '')) ?? '';
  for (const kind of ['export', 'erase'] as const)
    for (const service of ['accessibility', 'mailing', 'registration']) await subject(system, service, kind, id);
  await send(system, '/my-place/cancel', {}, leaves?.cookie);
  await quiet(system);
}

async function membersComeAndGo({ system, mail, events }: World): Promise<void> {
  const joining = { interests: '', format: 'html', language: 'en' };
  const member = async () => {
    const person = somebodyNew();
    await send(system, '/join', { ...joining, ...person });
    const link = await linkTo(system, person.email, '/join/confirm/');
    return { ...person, cookie: cookiesOf(await send(system, link, {})), memberId: /(mem_[\w-]+)\./.exec(link)?.[1] ?? '' };
  };
  const [leaves, erased] = [await member(), await member()];
  await send(system, '/my-preferences', { ...joining, name: 'Sample', streams: ['reports', 'news'] }, leaves.cookie);
  await send(system, '/preferences/resend', { email: leaves.email });
  // Whoever has joined and asks again is only written to.
  await send(system, '/join', { ...joining, name: leaves.name, email: leaves.email });
  await reportToMembers(system, events.inPerson, [leaves.email, erased.email]);
  await send(system, mail.unsubscribe, {});
  await quiet(system);
  await send(system, '/my-preferences/leave', {}, leaves.cookie);
  for (const kind of ['export', 'erase'] as const) await subject(system, 'mailing', kind, erased.memberId);
  await send(system, '/join', { ...joining, ...somebodyNew() });
}

/** The words and the time of letters around an event are changed, tried and changed back. */
async function lettersAround({ system, events }: World): Promise<void> {
  const base = `/organise/events/${events.open.eventId}/letters`;
  const cookie = await asOrganiser(system);
  const words = { subject: 'Thank you all: {event}', body: 'Dear {name}, it was good to see you.' };
  await send(system, `${base}/thanks`, { ...words, do: 'preview' }, cookie);
  await send(system, `${base}/thanks`, { ...words, do: 'save' }, cookie);
  await send(system, `${base}/thanks/time`, { goes: 'yes', amount: '2', unit: 'days' }, cookie);
  const { email } = somebodyNew();
  await send(system, `${base}/thanks/test`, { email }, cookie);
  await letterAbout(system, email, /Thank you all/);
  await send(system, `${base}/thanks/standard`, {}, cookie);
}

async function reportToMembers(system: System, { eventId }: MadeEvent, addresses: readonly string[]): Promise<void> {
  const { mailingId } = await program(system, 'organiser', `/organise/events/${eventId}/mailings`, { audience: ['members'] });
  const start = () => program(system, 'organiser', `/organise/mailings/${mailingId}`, { command: 'start' }).catch(() => undefined);
  await until('the letters to be prepared', start);
  for (const address of addresses) await linkTo(system, address, '/unsubscribe/');
}

/** A letter whose answer got lost, sent again; an address that bounced, written to again; mailings paused and gone on. */
async function lettersInTrouble({ system, mail }: World): Promise<void> {
  await send(system, '/organise/mail/suppression', { email: 'bounce@example.org' }, await asOrganiser(system));
  system.cloud.identityAndMail.mishaps.next('reset');
  await program(system, 'organiser', `/organise/mailings/${mail.ready}/test`, { email: somebodyNew().email });
  await quiet(system);
  system.cloud.clock.advance(2 * aDay);
  await afterSweeps(system);
  const cookie = await asOrganiser(system);
  const { doubt, failed } = await program(system, 'organiser', '/organise/mail');
  const listed = [doubt, failed].flatMap((some) => (Array.isArray(some) ? some : []));
  if (listed.length === 0) throw new Error('No letter is in trouble.');
  for (const { id } of listed) await send(system, `/organise/mail/letters/${id}/send-again`, {}, cookie);
  const event = await makeEvent(system, { title: 'An event with a letter that pauses' });
  const { email } = await registerAndConfirm(system, event);
  const note = { to: 'both', subject: 'A letter that paused', body: 'Hello.' };
  const prepared = () => program(system, 'organiser', `/organise/events/${event.eventId}/mailings/note`, note).catch(() => undefined);
  const { mailingId } = await until('mailing to know the event', prepared);
  await quiet(system);
  for (const command of ['start', 'pause', 'resume']) await send(system, `/organise/mailings/${mailingId}`, { command }, cookie);
  await letterAbout(system, email, /A letter that paused/);
  // Nobody can sign in with what the provider signs at another time.
  system.cloud.clock.set(new Date());
}

async function signInAndOut(system: System): Promise<void> {
  const cookie = await signInAs(system, everyRolePerson);
  await send(system, '/organise/token', {}, cookie);
  await ask(system, '/sign-in?return=%2Forganise', { headers: { cookie } });
  await send(system, '/organise/sign-out', {}, cookie);
}

/** Whoever never confirmed is forgotten, who waits moves up, and needs go after their event. */
async function weeksGoBy(system: System): Promise<void> {
  const event = await makeEvent(system, { title: 'An event for which time goes by', capacity: 1 });
  // Other tests ask for many places from this one address; some minutes later an unconfirmed one holds a place again.
  system.cloud.clock.advance(15 * 60 * 1000);
  await register(system, event);
  const { email } = await registerAndConfirm(system, event);
  await quiet(system);
  await sayHowItWas(system, email);
  for (const days of [3, 28 + 31, 120]) {
    system.cloud.clock.set(new Date(`${day(system, 0)}T12:00:00Z`));
    system.cloud.clock.advance(days * aDay);
    await afterSweeps(system);
  }
  system.cloud.clock.set(new Date());
}

/** Two days after the event, by the link in their letter. */
async function sayHowItWas(system: System, email: string): Promise<void> {
  const link = await linkTo(system, email, '/registrations/manage/');
  system.cloud.clock.advance(30 * aDay);
  const opened = await send(system, link, {});
  await send(system, '/my-place/access', { action: 'say-how-it-was', felt: 'yes' }, cookiesOf(opened));
}

const aDay = 24 * 60 * 60 * 1000;
