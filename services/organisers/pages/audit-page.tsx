import { consolePage, type NetworkSettings } from '@convener/http';
import { Table } from '@convener/ui';
import { actions } from '../words.audit.en.ts';
import { words } from '../words.en.ts';

export interface AuditView {
  readonly network: NetworkSettings;
  /** '2026-03' */
  readonly month: string;
  readonly previousMonth: string;
  readonly entries: readonly { readonly at: string; readonly who: string; readonly type: string; readonly subjectId: string }[];
  /** What ids are called where this service knows it: events by their title, organisers by their name. */
  readonly names: ReadonlyMap<string, string>;
  readonly cursor: string | undefined;
}

/** What organisers did, newest first, a month at a time, said in words. */
export function auditPage({ network, month, previousMonth, entries, names, cursor }: AuditView): string {
  const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'medium', timeZone: network.timeZone });
  const title = words.audit.titleOf(monthInWords(month));
  return consolePage({
    network,
    title,
    section: 'audit',
    main: (
      <>
        <h1>{title}</h1>
        <Table
          id="audit"
          caption={words.audit.caption(monthInWords(month))}
          captionHidden
          columns={[
            { heading: words.audit.when },
            { heading: words.audit.who },
            { heading: words.audit.what },
            { heading: words.audit.about },
          ]}
          rows={entries.map(({ at, who, type, subjectId }) => [
            when.format(new Date(at)),
            who,
            actions[type] ?? type,
            <Subject key="about" id={subjectId} name={names.get(subjectId)} />,
          ])}
          empty={words.audit.empty}
        />
        {cursor && (
          <p>
            <a href={`/organise/audit?month=${month}&cursor=${encodeURIComponent(cursor)}`}>{words.audit.earlier}</a>
          </p>
        )}
        <p>
          <a href={`/organise/audit?month=${previousMonth}`}>{words.audit.titleOf(monthInWords(previousMonth))}</a>
        </p>
      </>
    ),
  });
}

/** By its name where it has one; else by its id, with which an organiser can find it in what another service exports. */
function Subject({ id, name }: { readonly id: string; readonly name: string | undefined }) {
  if (name === undefined) return <code>{id}</code>;
  return id.startsWith('evt_') ? <a href={`/organise/events/${id}`}>{name}</a> : <span>{name}</span>;
}

function monthInWords(month: string): string {
  return new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`));
}
