import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import {
  type CalendarEvent,
  type CalendarFile,
  type CalendarPlace,
  type CalendarStanding,
  calendarFile,
  calendarPart,
} from './calendar.ts';
import { composeLetter } from './compose.ts';

const event = {
  eventId: 'evt_1',
  slug: 'a-gathering',
  title: 'A gathering',
  startsAt: '2026-05-20T09:00:00.000Z',
  endsAt: '2026-05-20T11:30:00.000Z',
  place: 'Village hall, Example Street; upstairs',
  mode: 'hybrid',
  factsVersion: 3,
} as const;
const place = (standing: CalendarStanding, version = 2): { readonly place: CalendarPlace } => ({ place: { standing, version } });
const wanted = { event, ...place('has-place'), baseUrl: 'https://example.org', now: new Date('2026-05-01T08:00:00Z') };
const organiser = { name: 'Example Network', address: 'events@example.org' };
const people = { organiser, attendee: 'ada@example.org' };

const fileFor = () => calendarFile({ ...wanted, organiser }).content;

/** RFC 5545, 3.1, read by the letter: lines end by CRLF, and one that begins with a space goes on with the one before. */
function linesOf(file: string): readonly { readonly name: string; readonly value: string }[] {
  expect(file.split('\r\n').every((line) => !/[\r\n]/.test(line) && Buffer.byteLength(line) <= 75)).toBe(true);
  const unfolded = file
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter((line) => line !== '');
  return unfolded.map((line) => {
    const [, name = '', value = ''] = /^([A-Z-]+(?:;[^:"]*(?:"[^"]*"[^:"]*)*)?):(.*)$/su.exec(line) ?? [];
    return { name, value };
  });
}

const propertyOf = (file: string, name: string) => linesOf(file).find((line) => line.name.split(';')[0] === name)?.value;
const unescaped = (value = '') => value.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));

describe('an entry for calendars', () => {
  test('the file and the letter are one entry: same id, number that rises with the facts and with the place', () => {
    const file = fileFor();
    const part = calendarPart({ ...wanted, ...people });
    const off = calendarPart({ ...wanted, ...people, ...place('off', 3) });
    const moved = calendarPart({ ...wanted, ...people, ...place('off', 3), event: { ...event, factsVersion: 4 } });
    expect([file, part.content, off.content].map((each) => propertyOf(each, 'UID'))).toEqual(Array(3).fill('evt_1@example.org'));
    expect([part, off, moved].map(({ content }) => Number(propertyOf(content, 'SEQUENCE')))).toEqual([10, 13, 15]);
    expect(propertyOf(file, 'SEQUENCE')).toBe('10');
  });

  test('a letter asks or cancels, with organiser and the one attendee, who is asked for nothing', () => {
    const { method, content } = calendarPart({ ...wanted, ...people });
    expect([method, propertyOf(content, 'METHOD'), propertyOf(content, 'STATUS')]).toEqual(['REQUEST', 'REQUEST', 'CONFIRMED']);
    expect(propertyOf(content, 'ORGANIZER')).toBe('mailto:events@example.org');
    const attendees = linesOf(content).filter(({ name }) => name.startsWith('ATTENDEE'));
    expect(attendees).toEqual([{ name: 'ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE', value: 'mailto:ada@example.org' }]);
    const off = calendarPart({ ...wanted, ...people, ...place('off') });
    expect([off.method, propertyOf(off.content, 'METHOD'), propertyOf(off.content, 'STATUS')]).toEqual(['CANCEL', 'CANCEL', 'CANCELLED']);
  });

  test('a file to download names the organiser, as PUBLISH must, and nobody else; without an address for them it has no method', () => {
    const said = ({ contentType, content }: CalendarFile) => [
      contentType,
      ...['METHOD', 'ORGANIZER', 'ATTENDEE'].map((name) => propertyOf(content, name)),
    ];
    const type = 'text/calendar; charset=utf-8';
    const published = [`${type}; method=PUBLISH`, 'PUBLISH', 'mailto:events@example.org', undefined];
    expect(said(calendarFile({ ...wanted, organiser }))).toEqual(published);
    const nameless = calendarFile({ ...wanted, organiser: { ...organiser, address: '' } });
    expect(said(nameless)).toEqual([type, undefined, undefined, undefined]);
  });

  test('it says where to find how to join, only to who will be told, and what stays true: it cannot be called back', () => {
    const says = (standing: CalendarStanding, mode: CalendarEvent['mode']) =>
      unescaped(propertyOf(calendarFile({ ...wanted, organiser, ...place(standing), event: { ...event, mode } }).content, 'DESCRIPTION'));
    const about = 'About the event: https://example.org/events/a-gathering';
    const joining = 'ow to join is on your own page from the day before, once it is known. Our letters to you lead to that page.';
    expect(says('has-place', 'online')).toBe(`${about}\n\nH${joining}`);
    expect(says('has-place', 'hybrid')).toBe(`${about}\n\nIf you take part online, h${joining}`);
    expect([says('has-place', 'in-person'), says('off', 'online')]).toEqual([about, about]);
    expect(says('waiting', 'online')).toBe(`You are on the waiting list; this entry is not a place yet.\n\n${about}`);
  });

  test('an address that holds signs of the web is one all the same (RFC 6068)', () => {
    const { content } = calendarPart({ ...wanted, ...people, attendee: 'a?b%c/d@bücher.example' });
    const attendee = linesOf(content).find(({ name }) => name.startsWith('ATTENDEE'));
    expect(attendee?.value).toBe('mailto:a%3Fb%25c%2Fd@b%C3%BCcher.example');
  });

  test('times are instants, and what a client must find is there', () => {
    const file = fileFor();
    expect(['DTSTART', 'DTEND', 'DTSTAMP', 'VERSION'].map((name) => propertyOf(file, name))).toEqual([
      '20260520T090000Z',
      '20260520T113000Z',
      '20260501T080000Z',
      '2.0',
    ]);
    expect(unescaped(propertyOf(file, 'LOCATION'))).toBe(event.place);
    expect(
      linesOf(file)
        .filter(({ name }) => name === 'BEGIN')
        .map(({ value }) => value),
    ).toEqual(['VCALENDAR', 'VEVENT']);
  });

  test('whatever a title or a place holds: no further line, and the text comes back whole', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom('x\r\nATTENDEE:mailto:thief@example.net', 'x\nEND:VEVENT\nBEGIN:VEVENT', '\\n;,:"', 'ü'.repeat(200), '🙂'.repeat(60)),
    );
    const names = linesOf(calendarPart({ ...wanted, ...people }).content).map(({ name }) => name.split(';')[0]);
    fc.assert(
      fc.property(hostile, hostile, (title, place) => {
        const { content } = calendarPart({ ...wanted, ...people, event: { ...event, title, place: `.${place}` } });
        expect(linesOf(content).map(({ name }) => name.split(';')[0])).toEqual(names);
      }),
      { numRuns: 2000, seed: 8 },
    );
    const written = 'Bread, roses; "more" \\ 🙂';
    expect(unescaped(propertyOf(calendarFile({ ...wanted, organiser, event: { ...event, title: written } }).content, 'SUMMARY'))).toBe(
      written,
    );
  });

  test('the test is able to fail: a file written by hand lets a line in', () => {
    const byHand = (title: string) => `BEGIN:VEVENT\r\nSUMMARY:${title}\r\nEND:VEVENT\r\n`;
    expect(linesOf(byHand('x\r\nATTENDEE:mailto:thief@example.net')).map(({ name }) => name)).toContain('ATTENDEE');
  });

  test('in a letter it is an alternative part with its method, and a file beside it', async () => {
    const calendar = calendarPart({ ...wanted, ...people, ...place('off') });
    const composed = await composeLetter({
      from: people.organiser,
      to: { name: 'Ada', address: 'ada@example.org' },
      subject: 'Your place',
      html: '<p>Hello</p>',
      text: 'Hello',
      calendar,
    });
    if (composed.kind !== 'composed') throw new Error(composed.part);
    const mail = await PostalMime.parse(composed.mime);
    const parts = mail.attachments.map(({ mimeType, method, filename }) => ({ mimeType, method, filename }));
    expect(parts).toContainEqual(expect.objectContaining({ mimeType: 'text/calendar', method: 'CANCEL' }));
    expect(parts).toContainEqual(expect.objectContaining({ mimeType: 'application/ics', filename: 'event.ics' }));
    expect(Buffer.from(composed.mime).toString()).toContain('multipart/alternative');
  });
});

/** What may happen to an entry: the event changes, or somebody's place does, as by giving it up and coming back. */
type Happens = 'event changes' | 'place changes' | 'goes' | 'comes back';

interface Known {
  readonly factsVersion: number;
  readonly version: number;
  readonly standing: CalendarStanding;
}

function after({ factsVersion, version, standing }: Known, happens: Happens): Known {
  switch (happens) {
    case 'event changes':
      return { factsVersion: factsVersion + 1, version, standing };
    case 'place changes':
      return { factsVersion, version: version + 1, standing };
    case 'goes':
      return { factsVersion, version: version + 1, standing: 'off' };
    case 'comes back':
      return { factsVersion, version: version + 1, standing: 'has-place' };
  }
}

/** The numbers that a calendar sees, one after the other. */
function numbersOf(story: readonly Happens[], sequence: (known: Known) => number): readonly number[] {
  let known: Known = { factsVersion: 1, version: 1, standing: 'has-place' };
  const numbers = [sequence(known)];
  for (const happens of story) {
    known = after(known, happens);
    numbers.push(sequence(known));
  }
  return numbers;
}

const rises = (numbers: readonly number[]) => numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? number));

