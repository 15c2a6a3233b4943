import { viewForm } from '@convener/forms';
import { consolePage, type NetworkSettings } from '@convener/http';
import { Button, ButtonGroup, Form, Markdown, Notice, type SafeHtml, SummaryList, Table, TextArea } from '@convener/ui';
import { plainDate } from '@convener/writing/dates';
import { type Statement, type StatementKind, statementKinds } from '../domain/statements.ts';
import { roleWords, statementWords } from '../words.statements.en.ts';
import { statementForm } from './statement-form.ts';

const words = statementWords.console;

interface ConsoleView {
  readonly network: NetworkSettings;
}

/** Both statements: when each was changed, and ways to change and to see it. */
export function statementsPage(
  view: ConsoleView & { readonly statements: Readonly<Record<StatementKind, Statement | undefined>> },
): string {
  const { network, statements } = view;
  return consolePage({
    network,
    title: words.title,
    section: 'events',
    main: (
      <>
        <h1>{words.title}</h1>
        <p>{words.explain}</p>
        <SummaryList
          rows={statementKinds.map((kind) => ({
            key: statementWords.titles[kind],
            value: (
              <>
                <p>{lastChange(statements[kind], network)}</p>
                <p>
                  <a href={`/${kind}`}>
                    {words.see}
                    <span class="visually-hidden">: {statementWords.titles[kind]}</span>
                  </a>
                </p>
              </>
            ),
            action: { href: `/organise/statements/${kind}`, text: words.edit },
          }))}
        />
      </>
    ),
  });
}

function lastChange(statement: Statement | undefined, { timeZone }: NetworkSettings): string {
  return statement ? words.last(plainDate(statement.current.changedAt, timeZone), statement.current.by) : words.never;
}

export interface EditView extends ConsoleView {
  readonly kind: StatementKind;
  readonly statement: Statement | undefined;
  /** The number of the one that was on the page before, where it comes back. */
  readonly seen?: number | undefined;
  readonly state: Parameters<typeof viewForm<(typeof statementForm)['fields']>>[1];
  readonly preview?: SafeHtml | undefined;
  readonly changedMeanwhile?: boolean;
}

/** The text to change, how it will look where that was asked, and every version that there was. */
export function editStatementPage(view: EditView): string {
  const { network, kind, statement, seen, state, preview, changedMeanwhile } = view;
  const form = viewForm(statementForm, state);
  return consolePage({
    network,
    title: words.editTitles[kind],
    section: 'events',
    errors: form.errors,
    main: (
      <>
        <h1>{words.editTitles[kind]}</h1>
        <p>
          {lastChange(statement, network)} <a href={`/${kind}`}>{words.see}</a>
        </p>
        {changedMeanwhile && <Notice kind="warning">{words.meanwhile}</Notice>}
        {preview && <Preview html={preview} />}
        <Form action={`/organise/statements/${kind}`} hidden={{ version: String(seen ?? statement?.current.number ?? 0) }}>
          <TextArea {...form.field('text')} label={words.text} hint={words.textHint} rows={16} />
          <p>{words.after[kind]}</p>
          <ButtonGroup>
            <Button name="action" value="save">
              {words.save}
            </Button>
            <Button kind="quiet" name="action" value="preview">
              {words.preview}
            </Button>
          </ButtonGroup>
        </Form>
        <VersionTable network={network} kind={kind} statement={statement} />
      </>
    ),
  });
}

function Preview({ html }: { readonly html: SafeHtml }) {
  return (
    <section aria-labelledby="preview">
      <h2 id="preview">{words.previewTitle}</h2>
      <Notice>{words.notSaved}</Notice>
      <Markdown html={html} />
    </section>
  );
}

function VersionTable({ network, kind, statement }: Pick<EditView, 'network' | 'kind' | 'statement'>) {
  const notes = statement ? [...statement.earlier, statement.current].reverse() : [];
  return (
    <>
      <h2>{words.versions}</h2>
      <Table
        id="all-versions"
        caption={words.versions}
        captionHidden
        columns={[{ heading: words.version }, { heading: words.changed }, { heading: words.by }]}
        rows={notes.map(({ number, changedAt, by }) => [
          <a key={number} href={`/${kind}/versions/${number}`}>
            {statementWords.versionIs(number)}
          </a>,
          plainDate(changedAt, network.timeZone),
          roleWords[by],
        ])}
        empty={words.noVersions}
      />
    </>
  );
}
