import type { Role } from '@convener/contracts';
import type { PageSetting } from '@convener/http';
import { Table } from '@convener/ui';
import type { ReadsView } from '../domain/access-list.ts';
import { moment } from '../domain/dates.ts';
import { askingWords } from '../words.asking.en.ts';
import { accessConsole } from './access-frame.tsx';

const words = askingWords.reads;

export interface ReadsPageView extends PageSetting {
  readonly view: ReadsView;
  readonly reader: string;
  readonly roles: readonly Role[];
}

/** Who looked when at which event: for whoever answers for the access coordinators. */
export function readsPage({ network, view: { reads, cursor, only }, reader, roles }: ReadsPageView): string {
  const query = only ? `?event=${only.eventId}` : '';
  const columns = only ? ['when', 'who', 'how', 'reason'] : ['when', 'who', 'event', 'how', 'reason'];
  return accessConsole({
    network,
    title: words.title,
    event: only,
    part: { current: 'reads', roles },
    main: (
      <>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        {only && (
          <p>
            {words.only(only.title)} <a href="/organise/access/reads">{words.showAll}</a>
          </p>
        )}
        <Table
          id="reads"
          caption={only ? words.caption(only.title) : words.all}
          empty={words.none}
          columns={columns.map((column) => ({ heading: headingOf(column) }))}
          rows={reads.map(({ at, organiserId, name, event, eventId, what = 'list', reason = '' }) => [
            moment(at, event?.timeZone ?? network.timeZone),
            organiserId === reader ? words.you : (name ?? <code key="id">{organiserId}</code>),
            ...(only
              ? []
              : [
                  event ? (
                    <a key="event" href={`/organise/access/reads?event=${eventId}`}>
                      {event.title}
                    </a>
                  ) : (
                    words.unknownEvent
                  ),
                ]),
            words.kinds[what],
            reason,
          ])}
        />
        {cursor && (
          <p>
            <a href={`/organise/access/reads?${new URLSearchParams({ ...(only ? { event: only.eventId } : {}), after: cursor })}`}>
              {words.more}
            </a>
          </p>
        )}
        <p>
          <a href={`/organise/access/reads.csv${query}`}>{words.download}</a>
        </p>
      </>
    ),
  });
}

function headingOf(column: string): string {
  return new Map<string, string>(Object.entries(words.columns)).get(column) ?? '';
}

/** Lines of a table to take away. */
export function readsTable({ reads }: ReadsView): readonly (readonly string[])[] {
  const lines = reads.map(({ at, organiserId, name = '', event, eventId, what = 'list', reason = '' }) => [
    at,
    name,
    organiserId,
    event?.title ?? '',
    eventId,
    words.kinds[what],
    reason,
  ]);
  return [words.csvColumns, ...lines];
}
