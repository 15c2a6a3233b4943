import { consolePage, type NetworkSettings } from '@convener/http';
import { Button, ButtonGroup, Copyable, Form, renderPage, Table } from '@convener/ui';
import { words } from '../words.en.ts';

export interface AuditView {
  readonly network: NetworkSettings;
  readonly month: string;
  readonly previousMonth: string;
  readonly entries: readonly { readonly at: string; readonly who: string; readonly type: string; readonly subjectId: string }[];
  readonly cursor: string | undefined;
}

/** What organisers did, newest first, a month at a time. */
export function auditPage({ network, month, previousMonth, entries, cursor }: AuditView): string {
  const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium', timeZone: network.timeZone });
  return consolePage({
    network,
    title: words.audit.title,
    section: 'audit',
    main: (
      <>
        <h1>{words.audit.title}</h1>
        <Table
          id="audit"
          caption={words.audit.caption(month)}
          columns={[
            { heading: words.audit.when },
            { heading: words.audit.who },
            { heading: words.audit.what },
            { heading: words.audit.about },
          ]}
          rows={entries.map((entry) => [when.format(new Date(entry.at)), entry.who, entry.type, entry.subjectId])}
          empty={words.audit.empty}
        />
        <p>
          {cursor ? <a href={`/organise/audit?month=${month}&cursor=${cursor}`}>{words.audit.earlier}</a> : null}{' '}
          <a href={`/organise/audit?month=${previousMonth}`}>{words.audit.previousMonth}</a>
        </p>
      </>
    ),
  });
}

export function tokenPage({ network, token }: { readonly network: NetworkSettings; readonly token: string | undefined }): string {
  return consolePage({
    network,
    title: words.token.title,
    section: 'organisers',
    main: (
      <>
        <h1>{words.token.title}</h1>
        <p>{words.token.explain}</p>
        {token ? (
          <>
            <p>{words.token.shown}</p>
            <Copyable text={token} label={words.token.copy} />
          </>
        ) : (
          <Form action="/organise/token">
            <Button>{words.token.make}</Button>
          </Form>
        )}
      </>
    ),
  });
}

export function signOutPage({ network }: { readonly network: NetworkSettings }): string {
  return renderPage({
    title: words.signOut.title,
    network,
    audience: 'organiser',
    main: (
      <>
        <h1>{words.signOut.title}</h1>
        <p>{words.signOut.ask}</p>
        <Form action="/organise/sign-out">
          <ButtonGroup>
            <Button>{words.signOut.yes}</Button>
            <a href="/organise">{words.signOut.no}</a>
          </ButtonGroup>
        </Form>
      </>
    ),
  });
}
