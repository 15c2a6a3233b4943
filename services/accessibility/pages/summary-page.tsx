import type { Role } from '@convener/contracts';
import type { PageSetting } from '@convener/http';
import { Table } from '@convener/ui';
import { longDate } from '@convener/writing/dates';
import { equalityQuestionNames } from '../domain/equality.ts';
import { countedFrom } from '../domain/feedback.ts';
import type { Shown } from '../domain/small-numbers.ts';
import { type SummaryView, summarisedFrom } from '../domain/summary.ts';
import { askingWords } from '../words.asking.en.ts';
import { words as access } from '../words.en.ts';
import { equalityWords } from '../words.equality.en.ts';
import { accessConsole, Lines, Provided } from './access-frame.tsx';

const words = askingWords.summary;

export interface SummaryPageView extends PageSetting {
  readonly view: SummaryView;
  readonly roles: readonly Role[];
  readonly now: Date;
}

/** Figures for the whole team, none of which can be traced to anybody; and what was provided, which is public. */
export function summaryPage({ network, view, roles, now }: SummaryPageView): string {
  const { event } = view;
  return accessConsole({
    network,
    title: words.title,
    event,
    part: { current: 'summary', roles },
    main: (
      <>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <h2>{words.helpTitle}</h2>
        <WouldHelp view={view} now={now} />
        <Provided event={event} />
        <p>{words.providedLead}</p>
        {event.calledOffAt === undefined && <Afterwards view={view} now={now} />}
      </>
    ),
  });
}

interface Part {
  readonly view: SummaryView;
  readonly now: Date;
}

function WouldHelp({ view: { event, summary }, now }: Part) {
  if (event.calledOffAt) return <p>{words.calledOff}</p>;
  if (!summary) {
    const from = summarisedFrom(event);
    return <p>{now < from ? words.notYet(longDate(from.toISOString(), event.timeZone)) : words.soon}</p>;
  }
  if (summary.kind === 'too-few') return <p>{words.tooFew}</p>;
  return (
    <>
      <p>{words.madeOn(longDate(summary.at, event.timeZone))}</p>
      <Table
        id="bands"
        caption={words.caption}
        columns={words.columns.map((heading) => ({ heading }))}
        rows={summary.bands.map(({ kind, band }) => [access.kinds[kind], words.bands[band]])}
      />
    </>
  );
}

function Afterwards({ view: { event, outcome, words: written }, now }: Part) {
  const from = countedFrom(event);
  const later = now < from ? words.afterwardsNotYet(longDate(from.toISOString(), event.timeZone)) : words.soon;
  return (
    <>
      <h2>{words.afterwardsTitle}</h2>
      {outcome && outcome.feedback.length > 0 && <p>{words.madeOn(longDate(outcome.at, event.timeZone))}</p>}
      {outcome ? (
        <Counts id="felt" caption={askingWords.felt.choice} shown={outcome.feedback} names={askingWords.felt.choices} />
      ) : (
        <p>{later}</p>
      )}
      {written && <OwnWords written={written} />}
      <h2>{words.equalityTitle}</h2>
      <p>
        <a href={`/equality/${event.eventId}`}>{words.equalityLink}</a>
      </p>
      {outcome ? (
        equalityQuestionNames.map((question) => (
          <Counts
            key={question}
            id={`equality-${question}`}
            caption={equalityWords.questions[question]}
            shown={outcome.equality.find((each) => each.question === question)?.shown ?? []}
            names={equalityWords.choices[question]}
          />
        ))
      ) : (
        <p>{later}</p>
      )}
    </>
  );
}

function OwnWords({ written }: { readonly written: readonly string[] }) {
  return (
    <>
      <h3>{words.wordsTitle}</h3>
      <p>{words.wordsLead}</p>
      {written.length === 0 && <p>{words.noWords}</p>}
      {written.map((text) => (
        <blockquote key={text}>
          <Lines text={text} />
        </blockquote>
      ))}
    </>
  );
}

interface CountsProps {
  readonly id: string;
  readonly caption: string;
  readonly shown: readonly Shown<string>[];
  readonly names: Readonly<Record<string, string>>;
}

function Counts({ id, caption, shown, names }: CountsProps) {
  if (shown.every(({ band }) => band === undefined)) {
    return (
      <p>
        <strong>{caption}</strong> {words.nothingShown}
      </p>
    );
  }
  return (
    <Table
      id={id}
      caption={caption}
      columns={words.countColumns.map((heading) => ({ heading }))}
      rows={shown.map(({ key, band }) => [names[key] ?? key, band ? words.bands[band] : ''])}
    />
  );
}
