import type { ListedRegistration, Status, WayOfTelling } from './registration.ts';

export const listPageSize = 100;

/** What can be shown of each person beside their name, in the order in which it is shown. */
export const listColumns = [
  'status',
  'email',
  'organisation',
  'comingAs',
  'group',
  'supporter',
  'position',
  'wantsReport',
  'told',
  'attended',
  'shownToOthers',
  'registeredAt',
] as const;
export type ListColumn = (typeof listColumns)[number];

export const usualColumns: readonly ListColumn[] = ['status', 'email', 'organisation', 'comingAs', 'registeredAt'];

/** No group's id is so. */
export const noGroup = '-';

/** Which registrations are looked at; what is undefined does not matter. */
export interface ListFilters {
  readonly status: Status | undefined;
  readonly attended: boolean | undefined;
  readonly wantsReport: boolean | undefined;
  readonly told: WayOfTelling | undefined;
  /** The id of a group, or `noGroup`. */
  readonly group: string | undefined;
  /** Whether somebody comes along to support them. */
  readonly supporter: boolean | undefined;
  /** Whether letters reach them. */
  readonly hasAddress: boolean | undefined;
}

export interface ListQuery extends ListFilters {
  /** What somebody typed: part of a name, an address or an organisation. */
  readonly text: string;
  readonly order: 'name' | 'newest';
  readonly columns: readonly ListColumn[];
  /** From 1. */
  readonly page: number;
}

export const everybody: ListQuery = {
  status: undefined,
  attended: undefined,
  wantsReport: undefined,
  told: undefined,
  group: undefined,
  supporter: undefined,
  hasAddress: undefined,
  text: '',
  order: 'name',
  columns: usualColumns,
  page: 1,
};

export interface FoundRegistrations {
  readonly rows: readonly ListedRegistration[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

export type StatusTotals = Readonly<Record<Status, number>>;

const order: readonly Status[] = ['confirmed', 'offered', 'waitlisted', 'pending', 'cancelled'];

/** One page of those that fit: confirmed first, then by name, as a list at a door is read; or the newest first. */
export function findRegistrations(all: readonly ListedRegistration[], query: ListQuery): FoundRegistrations {
  const fitting = fittingOf(all, query);
  const pages = Math.max(1, Math.ceil(fitting.length / listPageSize));
  const page = Math.min(Math.max(1, query.page), pages);
  return { rows: fitting.slice((page - 1) * listPageSize, page * listPageSize), total: fitting.length, page, pages };
}

/** All that fit, in order. */
export function fittingOf(all: readonly ListedRegistration[], query: Omit<ListQuery, 'page' | 'columns'>): readonly ListedRegistration[] {
  const wanted = folded(query.text);
  const fitting = all.filter((each) => fits(each, query) && (wanted === '' || searched(each).includes(wanted)));
  if (query.order === 'newest') return fitting.sort((a, b) => (a.registeredAt < b.registeredAt ? 1 : -1));
  return fitting.sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status) || byName(a, b));
}

function fits(each: ListedRegistration, { status, attended, wantsReport, told, group, supporter, hasAddress }: ListFilters): boolean {
  return (
    (status === undefined || each.status === status) &&
    (attended === undefined || (each.attended !== undefined) === attended) &&
    (wantsReport === undefined || each.details.wantsReport === wantsReport) &&
    (told === undefined || each.told === told) &&
    (group === undefined || (each.group ?? noGroup) === group) &&
    (supporter === undefined || (each.details.supporter !== undefined) === supporter) &&
    (hasAddress === undefined || (each.email !== '') === hasAddress)
  );
}

/** One collator for all comparisons: a list of 5,000 makes 60,000 of them. */
let collator: Intl.Collator | undefined;

function byName(a: ListedRegistration, b: ListedRegistration): number {
  collator ??= new Intl.Collator('en');
  return collator.compare(a.details.name, b.details.name);
}

export function countByStatus(all: readonly ListedRegistration[]): StatusTotals {
  const totals = { pending: 0, confirmed: 0, waitlisted: 0, offered: 0, cancelled: 0 };
  for (const { status } of all) totals[status] += 1;
  return totals;
}

/** Supporters of those who come: they take no place, and need a chair. */
export function countSupporters(all: readonly ListedRegistration[]): number {
  return all.filter(({ status, details }) => status === 'confirmed' && details.supporter !== undefined).length;
}

/** People who come, or wait to, and whom no letter reaches: somebody has to tell them. */
export function countUnreached(all: readonly ListedRegistration[]): number {
  return all.filter(({ email, status }) => email === '' && status !== 'cancelled').length;
}

/** Those of an event that bear a name, however it was typed; cancelled ones left out. */
export function namesakes(all: readonly ListedRegistration[], name: string): readonly ListedRegistration[] {
  const wanted = folded(name);
  return all.filter(({ details, status }) => status !== 'cancelled' && folded(details.name) === wanted);
}

function searched({ details, email }: ListedRegistration): string {
  return folded(`${details.name} ${email} ${details.organisation}`);
}

/** Without accents and capitals, as people type when they search. */
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}
