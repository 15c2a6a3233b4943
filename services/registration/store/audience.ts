import { getItems, type Item, queryPage, type Table } from '@convener/dynamodb';
import type { Audience, ListedRegistration, Standing } from '../domain/registration.ts';
import { eventPartition, registrationKey, roster } from './keys.ts';
import { idIn, listedAttributes, listedFrom, listedOf } from './listed-item.ts';
import { registrationOf } from './registration-item.ts';

const pageSize = 100;

interface AudienceQuery {
  readonly standings: readonly Audience[];
  readonly wantingReport: boolean;
  readonly cursor: string | undefined;
}

/** One audience after the other, nobody twice; the cursor says which one, and where in it: `<number>.<cursor of the query>`. */
export async function readAudience(
  table: Table,
  eventId: string,
  query: AudienceQuery,
): Promise<{ ids: readonly string[]; cursor: string | undefined }> {
  const [at = '0', within] = query.cursor?.split('.', 2) ?? [];
  const number = Number.parseInt(at, 10) || 0;
  const parts = partsOf(query.standings);
  const part = parts[number];
  if (!part) return { ids: [], cursor: undefined };
  const page = await queryPage(table, {
    pk: eventPartition(eventId),
    index: roster,
    startingWith: `${part.standing}#`,
    limit: pageSize,
    cursor: within || undefined,
    only: listedAttributes,
  });
  const listed = (await listedIn(table, page.items)).filter(
    (each) => (!query.wantingReport || each.details.wantsReport) && (!part.onlyIfCame || each.attended),
  );
  const further = number + 1 < parts.length ? `${number + 1}.` : undefined;
  return { ids: listed.map((each) => each.registrationId), cursor: page.cursor ? `${number}.${page.cursor}` : further };
}

interface Part {
  readonly standing: Standing;
  readonly onlyIfCame: boolean;
}

/** Whoever came is among the confirmed, or was let in while they waited; where all of those are asked for, they are among them already. */
function partsOf(standings: readonly Audience[]): readonly Part[] {
  const whole = standings.flatMap((each): Part[] => {
    if (each === 'attended') return [];
    // Whoever is offered a place stood in the line a moment ago, and has no place yet.
    const all: readonly Standing[] = each === 'waitlisted' ? ['waitlisted', 'offered'] : [each];
    return all.map((standing) => ({ standing, onlyIfCame: false }));
  });
  if (!standings.includes('attended')) return whole;
  const came = (['confirmed', 'waitlisted'] as const).filter((standing) => !standings.includes(standing));
  return [...whole, ...came.map((standing) => ({ standing, onlyIfCame: true }))];
}

async function listedIn(table: Table, items: readonly Item[]): Promise<readonly ListedRegistration[]> {
  const older = items.filter((item) => !listedOf(item)).map((item) => registrationKey(idIn(item)));
  const found = (await getItems(table, older)).flatMap((item) => registrationOf(item) ?? []).map(listedFrom);
  return [...items.flatMap((item) => listedOf(item) ?? []), ...found];
}
