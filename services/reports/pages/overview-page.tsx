import type { EventFacts } from '@convener/contracts';
import { type FieldError, fill, viewForm } from '@convener/forms';
import { consolePage, type NetworkSettings } from '@convener/http';
import { Button, ButtonGroup, ButtonLink, Form, Notice, SummaryList, Tag, TextArea, Tick } from '@convener/ui';
import type { Advice } from '../domain/checks.ts';
import { dayInWords } from '../domain/date-line.ts';
import { hasEarlier, latestEdition, type Report, type ReportContent } from '../domain/report.ts';
import { words } from '../words.en.ts';
import { AdviceList } from './advice-list.tsx';
import { excerpt } from './excerpt.ts';
import { publishForm } from './forms.ts';
import { whenAndWhere } from './report-text.ts';

export interface NotDraftedView {
  readonly network: NetworkSettings;
  readonly facts: Pick<EventFacts, 'eventId' | 'title'>;
}

/** Before the report is begun: one button. */
export function notDraftedPage({ network, facts }: NotDraftedView): string {
  return consolePage({
    network,
    title: words.console.title,
    section: 'events',
    event: { id: facts.eventId, title: facts.title, tab: 'report' },
    main: (
      <>
        <h1>{words.console.title}</h1>
        <p>
          <Tag>{words.console.states.none}</Tag>
        </p>
        <p>{words.console.composeExplain}</p>
        <Form action={`/organise/events/${facts.eventId}/report`}>
          <Button>{words.console.compose}</Button>
        </Form>
      </>
    ),
  });
}

export interface OverviewView {
  readonly network: NetworkSettings;
  readonly facts: Pick<EventFacts, 'eventId' | 'title'>;
  readonly report: Report;
  readonly content: ReportContent;
  readonly advice: readonly Advice[];
  readonly themes: { readonly kind: 'complete' } | { readonly kind: 'open'; readonly unthemed: number } | { readonly kind: 'unavailable' };
  readonly differs: boolean | undefined;
  /** Of the publish form, when it came back. */
  readonly state?: Parameters<typeof viewForm<(typeof publishForm)['fields']>>[1];
  readonly errors?: readonly FieldError[];
}

/** Where a report stands: its parts, what stands in the way, what could be better, and the way out to readers. */
export function overviewPage(view: OverviewView): string {
  const { network, facts, report, content } = view;
  const base = `/organise/events/${facts.eventId}`;
  const latest = latestEdition(report.publication);
  return consolePage({
    network,
    title: words.console.title,
    section: 'events',
    event: { id: facts.eventId, title: facts.title, tab: 'report' },
    errors: view.errors ?? [],
    main: (
      <>
        <h1>{words.console.title}</h1>
        <p>
          {latest ? (
            <Tag tone="good">{words.console.states.published(latest.number)}</Tag>
          ) : (
            <Tag tone="attention">{words.console.states.draft}</Tag>
          )}
        </p>
        <Readers {...view} />
        <h2>{words.console.parts}</h2>
        <SummaryList rows={rows(content, base)} />
        <ButtonGroup>
          <ButtonLink href={`${base}/report/preview`} kind="quiet">
            {words.console.preview}
          </ButtonLink>
          <a href={`${base}/report/preview.txt`}>{words.console.previewText}</a>
        </ButtonGroup>
        <AdviceList advice={view.advice} base={base} />
        <Publishing {...view} base={base} />
      </>
    ),
  });
}

/** What readers have now, and every edition that they ever had. */
function Readers({ report, differs, content }: OverviewView) {
  if (report.publication.kind === 'never') return null;
  const { slug, editions } = report.publication;
  return (
    <>
      <Notice kind={differs ? 'warning' : 'info'}>
        <p>{differs ? words.console.differs : words.console.upToDate}</p>
        <p>
          <a href={`/reports/${slug}`}>{words.console.seePublished}</a>
        </p>
      </Notice>
      <h2>{words.console.editions}</h2>
      <ul>
        {[...editions].reverse().map(({ number, publishedAt, correction, takenDownAt }) => (
          <li key={number}>
            {takenDownAt === undefined ? (
              <a href={`/reports/${slug}/editions/${number}`}>
                {words.report.editionOf(number, dayInWords(publishedAt, content.timeZone))}
              </a>
            ) : (
              `${words.report.takenDown(number, dayInWords(publishedAt, content.timeZone), dayInWords(takenDownAt, content.timeZone))}.`
            )}
            {correction !== '' && <> {correction}</>}
          </li>
        ))}
      </ul>
    </>
  );
}

