import type { PageSetting } from '@convener/http';
import { Bars, ButtonLink, Details, Notice, Table, Tag } from '@convener/ui';
import { longDate } from '@convener/writing/dates';
import { type AccessList, countKinds, type ListedNeed, type NamedRead } from '../domain/access-list.ts';
import { moment } from '../domain/dates.ts';
import { phaseOf } from '../domain/event.ts';
import { goneBy } from '../domain/keeping.ts';
import type { Supplier } from '../domain/supplier.ts';
import { askingWords } from '../words.asking.en.ts';
import { words } from '../words.en.ts';
import { onTheirWordWords } from '../words.on-their-word.en.ts';
import { accessConsole, Provided } from './access-frame.tsx';
import { OpenedOnTheDay } from './access-sections.tsx';
import { ArrangingBoard, PersonStanding } from './board-parts.tsx';
import type { Arranging } from './board-view.ts';
import { NeedSummary } from './need-summary.tsx';
import { CalledOffBoard } from './ring-off.tsx';

export interface ListView extends PageSetting {
  readonly list: AccessList;
  /** Who looks; their own reads are shown as theirs. */
  readonly reader: string;
  readonly arranging: Arranging;
  /** Whom to ring where the event was called off. */
  readonly suppliers?: readonly Supplier[];
  readonly now: Date;
}

/** What would help the people of one event, for the access coordinator alone. */
export function listPage({ network, list, reader, arranging, suppliers = [], now }: ListView): string {
  const { event, needs, names, reads } = list;
  const counts = countKinds(needs);
  return accessConsole({
    network,
    title: words.list.title,
    event,
    part: { current: 'list' },
    main: (
      <>
        <h1>{words.list.title}</h1>
        <OpenedOnTheDay reads={reads} timeZone={event.timeZone} />
        {event.calledOffAt ? (
          <CalledOffBoard event={event} arranging={arranging} suppliers={suppliers} now={now} />
        ) : (
          <>
            <p class="lead">{words.list.lead(longDate(goneBy(event).toISOString(), event.timeZone))}</p>
            {names === 'unavailable' && <Notice kind="warning">{words.list.noNames}</Notice>}
            <ArrangingBoard event={event} arranging={arranging} now={now} />
            {needs.length === 0 && <p>{words.list.none}</p>}
            {phaseOf(event, now) === 'open' && (
              <p>
                <ButtonLink href={`/organise/events/${event.eventId}/access/record`} kind="quiet">
                  {onTheirWordWords.link}
                </ButtonLink>
              </p>
            )}
          </>
        )}
        {counts.length > 0 && (
          <Bars
            id="kinds"
            caption={words.list.counts}
            columns={words.list.countColumns}
            rows={counts.map(({ kind, count }) => ({ label: words.kinds[kind], value: count }))}
          />
        )}
        {needs.map((need) => (
          <Person key={need.registrationId} need={need} timeZone={event.timeZone} arranging={arranging} />
        ))}
        <Provided event={event} now={now} none={words.provided.noneForTeam} />
        <Opened reads={reads} reader={reader} timeZone={event.timeZone} />
      </>
    ),
  });
}

function Person({ need, timeZone, arranging }: PersonProps) {
  return (
    <article>
      <h2>{need.name ?? words.list.nameless}</h2>
      {need.name === undefined && <p>{words.list.namelessId(need.registrationId)}</p>}
      {need.answer.talkFirst && (
        <p>
          <Tag tone="attention">{words.list.talkFirst}</Tag>
        </p>
      )}
      <PersonStanding eventId={need.eventId} arranging={arranging} registrationId={need.registrationId} />
      <NeedSummary need={need} timeZone={timeZone} />
    </article>
  );
}

interface PersonProps {
  readonly need: ListedNeed;
  readonly timeZone: string;
  readonly arranging: Arranging;
}

function Opened({ reads, reader, timeZone }: { readonly reads: readonly NamedRead[]; readonly reader: string; readonly timeZone: string }) {
  return (
    <Details summary={words.list.opened}>
      <Table
        id="opened"
        caption={words.list.openedCaption}
        columns={Object.values(words.list.openedColumns).map((heading) => ({ heading }))}
        rows={reads.map(({ at, organiserId, name, what = 'list' }) => [
          moment(at, timeZone),
          organiserId === reader ? words.list.you : (name ?? <code key="id">{organiserId}</code>),
          askingWords.reads.kinds[what],
        ])}
      />
    </Details>
  );
}
