import { Bars, ButtonGroup, ButtonLink, Notice, ProgressBar, StatusCounts, Table, Tag } from '@convener/ui';
import { plainDate } from '@convener/writing/dates';
import { bandOf, costsOf } from '../domain/access-costs.ts';
import { type Adjustment, bookBy, isForEarlier, urgencyOf } from '../domain/adjustment.ts';
import { type AttentionKind, attentionKinds, countsOf } from '../domain/coordinators-attention.ts';
import type { EventOutline } from '../domain/event.ts';
import { pounds } from '../domain/pounds.ts';
import { arrangingWords } from '../words.arranging.en.ts';
import { movedWords } from '../words.moved.en.ts';
import { whatNeedsYouWords } from '../words.what-needs-you.en.ts';
import type { Arranging } from './board-view.ts';
import { ToCheck } from './to-check.tsx';
import { ToTellAnew } from './to-tell-anew.tsx';

const words = arrangingWords.board;

interface Props {
  readonly event: EventOutline;
  readonly arranging: Arranging;
  readonly now: Date;
}

/** What is being arranged for an event: what is urgent, what there is, what it costs. */
export function ArrangingBoard({ event, arranging, now }: Props) {
  const base = `/organise/events/${event.eventId}/access`;
  const { adjustments, withdrawn } = arranging;
  return (
    <section aria-labelledby="arranging">
      <h2 id="arranging">{words.title}</h2>
      <Attention event={event} arranging={arranging} now={now} />
      <ToCheck event={event} adjustments={adjustments} />
      {withdrawn > 0 && <Notice>{words.withdrawn(withdrawn)}</Notice>}
      {adjustments.length === 0 ? <p>{words.none}</p> : <Adjustments event={event} arranging={arranging} now={now} />}
      <ButtonGroup>
        <ButtonLink href={`${base}/adjustments/new`}>{words.arrange}</ButtonLink>
        <ButtonLink href={`${base}/brief`} kind="quiet">
          {words.brief}
        </ButtonLink>
        <ButtonLink href={`${base}/budget`} kind="quiet">
          {words.budgetChange}
        </ButtonLink>
      </ButtonGroup>
      <Money arranging={arranging} />
      <ul>
        <li>
          <a href={`${base}/costs.csv`}>{words.costs}</a>
        </li>
        <li>
          <a href="/organise/access/suppliers">{words.suppliers}</a>
        </li>
        <li>
          <a href="/organise/access/costs">{words.years}</a>
        </li>
      </ul>
    </section>
  );
}

const { counts: labels } = whatNeedsYouWords;
const alwaysShown: ReadonlySet<AttentionKind> = new Set(['too-late', 'at-risk', 'to-answer', 'look-again', 'to-ring']);

function Attention({ event, arranging, now }: Props) {
  const { adjustments, people } = arranging;
  const counts = countsOf({ event, adjustments, people }, now);
  const done = adjustments.filter((each) => isDone(each, event)).length;
  return (
    <>
      <StatusCounts
        counts={attentionKinds
          .filter((kind) => counts[kind] > 0 || alwaysShown.has(kind))
          .map((kind) => ({ count: counts[kind], label: labels[kind](counts[kind]), tone: kind === 'too-late' ? 'bad' : 'attention' }))}
      />
      <ToTellAnew event={event} arranging={arranging} />
      {adjustments.length > 0 && <ProgressBar id="arranged" label={words.progress} value={done} max={adjustments.length} />}
    </>
  );
}

/** Of an event that was called off, neither the day to book by nor whom it would have served. */
export function Adjustments({ event, arranging, now }: Props) {
  const { columns } = words;
  const isOff = event.calledOffAt !== undefined;
  return (
    <Table
      id="adjustments"
      caption={words.table}
      captionHidden
      columns={[columns.what, columns.state, ...(isOff ? [] : [columns.by]), columns.owner, ...(isOff ? [] : [columns.serves])].map(
        (heading) => ({ heading }),
      )}
      rows={inOrder(arranging.adjustments, event).map((each) => [
        <a key="what" href={`/organise/events/${event.eventId}/access/adjustments/${each.adjustmentId}`}>
          {each.what}
        </a>,
        <State key="state" adjustment={each} event={event} now={now} />,
        ...(isOff ? [] : [plainDate(`${bookBy(event, each.leadDays)}T12:00:00Z`, event.timeZone)]),
        each.owner.name,
        ...(isOff ? [] : [serves(each, arranging)]),
      ])}
    />
  );
}

