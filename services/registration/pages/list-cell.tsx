import { Tag, type Tone } from '@convener/ui';
import { shortDate } from '@convener/writing/dates';
import type { Event } from '../domain/event.ts';
import type { ListColumn } from '../domain/find-registrations.ts';
import { groupCalled } from '../domain/pools.ts';
import type { ListedRegistration, Status } from '../domain/registration.ts';
import { words } from '../words.en.ts';
import { listWords } from '../words.list.en.ts';
import { organiseWords } from '../words.organise.en.ts';

const own = organiseWords.list;

export const statusTones: Record<Status, Tone> = {
  pending: 'attention',
  confirmed: 'good',
  waitlisted: 'attention',
  offered: 'attention',
  cancelled: 'plain',
};

/** What stands of somebody in one column of the list. */
export function cellOf(row: ListedRegistration, column: ListColumn, { outline: { timeZone }, places }: Event) {
  const { details, status } = row;
  switch (column) {
    case 'status':
      return (
        <Tag key="status" tone={statusTones[status]}>
          {listWords.list.statuses[status]}
        </Tag>
      );
    case 'email':
      return row.email || own.noAddress;
    case 'organisation':
      return details.organisation;
    case 'comingAs':
      return details.comingAs;
    case 'group':
      return groupCalled(places, row.group)?.name ?? row.group ?? '';
    case 'supporter':
      return details.supporter ? details.supporter.name || words.form.yes : '';
    case 'position':
      return row.position === undefined ? '' : String(row.position);
    case 'wantsReport':
      return details.wantsReport ? words.form.yes : words.form.no;
    case 'told':
      return organiseWords.told[row.told];
    case 'attended':
      return row.attended ? words.form.yes : '';
    case 'shownToOthers':
      return row.shownToOthers ? words.form.yes : words.form.no;
    case 'registeredAt':
      return shortDate(row.registeredAt, timeZone);
  }
}
