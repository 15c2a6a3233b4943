import { everybody, type ListColumn, type ListQuery, listColumns } from '../domain/find-registrations.ts';
import { type Status, type WayOfTelling, waysOfTelling } from '../domain/registration.ts';

export const statuses: readonly Status[] = ['confirmed', 'offered', 'waitlisted', 'pending', 'cancelled'];

/** What is asked of the list, from an address or from a form; what makes no sense is left out. */
export function readListQuery(valuesOf: (name: string) => readonly string[]): ListQuery {
  const one = (name: string) => valuesOf(name).at(-1) ?? '';
  const columns = new Set(valuesOf('columns').flatMap((each) => each.split(',')));
  const chosen = listColumns.filter((column) => columns.has(column));
  return {
    status: statuses.find((status) => status === one('status')),
    attended: yesOrNo(one('attended')),
    wantsReport: yesOrNo(one('report')),
    told: waysOfTelling.find((way: WayOfTelling) => way === one('told')),
    group: /^[\w-]{1,60}$/.test(one('group')) ? one('group') : undefined,
    supporter: yesOrNo(one('supporter')),
    hasAddress: yesOrNo(one('address')),
    text: one('text').slice(0, 200).trim(),
    order: one('order') === 'newest' ? 'newest' : 'name',
    columns: chosen.length > 0 ? chosen : everybody.columns,
    page: pageOf(one('page')),
  };
}

/** The same as values of a form; what goes without saying is left out, and so is the text, which stands in no address. */
export function listParameters(query: ListQuery): Readonly<Record<string, string>> {
  const { status, attended, wantsReport, told, group, supporter, hasAddress, order, columns, page } = query;
  return {
    ...(status ? { status } : {}),
    ...said('attended', attended),
    ...said('report', wantsReport),
    ...(told ? { told } : {}),
    ...(group ? { group } : {}),
    ...said('supporter', supporter),
    ...said('address', hasAddress),
    ...(order === 'newest' ? { order } : {}),
    ...(isUsual(columns) ? {} : { columns: columns.join(',') }),
    ...(page > 1 ? { page: String(page) } : {}),
  };
}

export function listAddress(base: `/${string}`, query: ListQuery): `/${string}` {
  const parameters = new URLSearchParams(listParameters(query)).toString().replaceAll('%2C', ',');
  return parameters ? `${base}?${parameters}` : base;
}

export function isFiltered({ status, attended, wantsReport, told, group, supporter, hasAddress, text }: ListQuery): boolean {
  return text !== '' || [status, attended, wantsReport, told, group, supporter, hasAddress].some((each) => each !== undefined);
}

export function isUsual(columns: readonly ListColumn[]): boolean {
  return columns.join() === everybody.columns.join();
}

function said(name: string, value: boolean | undefined): Readonly<Record<string, string>> {
  return value === undefined ? {} : { [name]: value ? 'yes' : 'no' };
}

function yesOrNo(value: string): boolean | undefined {
  return value === 'yes' ? true : value === 'no' ? false : undefined;
}

function pageOf(value: string): number {
  const page = Number.parseInt(value, 10);
  return page > 0 && page < 10_000 ? page : 1;
}
