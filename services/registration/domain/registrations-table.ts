import { tableFile } from '@convener/writing/table-file';
import type { ListedRegistration, Status } from './registration.ts';

/** Headings of the exported table, in the order of its columns. */
export interface TableWords {
  readonly headings: readonly [
    name: string,
    email: string,
    organisation: string,
    comingAs: string,
    wantsReport: string,
    status: string,
    registeredAt: string,
  ];
  readonly statuses: Readonly<Record<Status, string>>;
  readonly yes: string;
  readonly no: string;
}

/** Access needs are never in it: they are not here at all. */
export function registrationsTable(registrations: readonly ListedRegistration[], words: TableWords): string {
  const rows = registrations.map(({ details, email, status, registeredAt }) => [
    details.name,
    email,
    details.organisation,
    details.comingAs,
    details.wantsReport ? words.yes : words.no,
    words.statuses[status],
    registeredAt,
  ]);
  return tableFile([words.headings, ...rows]);
}
