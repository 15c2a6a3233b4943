import { type NetworkSettings, publicPage } from '@convener/http';
import { Markdown, Notice, SummaryList } from '@convener/ui';
import { savedHtml } from '@convener/ui/safe-html';
import { plainDate } from '@convener/writing/dates';
import type { Statement, StatementKind, StatementVersion } from '../domain/statements.ts';
import { lifetimeLines } from '../words.lifetimes.en.ts';
import { type Section, statementFacts } from '../words.statement-facts.en.ts';
import { statementWords as words } from '../words.statements.en.ts';

interface StatementView {
  readonly network: NetworkSettings;
  readonly kind: StatementKind;
  /** Undefined until somebody has written one. */
  readonly statement: Statement | undefined;
}

/** What the organisers say, and after it what the house knows and the law asks for, which no text of theirs can take away. */
export function statementPage({ network, kind, statement }: StatementView): string {
  return publicPage({
    network,
    title: words.titles[kind],
    robots: 'index',
    main: (
      <>
        <h1>{words.titles[kind]}</h1>
        <OwnText network={network} kind={kind} version={statement?.current} />
        {kind === 'privacy' ? <PrivacyFacts network={network} /> : <AccessibilityFacts network={network} />}
        {statement && <Versions network={network} kind={kind} statement={statement} />}
      </>
    ),
  });
}

/** A version of the organisers' text by its number, for whoever wants to know what was said then. */
export function versionPage(view: StatementView & { readonly number: number; readonly version: StatementVersion | undefined }): string {
  const { network, kind, statement, number, version } = view;
  const title = `${words.titles[kind]}: ${words.versionIs(number)}`;
  const notes = statement ? [...statement.earlier, statement.current] : [];
  const next = notes.find((note) => note.number === number + 1);
  const day = (instant: string) => plainDate(instant, network.timeZone);
  const period = [version && words.from(day(version.changedAt)), next && words.until(day(next.changedAt))].filter(Boolean).join(' ');
  return publicPage({
    network,
    title,
    main: (
      <>
        <h1>{title}</h1>
        <Notice>
          <p>
            {words.thisIs(number)}
            {period && `, ${period}`}. {words.old}
          </p>
          <p>
            <a href={`/${kind}`}>{words.present}</a>
          </p>
        </Notice>
        <OwnText network={network} kind={kind} version={version} />
      </>
    ),
  });
}

function OwnText({ network, kind, version }: Pick<StatementView, 'network' | 'kind'> & { readonly version: StatementVersion | undefined }) {
  if (version) return <Markdown html={savedHtml(version.html)} />;
  return (
    <>
      {words.defaults[kind](network).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </>
  );
}

function PrivacyFacts({ network }: { readonly network: NetworkSettings }) {
  const { held, lifetimes, shared, rights, cookies } = statementFacts.privacy;
  return (
    <>
      {held.map((section) => (
        <Said key={section.title} section={section} />
      ))}
      <h2>{lifetimes}</h2>
      <SummaryList rows={lifetimeLines.map(({ what, howLong }) => ({ key: what, value: howLong }))} />
      <Said section={shared} />
      <Said section={rights(network)} />
      <Said section={cookies} />
    </>
  );
}

function AccessibilityFacts({ network }: { readonly network: NetworkSettings }) {
  const { standard, tested, missing, tell } = statementFacts.accessibility;
  return (
    <>
      {[standard, tested, missing, tell(network)].map((section) => (
        <Said key={section.title} section={section} />
      ))}
    </>
  );
}

function Said({ section: { title, says, list } }: { readonly section: Section }) {
  return (
    <>
      <h2>{title}</h2>
      {says.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {list && (
        <ul>
          {list.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function Versions({ network, kind, statement }: StatementView & { readonly statement: Statement }) {
  const [first] = [...statement.earlier, statement.current];
  const before = [...statement.earlier].reverse();
  const day = (instant: string) => plainDate(instant, network.timeZone);
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">{words.earlier}</h2>
      <p>{words.changedOn(day(statement.current.changedAt))}</p>
      <ul>
        {before.map(({ number, changedAt }) => (
          <li key={number}>
            <a href={`/${kind}/versions/${number}`}>
              {words.versionIs(number)}, {words.from(day(changedAt))}
            </a>
          </li>
        ))}
        <li>
          <a href={`/${kind}/versions/0`}>
            {words.versionIs(0)}
            {first && `, ${words.until(day(first.changedAt))}`}
          </a>
        </li>
      </ul>
    </section>
  );
}
