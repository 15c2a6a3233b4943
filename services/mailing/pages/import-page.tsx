import { viewForm } from '@convener/forms';
import { consolePage, type PageSetting } from '@convener/http';
import { Button, ButtonGroup, ButtonLink, FileUpload, Form, StatusCounts, Table, TextArea } from '@convener/ui';
import { organiseWords } from '../words.organise.en.ts';
import { importFields } from './import-form.ts';

const words = organiseWords.import;

export function importPage({
  network,
  state = {},
}: PageSetting & { readonly state?: NonNullable<Parameters<typeof viewForm>[1]> }): string {
  const { errors, field } = viewForm(importFields, state);
  const { value: _, values: __, parts: ___, ...file } = field('file');
  return consolePage({
    network,
    title: words.title,
    section: 'members',
    errors,
    main: (
      <>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <Form action="/organise/members/import" multipart>
          <FileUpload {...file} label={words.file} hint={words.fileHint} accept=".csv,text/csv" />
          <TextArea {...field('pasted')} label={words.pasted} hint={words.pastedHint} rows={8} />
          <Button>{words.submit}</Button>
        </Form>
      </>
    ),
  });
}

export interface ImportedView extends PageSetting {
  readonly added: number;
  readonly unchanged: number;
  readonly refused: readonly { readonly line: number; readonly email: string; readonly reason: keyof typeof words.reasons }[];
}

/** What became of each row. It is shown once and kept nowhere. */
export function importedPage({ network, added, unchanged, refused }: ImportedView): string {
  return consolePage({
    network,
    title: words.doneTitle,
    section: 'members',
    main: (
      <>
        <h1>{words.doneTitle}</h1>
        <StatusCounts
          counts={[
            { count: added, label: words.added, tone: 'good' },
            { count: unchanged, label: words.unchanged },
            { count: refused.length, label: words.refused, tone: refused.length > 0 ? 'attention' : 'plain' },
          ]}
        />
        {refused.length > 0 && (
          <>
            <p>{words.refusedNote}</p>
            <Table
              id="refused"
              caption={words.refusedCaption}
              columns={[
                { heading: words.columns.line, numeric: true },
                { heading: words.columns.email },
                { heading: words.columns.reason },
              ]}
              rows={refused.map(({ line, email, reason }) => [String(line), email, words.reasons[reason]])}
            />
          </>
        )}
        <ButtonGroup>
          <ButtonLink href="/organise/members">{words.list}</ButtonLink>
          <ButtonLink href="/organise/members/import" kind="quiet">
            {words.again}
          </ButtonLink>
        </ButtonGroup>
      </>
    ),
  });
}