describe('the number of an entry', () => {
  const stories = fc.array(fc.constantFrom<Happens>('event changes', 'place changes', 'goes', 'comes back'), { maxLength: 30 });
  const ours = ({ factsVersion, version, standing }: Known) =>
    Number(
      propertyOf(
        calendarFile({ ...wanted, organiser, event: { ...event, factsVersion }, ...place(standing, version) }).content,
        'SEQUENCE',
      ),
    );

  test('rises with whatever happens, also when somebody gives up their place and comes back while the event stays as it is', () => {
    fc.assert(
      fc.property(stories, (story) => rises(numbersOf(story, ours))),
      { numRuns: 500, seed: 24 },
    );
    expect(rises(numbersOf(['goes', 'comes back'], ours))).toBe(true);
  });

  test('an offer that lapsed is off before that is stored, and is a later word all the same', () => {
    expect(ours({ factsVersion: 1, version: 4, standing: 'off' })).toBeGreaterThan(
      ours({ factsVersion: 1, version: 4, standing: 'waiting' }),
    );
  });

  test('the test is able to fail: counted by the event alone, coming back is an earlier word than going', () => {
    const byEventAlone = ({ factsVersion, standing }: Known) => 2 * factsVersion + (standing === 'off' ? 1 : 0);
    expect(rises(numbersOf(['goes', 'comes back'], byEventAlone))).toBe(false);
  });
});
