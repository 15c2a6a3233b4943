import type { ListedRegistration, Status } from './registration.ts';

export const listPageSize = 100;

export interface ListQuery {
  readonly status: Status | undefined;
  /** What somebody typed: part of a name, an address or an organisation. */
  readonly text: string;
  /** From 1. */
  readonly page: number;
}

export interface FoundRegistrations {
  readonly rows: readonly ListedRegistration[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

export type StatusTotals = Readonly<Record<Status, number>>;

const order: readonly Status[] = ['confirmed', 'offered', 'waitlisted', 'pending', 'cancelled'];

/** One page of those that fit: confirmed first, then by name, as a list at a door is read. */
export function findRegistrations(all: readonly ListedRegistration[], query: ListQuery): FoundRegistrations {
  const wanted = folded(query.text);
  const fitting = all
    .filter((each) => (!query.status || each.status === query.status) && (wanted === '' || searched(each).includes(wanted)))
    .sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status) || a.details.name.localeCompare(b.details.name, 'en'));
  const pages = Math.max(1, Math.ceil(fitting.length / listPageSize));
  const page = Math.min(Math.max(1, query.page), pages);
  return { rows: fitting.slice((page - 1) * listPageSize, page * listPageSize), total: fitting.length, page, pages };
}

export function countByStatus(all: readonly ListedRegistration[]): StatusTotals {
  const totals = { pending: 0, confirmed: 0, waitlisted: 0, offered: 0, cancelled: 0 };
  for (const { status } of all) totals[status] += 1;
  return totals;
}

function searched({ details, email }: ListedRegistration): string {
  return folded(`${details.name} ${email} ${details.organisation}`);
}

/** Without accents and capitals, as people type when they search. */
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