/** What is to be booked first comes first. */
function inOrder(adjustments: readonly Adjustment[], event: EventOutline): readonly Adjustment[] {
  const rank = (each: Adjustment) => `${bookBy(event, each.leadDays)} ${each.what}`;
  return [...adjustments].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

function serves(adjustment: Adjustment, { people, nameOf }: Arranging): string {
  if (adjustment.forEverybody) return words.everybody;
  const served = people.filter(({ arrangement }) => arrangement.adjustmentIds.includes(adjustment.adjustmentId));
  return served.length === 0 ? words.nobody : served.map(({ need }) => nameOf(need.registrationId)).join(', ');
}

function isDone(adjustment: Adjustment, event: EventOutline): boolean {
  return (adjustment.state === 'booked' || adjustment.state === 'in-place') && !isForEarlier(adjustment, event);
}

function State({ adjustment, event, now }: { readonly adjustment: Adjustment; readonly event: EventOutline; readonly now: Date }) {
  const urgency = urgencyOf(adjustment, event, now);
  const done = isDone(adjustment, event);
  return (
    <>
      <Tag tone={done ? 'good' : adjustment.state === 'cannot' ? 'bad' : 'plain'}>{arrangingWords.states[adjustment.state]}</Tag>
      {isForEarlier(adjustment, event) && !event.calledOffAt && (
        <>
          {' '}
          <Tag tone="attention">{movedWords.tag}</Tag>
        </>
      )}
      {urgency !== 'fine' && (
        <>
          {' '}
          <Tag tone={urgency === 'too-late' ? 'bad' : 'attention'}>{arrangingWords.urgency[urgency]}</Tag>
        </>
      )}
    </>
  );
}

export function Money({ arranging: { adjustments, budgetPence } }: { readonly arranging: Arranging }) {
  if (adjustments.length === 0 && budgetPence === undefined) return null;
  const { estimatedPence, actualPence, expectedPence } = costsOf(adjustments);
  const { money } = words;
  const band = bandOf(expectedPence);
  const rows = [
    ...(budgetPence === undefined ? [] : [{ label: money.budget, value: budgetPence }]),
    { label: money.estimated, value: estimatedPence },
    { label: money.actual, value: actualPence },
    { label: money.expected, value: expectedPence },
  ];
  return (
    <>
      <Bars
        id="money"
        caption={money.caption}
        columns={money.columns}
        rows={rows.map(({ label, value }) => ({ label, value, says: pounds(value) }))}
      />
      {budgetPence !== undefined && expectedPence > budgetPence && (
        <Notice kind="warning">{words.over(pounds(expectedPence - budgetPence))}</Notice>
      )}
      <p>{words.funder(pounds(band.fromPence), pounds(band.toPence))}</p>
      <p>{words.funderWhy}</p>
    </>
  );
}

const tones = {
  new: 'attention',
  arranging: 'plain',
  told: 'plain',
  works: 'good',
  reopened: 'attention',
  moved: 'attention',
  'fallen-through': 'bad',
} as const;

/** Under somebody's name on the list: where things stand, and the way to arrange and answer. */
export function PersonStanding({ eventId, arranging, registrationId }: PersonStandingProps) {
  const person = arranging.people.find(({ need }) => need.registrationId === registrationId);
  if (!person) return null;
  const { state } = person;
  return (
    <p>
      <Tag tone={tones[state]}>{arrangingWords.people[state]}</Tag>{' '}
      <a href={`/organise/events/${eventId}/access/people/${person.handle}`}>
        {words.person}
        <span class="visually-hidden">: {arranging.nameOf(registrationId)}</span>
      </a>
    </p>
  );
}

interface PersonStandingProps {
  readonly eventId: string;
  readonly arranging: Arranging;
  readonly registrationId: string;
}
