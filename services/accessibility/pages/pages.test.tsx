import { parseForm } from '@convener/forms';
import type { NetworkSettings } from '@convener/http';
import { htmlProblems } from '@convener/ui/testing';
import { expect, test } from 'vitest';
import type { AccessList } from '../domain/access-list.ts';
import type { EventOutline } from '../domain/event.ts';
import { currentConsent, type Need, usualReply } from '../domain/need.ts';
import { lookedAt } from '../testing/looked-at.ts';
import { notNowWords } from '../words.not-now.en.ts';
import { accessForm, keptOf } from './access-form.ts';
import { accessPage } from './access-page.tsx';
import { listPage } from './list-page.tsx';
import { enteredIn, howItWasAgainPage, sendAgainPage } from './not-taken-page.tsx';
import { askWithdrawPage, closedPage, signedOutPage, withdrawnPage } from './small-pages.tsx';

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
    { kind: 'live-captions', detail: 'By a captioner' },
    { kind: 'other', detail: 'Tea all day' },
  ],
  calledOffAt: undefined,
  version: 2,
};
const need: Need = {
  eventId: 'evt_one',
  registrationId: 'reg_one',
  ...usualReply,
  answer: { kinds: ['live-captions', 'food'], ownWords: 'One line.\n\nAnother.', talkFirst: { how: 'phone', when: '01632 960001' } },
  consent: { ...currentConsent, at: now.toISOString() },
  changedAt: now.toISOString(),
  version: 1,
};
const long = 'Averyverylongwordwithoutanyspace'.repeat(12);
const board = { arranging: { adjustments: [], people: [], budgetPence: undefined, withdrawn: 0, nameOf: () => '' }, now };
const later = new Date(now.getTime() + 3_600_000);
const refused = parseForm(accessForm, { talkFirst: 'yes', talkHow: 'phone', ownWords: long });
const reads = [
  { eventId: 'evt_one', organiserId: 'org_reader', at: now.toISOString() },
  { eventId: 'evt_one', organiserId: 'org_other', at: now.toISOString() },
];
const list = (changes: Partial<AccessList> = {}): AccessList => ({ event, needs: [], names: 'known', reads, ...changes });
const two = [
  { ...need, name: 'Sample Ada' },
  { ...need, registrationId: 'reg_two', name: 'Sample Ada', answer: { kinds: ['breaks'], ownWords: long, talkFirst: undefined } },
] as const;

const states: readonly (readonly [string, string])[] = [
  ['nothing said yet', accessPage({ network, event, need: undefined, now, state: {} })],
  ['nothing provided', accessPage({ network, event: { ...event, provisions: [], mode: 'online' }, need: undefined, now, state: {} })],
  ['just saved', accessPage({ network, event, need, now, state: { kept: keptOf(need) } })],
  ['saved before', accessPage({ network, event, need, now: later, state: { kept: keptOf(need) } })],
  ['with errors', accessPage({ network, event, need: undefined, now, state: refused.kind === 'invalid' ? refused : {} })],
  ['asked whether to delete', askWithdrawPage({ network })],
  ['deleted', withdrawnPage({ network })],
  ['over, nothing kept', closedPage({ network, event, because: 'over', need: undefined })],
  ['over, something kept', closedPage({ network, event, because: 'over', need })],
  ['called off', closedPage({ network, event, because: 'called-off', need: undefined, written: 'What I had written' })],
  ['place given up', closedPage({ network, event, because: 'gone', need: undefined })],
  ['not signed in', signedOutPage({ network }, 'What I had written')],
  ['to be sent again', sendAgainPage({ network }, enteredIn({ action: 'save', kinds: ['breaks'], ownWords: long, consent: 'yes' }))],
  ['taking it back, to be sent again', sendAgainPage({ network }, enteredIn({ action: 'withdraw' }))],
  ['how it was, to be sent again', howItWasAgainPage({ network }, notNowWords, { kept: { felt: 'no', feltWords: long } })],
  ['list, empty', listPage({ network, ...board, list: list(), reader: 'org_reader' })],
  ['list, filled', listPage({ network, ...board, list: list({ needs: two }), reader: 'org_reader' })],
  [
    'list, without names',
    listPage({ network, ...board, list: list({ needs: [{ ...need, name: undefined }], names: 'unavailable' }), reader: 'org_reader' }),
  ],
];

test.each(states)('valid HTML: %s', async (_name, html) => expect(await htmlProblems(html)).toEqual([]));

test('titles tell nothing: they are the same whatever somebody said', () => {
  const titles = states.slice(0, -3).map(([, html]) => /<title>(?:Error: )?(.*?)<\/title>/.exec(html)?.[1]);
  expect(new Set(titles)).toEqual(new Set(['What would help you take part? – Made-up Network']));
});

test('whoever has answered sees what they sent before everything else; whoever has not is asked', () => {
  const page = (mine: Need | undefined) => accessPage({ network, event, need: mine, now, state: { kept: keptOf(mine) } });
  const sent = page(need);
  const order = ['Thank you. The access coordinator can read it now.', 'What you told us</h2>', 'One line.', 'already provides', '<form'];
  const at = order.map((words) => sent.indexOf(words));
  expect(at.every((position) => position > 0)).toBe(true);
  expect(at).toEqual(at.toSorted((one, other) => one - other));
  expect(page(undefined)).not.toContain('What you told us');
  expect(page(undefined)).toContain('You need not say why');
});

lookedAt(states);