function rows(content: ReportContent, base: string) {
  const edit = (path: string, about: string) => ({ href: `${base}/report/${path}`, text: words.console.edit, about });
  const { introduction, context, speakers, question, themes, ending, showSpread } = content;
  return [
    {
      key: words.console.titleAndDate,
      value: `${words.report.title(content.title)}\n${whenAndWhere(content)}`,
      action: { href: `${base}/edit`, text: words.console.openEvent, about: 'the title and date, in the event' },
    },
    { key: words.console.introduction, value: excerpt(introduction), action: edit('introduction', 'the introduction') },
    {
      key: words.console.context,
      value: [context.heading, excerpt(context.prose)].filter((text) => text !== '').join('\n'),
      action: edit('context', 'the context'),
    },
    ...speakers.map(({ id, name, section }) => ({
      key: words.console.speaker(name),
      value: excerpt(section),
      action: edit(`speakers/${id}`, `the section of ${name}`),
    })),
    {
      key: words.console.question,
      value: question || words.console.empty,
      action: { href: `${base}/edit`, text: words.console.openEvent, about: 'the question, in the event' },
    },
    {
      key: words.console.themes,
      value: [words.console.themesCount(themes.length), ...themes.map(({ label }) => label)].join('\n'),
      action: { href: `${base}/themes`, text: words.console.openThemes },
    },
    { key: words.console.ending, value: excerpt(ending), action: edit('ending', 'the notes at the end') },
    {
      key: words.console.settings,
      value: showSpread ? words.console.spreadShown : words.console.spreadHidden,
      action: edit('settings', 'the settings'),
    },
  ];
}

function Publishing(view: OverviewView & { readonly base: string }) {
  const { themes, base, report } = view;
  const nothingToPublish = view.differs === false && view.state === undefined && themes.kind === 'complete';
  if (nothingToPublish) return hasEarlier(report.publication) ? <TakingDown {...view} /> : null;
  return (
    <section id="reflections">
      {themes.kind === 'complete' ? (
        <>
          <h2>{words.console.ready}</h2>
          <p>{words.console.readyExplain}</p>
        </>
      ) : (
        <>
          <h2>{words.console.blocked}</h2>
          <Notice kind="warning">
            <p>{themes.kind === 'open' ? words.console.open(themes.unthemed) : words.console.unavailable}</p>
            {themes.kind === 'open' && (
              <p>
                <a href={`${base}/themes`}>{words.console.themeThem}</a>
              </p>
            )}
          </Notice>
        </>
      )}
      {(themes.kind === 'complete' || view.state !== undefined) && (
        <PublishForm {...view} again={report.publication.kind === 'published'} />
      )}
    </section>
  );
}

/** Nothing has changed, and an earlier edition may still have to go. */
function TakingDown(view: OverviewView & { readonly base: string }) {
  return (
    <section>
      <h2>{words.console.takeDown}</h2>
      <PublishForm
        {...view}
        state={{ kept: fill(publishForm, { correction: '', takeDown: true }) }}
        explain={words.console.takeDownLater}
        again
      />
    </section>
  );
}

interface PublishFormView extends OverviewView {
  readonly base: string;
  readonly again: boolean;
  readonly explain?: string;
}

function PublishForm({
  state,
  base,
  again,
  explain = again ? words.console.publishAgainExplain : words.console.publishExplain,
}: PublishFormView) {
  const { field } = viewForm(publishForm, state);
  return (
    <Form action={`${base}/report/publish`} label={again ? words.console.publishAgain : words.console.publish}>
      <p>{explain}</p>
      {again && (
        <>
          <TextArea {...field('correction')} label={words.console.correction} hint={words.console.correctionHint} rows={3} />
          <Tick {...field('takeDown')} label={words.console.takeDown} hint={words.console.takeDownHint} />
        </>
      )}
      <Button>{again ? words.console.publishAgain : words.console.publish}</Button>
    </Form>
  );
}
