import { queryPage, type Table } from '@convener/dynamodb';
import type { Standing } from '../domain/registration.ts';
import { byEvent, eventPartition } from './keys.ts';
import { listedOf } from './registration-item.ts';

const pageSize = 100;

interface AudienceQuery {
  readonly standings: readonly Standing[];
  readonly wantingReport: boolean;
  readonly cursor: string | undefined;
}

/** One standing after the other; the cursor says which one, and where in it: `<number>.<cursor of the query>`. */
export async function readAudience(
  table: Table,
  eventId: string,
  query: AudienceQuery,
): Promise<{ ids: readonly string[]; cursor: string | undefined }> {
  const [at = '0', within] = query.cursor?.split('.', 2) ?? [];
  const number = Number.parseInt(at, 10) || 0;
  const standing = query.standings[number];
  if (!standing) return { ids: [], cursor: undefined };
  const page = await queryPage(table, {
    pk: eventPartition(eventId),
    index: byEvent,
    startingWith: `${standing}#`,
    limit: pageSize,
    cursor: within || undefined,
  });
  const listed = page.items.map(listedOf).filter((each) => !query.wantingReport || each.details.wantsReport);
  const further = number + 1 < query.standings.length ? `${number + 1}.` : undefined;
  return { ids: listed.map((each) => each.registrationId), cursor: page.cursor ? `${number}.${page.cursor}` : further };
}
