import { tableFile } from '@convener/writing/table-file';
import type { ListColumn } from './find-registrations.ts';
import type { ListedRegistration, Status, WayOfTelling } from './registration.ts';

/** What the exported table says. */
export interface TableWords {
  readonly name: string;
  readonly registration: string;
  /** Names of the event's groups, by their ids. */
  readonly groups: ReadonlyMap<string, string>;
  readonly columns: Readonly<Record<ListColumn, string>>;
  readonly statuses: Readonly<Record<Status, string>>;
  readonly told: Readonly<Record<WayOfTelling, string>>;
  readonly yes: string;
  readonly no: string;
}

/** The name and the registration's id, by which namesakes are told apart and tables joined; then the columns that were chosen. Access needs are never in it, nor answers to questions: they are not here at all. */
export function registrationsTable(
  registrations: readonly ListedRegistration[],
  columns: readonly ListColumn[],
  words: TableWords,
): string {
  const rows = registrations.map((each) => [
    each.details.name,
    each.registrationId,
    ...columns.map((column) => cellOf(each, column, words)),
  ]);
  return tableFile([[words.name, words.registration, ...columns.map((column) => words.columns[column])], ...rows]);
}

function cellOf(
  { details, email, status, group, position, told, attended, shownToOthers, registeredAt }: ListedRegistration,
  column: ListColumn,
  words: TableWords,
): string {
  switch (column) {
    case 'status':
      return words.statuses[status];
    case 'email':
      return email;
    case 'organisation':
      return details.organisation;
    case 'comingAs':
      return details.comingAs;
    case 'group':
      return group === undefined ? '' : (words.groups.get(group) ?? group);
    case 'supporter':
      return details.supporter ? details.supporter.name || words.yes : '';
    case 'position':
      return position === undefined ? '' : String(position);
    case 'wantsReport':
      return details.wantsReport ? words.yes : words.no;
    case 'told':
      return words.told[told];
    case 'attended':
      return attended ? words.yes : words.no;
    case 'shownToOthers':
      return shownToOthers ? words.yes : words.no;
    case 'registeredAt':
      return registeredAt;
  }
}
