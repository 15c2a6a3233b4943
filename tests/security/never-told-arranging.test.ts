import { DeleteItemCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { ask, type Fields, fromOurPage, program, sessionOf } from '../system/asking.ts';
import { hoursAroundNow, type MadeEvent, makeEvent } from '../system/events.ts';
import { linkTo } from '../system/mailbox.ts';
import { cookiesOf, hiddenFields, registerAndConfirm, type SomebodyRegistered } from '../system/people.ts';
import { afterSweeps, nextSweeps, until } from '../system/quiet.ts';
import { runningSystem, type System } from '../system/running-system.ts';
import { type MarkerSearch, markerSearch } from './marker-search.ts';
import { everythingStored } from './stored.ts';

/**
 * What follows from a need is as telling as the need: what is arranged, for how much, what people are told and say to it, what they have
 * remembered, what they say afterwards. Each is planted with a marker of its own, an event is lived through to its end, and all that anybody
 * without the role could reach is searched.
 */
const markers = {
  need: 'Marker-of-a-need-4720',
  phone: 'Marker-of-a-number-to-ring-4721',
  adjustment: 'Marker-of-an-adjustment-4722',
  supplier: 'Marker-of-a-suppliers-phone-4723',
  // Longer than any number of milliseconds that something here takes.
  estimate: '472431.17',
  'estimate as it is kept': '"estimatedPence":47243117',
  budget: '"pence":472599',
  provided: 'Marker-of-what-is-provided-4726',
  reason: 'Marker-of-why-we-cannot-4727',
  alternative: 'Marker-of-an-alternative-4728',
  contact: 'Marker-of-whom-to-ask-4729',
  reply: 'Marker-of-a-reply-4730',
  afterwards: 'Marker-of-how-it-was-4731',
} as const;
/** What may be told to somebody, so that the search is seen to find it there and nowhere else. */
const brief = 'Marker-of-a-brief-4732';
const chosenMail = 'Marker-of-an-answer-by-mail-4733';
const breakGlass = 'Marker-of-what-happens-on-the-day-4734';

const as = 'access-coordinator' as const;
const day = 24 * 60 * 60 * 1000;
let system: System;
let event: MadeEvent;
let search: MarkerSearch;
let ada: SomebodyRegistered;
let bo: SomebodyRegistered;
/** What the table of needs held while the event was near. */
let needs = '';

beforeAll(async () => {
  system = await runningSystem();
  event = await makeEvent(system, {
    title: 'An event at which much is arranged',
    inDays: 1,
    closesInDays: 1,
    hours: hoursAroundNow(system),
  });
  search = markerSearch(system, event);
  [ada, bo] = [await registerAndConfirm(system, event), await registerAndConfirm(system, event)];
  await tell(ada.cookie, { ownWords: markers.need, answerFormat: 'phone', answerPhone: markers.phone });
  await mine(ada.cookie, { action: 'remember', months: '6', remember: 'yes', rememberVersion: '1' });
  await tell(bo.cookie, { answerByMail: 'yes' });
  await arrange();
  await mine(ada.cookie, { action: 'reply', works: 'no', replyWords: markers.reply, answerVersion: '1' });
  needs = await theNeeds();
  await onTheDay();
  await afterTheEvent();
  for (const role of ['organiser', 'editor'] as const) await search.readEverything(role);
}, 240_000);

const base = () => `/organise/events/${event.eventId}/access`;
const theNeeds = async () => [...(await everythingStored(system))].find(([table]) => table.endsWith('-needs'))?.[1].join('\n') ?? '';

async function tell(cookie: string, wishes: Fields): Promise<void> {
  const form = await until('accessibility to know the event', async () => {
    const page = await search.visit('/my-place/access', cookie);
    return page.status === 200 ? page : undefined;
  });
  await mine(cookie, { ...hiddenFields(form.text), kinds: ['live-captions'], consent: 'yes', ...wishes });
}

async function mine(cookie: string, fields: Fields): Promise<void> {
  const done = await ask(system, '/my-place/access', fromOurPage(system, fields, cookie));
  search.addresses.push(done.headers.get('location') ?? '');
  if (done.status >= 400) throw new Error(`${String(fields.action)} answered ${done.status}.`);
}

/** A supplier, something arranged for both and too late, a budget, a brief that is sent, "we cannot" for one, an answer in the mail for the other. */
async function arrange(): Promise<void> {
  const send = (path: string, body: object) => program(system, as, path, body);
  const supplier = { name: 'Sample Captioners', email: 'captioners-4723@example.org', phone: markers.supplier, kinds: ['live-captions'] };
  const { supplierId } = await send('/organise/access/suppliers', supplier);
  const { arranged } = await program(system, as, base());
  const people = Array.isArray(arranged) ? arranged.map(({ personId }) => String(personId)) : [];
  await send(`${base()}/adjustments/new`, {
    kind: 'live-captions',
    what: markers.adjustment,
    ownerName: 'Sample Owner',
    ownerEmail: 'owner-4722@example.org',
    supplierId: String(supplierId),
    estimated: markers.estimate,
    people,
  });
  await send(`${base()}/budget`, { budget: '4725.99' });
  await send(`${base()}/brief`, { action: 'save', terms: brief });
  await send(`${base()}/brief`, { action: 'send', supplierId: String(supplierId) });
  for (const personId of people) {
    const { said } = await program(system, as, `${base()}/people/${personId}`);
    const isAda = JSON.stringify(said).includes(markers.need);
    const { provided, reason, alternative, contact } = markers;
    const cannot = { which: 'cannot', provided, reason, alternative, contact };
    const provide = { which: 'provided', provided: chosenMail, contact: 'Sample Coordinator' };
    await send(`${base()}/people/${personId}`, { action: 'tell', ...(isAda ? cannot : provide) });
  }
  for (const path of ['', '/costs.csv', '/brief', '/budget', '/adjustments/new'])
    await ask(system, base() + path, { headers: { cookie: `organiser=${await sessionOf(system, as)}` } });
  await nextSweeps(system);
}

/** An organiser opens the list, and says why. */
async function onTheDay(): Promise<void> {
  system.cloud.clock.advance(day);
  const fields = { reason: `${breakGlass}: nobody else is here.` };
  const cookie = `organiser=${await sessionOf(system, 'organiser')}`;
  const opened = await ask(system, `${base()}/on-the-day`, fromOurPage(system, fields, cookie));
  expect([opened.status, opened.text.includes(markers.need)]).toEqual([200, true]);
}

async function afterTheEvent(): Promise<void> {
  system.cloud.clock.advance(day);
  await afterSweeps(system);
  const link = await linkTo(system, ada.email, '/registrations/manage/');
  const place = cookiesOf(await ask(system, link, fromOurPage(system, {})));
  await mine(place, { action: 'say-how-it-was', felt: 'no', feltWords: markers.afterwards });
  const sent = await ask(system, `/equality/${event.eventId}`, fromOurPage(system, { disabled: 'yes' }));
  if (sent.status >= 400) throw new Error(`Who comes answered ${sent.status}.`);
  await afterSweeps(system);
}

/** Ids of the letters that went to this address. */
async function mailsTo(address: string): Promise<readonly string[]> {
  const answer = await fetch(`${system.baseUrl}/_local/mailbox.json?limit=100000&to=${encodeURIComponent(address)}`);
  const letters: unknown = await answer.json();
  return Array.isArray(letters) ? letters.map(({ id }: { readonly id: unknown }) => String(id)) : [];
}

/** Where it is found, but in the letters to this address, as they are on disk and as they are read. */
async function elsewhereThanIn(address: string, marker: string) {
  const theirs = await mailsTo(address);
  const found = await search.lookFor(marker);
  const inTheirs = (where: string) =>
    where.startsWith('the file identity-and-mail/mail') || theirs.includes(where.replace('the mail ', ''));
  return { theirs: found.filter(({ where }) => inTheirs(where)), elsewhere: found.filter(({ where }) => !inTheirs(where)) };
}

describe('what is arranged, answered, remembered and said afterwards', () => {
  it.each(Object.entries(markers).filter(([what]) => !['estimate', 'afterwards'].includes(what)))(
    '%s was kept, in the table of needs',
    (_what, marker) => {
      expect(needs).toContain(marker);
    },
  );

  it('what was said afterwards lies in the table of needs, as nobody’s, and who comes as well', async () => {
    const lines = (await theNeeds()).split('\n');
    const [words = ''] = lines.filter((line) => line.includes(markers.afterwards));
    expect(words).toContain('WORDS#');
    expect(words).not.toMatch(/reg_|per_|Sample Person/);
    expect(lines.some((line) => line.includes('"sk":"GROUP#'))).toBe(true);
  });

  it('is nowhere else: no other table, event, queue, log, mail, file or address, and on no page of organisers or editors', async () => {
    expect(await search.lookFor(...Object.values(markers), 'WORDS#', 'FELT#', 'GROUP#', 'ADJ#', 'ARR#')).toEqual([]);
  });

  it('a brief is in the mail to those whom it was sent to, and nowhere else', async () => {
    const { theirs, elsewhere } = await elsewhereThanIn('captioners-4723@example.org', brief);
    expect([elsewhere, theirs.length > 0]).toEqual([[], true]);
  });

  it('an answer is in the mail to the one who chose that, and nowhere else', async () => {
    const { theirs, elsewhere } = await elsewhereThanIn(bo.email, chosenMail);
    expect([elsewhere, theirs.length > 0]).toEqual([[], true]);
  });

  it('why an organiser opened the list is noted for those who answer for it, and goes no further', async () => {
    const where = (await search.lookFor(breakGlass)).map((found) => found.where);
    const allowed = (place: string) =>
      place === 'the table convener-dev-accessibility' || place.startsWith('organiser at /organise/access/reads');
    expect(where.filter((place) => !allowed(place))).toEqual([]);
    expect(where.some((place) => place.startsWith('organiser at'))).toBe(true);
    expect(where).toContain('the table convener-dev-accessibility');
  });
});

describe('the search is able to fail: it finds a marker that is planted', () => {
  const planted = 'Marker-of-a-leak-4735';

  it('in a table of another service', async () => {
    const credentials = { accessKeyId: 'administrator', secretAccessKey: 'local' };
    const client = new DynamoDBClient({ endpoint: system.cloud.gatewayUrl, region: 'eu-west-2', credentials });
    const where = { TableName: 'convener-dev-mailing', Key: { pk: { S: 'LEAK#1' }, sk: { S: 'LEAK' } } };
    await client.send(new PutItemCommand({ TableName: where.TableName, Item: { ...where.Key, says: { S: planted } } }));
    const found = await search.lookFor(planted);
    await client.send(new DeleteItemCommand(where));
    client.destroy();
    expect(found).toContainEqual({ where: 'the table convener-dev-mailing', marker: planted });
  });

  it('in an address', async () => {
    const own = markerSearch(system, event);
    await own.visit(`/my-place/access?kinds=${planted}`, ada.cookie);
    expect(await own.lookFor(planted)).toEqual([{ where: 'addresses', marker: planted }]);
  });

  it('on a page of organisers: the coordinator’s own pages, read in the same way, tell', async () => {
    const careless = markerSearch(system, event);
    await careless.readEverything(as);
    const found = await careless.lookFor(markers.adjustment, markers.reply);
    expect(found.map(({ where }) => where).every((where) => where.startsWith(`${as} at`))).toBe(true);
    expect(new Set(found.map(({ marker }) => marker)).size).toBe(2);
  });
});
