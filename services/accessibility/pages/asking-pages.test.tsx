import { parseForm } from '@convener/forms';
import type { NetworkSettings } from '@convener/http';
import { htmlProblems } from '@convener/ui/testing';
import { expect, test } from 'vitest';
import { usualAsking } from '../domain/asking.ts';
import { equalityQuestionNames, equalityQuestions } from '../domain/equality.ts';
import type { EventOutline } from '../domain/event.ts';
import { currentConsent, type Need, needKinds, usualReply } from '../domain/need.ts';
import { remembering } from '../domain/remembered.ts';
import type { Outcome, Summary, SummaryView } from '../domain/summary.ts';
import { lookedAt } from '../testing/looked-at.ts';
import { keptOf } from './access-form.ts';
import { accessPage } from './access-page.tsx';
import { askingForm, askingPage } from './asking-page.tsx';
import { equalityForm, equalityPage, equalitySaidPage } from './equality-page.tsx';
import { feedbackForm } from './feedback.tsx';
import { doorPage, onTheDayForm, openedPage } from './on-the-day-page.tsx';
import { readsPage } from './reads-page.tsx';
import { forgottenPage, rememberForm } from './remember.tsx';
import { closedPage } from './small-pages.tsx';
import { summaryPage } from './summary-page.tsx';

const network: NetworkSettings = { name: 'Made-up Network', timeZone: 'Europe/London', contact: '' };
const now = new Date('2124-11-01T09:00:00.000Z');
const event: EventOutline = {
  eventId: 'evt_one',
  slug: 'one',
  title: 'A made-up event',
  startsAt: '2124-11-20T10:00:00.000Z',
  endsAt: '2124-11-20T12:30:00.000Z',
  timeZone: 'Europe/London',
  mode: 'hybrid',
  provisions: [
    { kind: 'bsl-interpretation', detail: '', people: 2, knownBy: '2124-11-10' },
    { kind: 'other', detail: 'Tea all day' },
  ],
  calledOffAt: undefined,
  version: 2,
};
const need: Need = {
  eventId: 'evt_one',
  registrationId: 'reg_one',
  ...usualReply,
  answer: { kinds: ['live-captions'], ownWords: 'One line.', talkFirst: undefined },
  consent: { ...currentConsent, at: now.toISOString() },
  changedAt: now.toISOString(),
  version: 1,
};
const long = 'Averyverylongwordwithoutanyspace'.repeat(12);
const asking = { ...usualAsking('hybrid'), introduction: `The rooms are small.\n\n${long}`, contact: 'Sample, 01632 960002', version: 1 };
const remembered = remembering(need, '12', now);
const roles = ['organiser', 'access-coordinator'] as const;
const read = { eventId: 'evt_one', organiserId: 'org_one', at: now.toISOString(), event };
const reads = [read, { ...read, organiserId: 'org_two', name: 'Sample', what: 'on-the-day', reason: long } as const];
const summary: Summary = { kind: 'bands', at: now.toISOString(), bands: needKinds.map((kind) => ({ kind, band: '0-9' })) };
const outcome: Outcome = {
  at: now.toISOString(),
  feedback: [
    { key: 'yes', band: '10-19' },
    { key: 'no', band: '0-9' },
  ],
  equality: equalityQuestionNames.map((question) => ({
    question,
    shown: equalityQuestions[question].map((key) => ({ key, band: undefined })),
  })),
};
const view: SummaryView = { event, summary, outcome, words: [long] };
const invalid = <T extends { kind: string }>(result: T) => (result.kind === 'invalid' ? (result as Extract<T, { kind: 'invalid' }>) : {});
const closed = { network, event, because: 'over', need } as const;

test('to look at one’s words again is asked of those alone whose words may pry', () => {
  const again = (introduction: string) =>
    askingPage({ network, event, asking, roles, state: invalid(parseForm(askingForm, { introduction })) });
  expect(askingPage({ network, event, asking, roles })).not.toContain('name="keepWords"');
  expect(again('Your diagnosis?')).not.toContain('name="keepWords"');
  const prying = parseForm(askingForm, { introduction: 'Your diagnosis?', kinds: ['breaks'] });
  expect(askingPage({ network, event, asking, roles, state: invalid(prying) })).toContain('name="keepWords"');
});

const states: readonly (readonly [string, string])[] = [
  ['with an introduction and a contact', accessPage({ network, event, need: undefined, now, asking, state: {} })],
  [
    'to be remembered',
    accessPage({ network, event, need, now, state: { kept: keptOf(need) }, memory: { remembered: undefined, filledIn: false } }),
  ],
  ['remembered', accessPage({ network, event, need, now, state: { kept: keptOf(need) }, memory: { remembered, filledIn: false } })],
  [
    'filled in from what is remembered',
    accessPage({ network, event, need: undefined, now, state: { kept: keptOf(remembered) }, memory: { remembered, filledIn: true } }),
  ],
  [
    'to be remembered, with errors',
    accessPage({
      network,
      event,
      need,
      now,
      state: { kept: keptOf(need) },
      memory: { remembered: undefined, filledIn: false, state: invalid(parseForm(rememberForm, {})) },
    }),
  ],
  ['forgotten', forgottenPage({ network })],
  ['afterwards', closedPage({ ...closed, after: { event, need, now: new Date('2124-11-21T09:00:00.000Z'), memory: { remembered } } })],
  [
    'afterwards, with errors',
    closedPage({
      ...closed,
      after: { event, need: undefined, now: new Date('2124-11-21T09:00:00.000Z'), saying: invalid(parseForm(feedbackForm, {})) },
    }),
  ],
  ['what we ask', askingPage({ network, event, asking, roles, saved: true })],
  [
    'what we ask, with errors',
    askingPage({ network, event, asking, roles, state: invalid(parseForm(askingForm, { introduction: 'Your diagnosis?' })) }),
  ],
  ['looks at everything', readsPage({ network, view: { reads, cursor: 'next', only: undefined }, reader: 'org_one', roles })],
  ['looks at one event', readsPage({ network, view: { reads: [], cursor: undefined, only: event }, reader: 'org_one', roles })],
  ['the door, open', doorPage({ network, event, roles, door: { kind: 'open', until: now } })],
  [
    'the door, with errors',
    doorPage({ network, event, roles, door: { kind: 'open', until: now }, state: invalid(parseForm(onTheDayForm, { reason: 'short' })) }),
  ],
  ['the door, shut', doorPage({ network, event, roles, door: { kind: 'not-yet', from: now, until: now } })],
  [
    'opened on the day',
    openedPage({ network, now, opened: { kind: 'opened', event, names: 'unavailable', needs: [{ ...need, name: undefined }] } }),
  ],
  ['figures', summaryPage({ network, view, roles, now })],
  ['figures, not yet', summaryPage({ network, view: { event, summary: undefined, outcome: undefined, words: undefined }, roles, now })],
  [
    'figures, too few',
    summaryPage({ network, view: { ...view, summary: { kind: 'too-few', at: now.toISOString() }, words: [] }, roles, now }),
  ],
  ['who comes', equalityPage({ network, event })],
  ['who comes, with errors', equalityPage({ network, event, state: invalid(parseForm(equalityForm, {})) })],
  ['who comes, sent', equalitySaidPage({ network, event }, { title: 'Thank you', text: 'Counted.' })],
];

test.each(states)('valid HTML: %s', async (_name, html) => expect(await htmlProblems(html)).toEqual([]));

test('what is shown once says when it will be known', () => {
  expect(states[0]?.[1]).toContain('We are arranging this and will know by 10 November 2124.');
});

lookedAt(states);
