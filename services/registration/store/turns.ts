import { ConditionalCheckFailedException, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { BusyError, jitteredPause, type Pause, type Table, toKey } from '@convener/dynamodb';
import { turnsKey } from './keys.ts';

/** As long as a transaction holds an item, about 10 ms, and half as much again. */
const turnMs = 15;
/** Whoever was refused in their own turn asks for a longer one, up to so many times the first. */
const longest = 4;
/** Turns further away than this are not taken, about 500 of them: such a crowd spreads itself at random, over so long. */
const furthestMs = 8000;
const spreadMs = 3000;
/** No crowd reaches as far: a clock went wrong. */
const wrongMs = 60_000;
/** One write waits no longer than this in all, so that its person is told before the function that it waits in comes to its end. */
const mostMs = 12_000;

/**
 * What a write of an event's places does between its tries. Transactions that meet on one item refuse each other, and a crowd that comes back
 * at random meets again: of 200 at once two in three need more than six tries. Here whoever was refused takes a turn, by a plain update that nobody
 * else's transaction holds and which therefore waits instead of being refused, and comes back in it, at a random moment of its first half.
 */
export function inTurn(table: Table, eventId: string, clock: () => number = Date.now, most = mostMs): Pause {
  let waited = 0;
  return async (tries) => {
    const length = turnMs * Math.min(tries, longest);
    const turn = await takeTurn(table, eventId, clock(), length).catch(() => 'unknown' as const);
    // Turns are a courtesy: where they cannot be had, chance does.
    if (turn === 'unknown') return jitteredPause(tries);
    const now = clock();
    const wait = turn === 'far' ? Math.random() * spreadMs : Math.max(0, turn - now) + (Math.random() * length) / 2;
    waited += wait;
    if (waited > most) throw new BusyError();
    await new Promise((resolve) => setTimeout(resolve, wait));
  };
}

/** `next` is when the turn after all that are taken begins. A time that is past, or of a clock that went wrong, begins anew. */
async function takeTurn(table: Table, eventId: string, now: number, length: number): Promise<number | 'far'> {
  const [far, wrong] = [now + furthestMs, now + wrongMs];
  for (let tries = 1; tries <= 3; tries += 1) {
    const values = { ':now': now, ':far': far, ':length': length };
    const behind = await update(table, eventId, now, { next: '#next + :length', condition: '#next > :now AND #next <= :far', values });
    if (behind.kind === 'taken') return behind.next - length;
    if (behind.next > far && behind.next <= wrong) return 'far';
    const condition = 'attribute_not_exists(#next) OR #next <= :now OR #next > :wrong';
    const first = await update(table, eventId, now, {
      next: ':then',
      condition,
      values: { ':now': now, ':wrong': wrong, ':then': now + length },
    });
    if (first.kind === 'taken') return now;
  }
  return 'far';
}

interface Turn {
  readonly kind: 'taken' | 'not';
  /** As it stands; 0 where there is none. */
  readonly next: number;
}

interface Update {
  readonly next: string;
  readonly condition: string;
  readonly values: Readonly<Record<string, number>>;
}

async function update(table: Table, eventId: string, now: number, { next, condition, values }: Update): Promise<Turn> {
  const numbers = { ...values, ':expiresAt': Math.floor(now / 1000) + 60 * 60 };
  try {
    const { Attributes } = await table.client.send(
      new UpdateItemCommand({
        TableName: table.name,
        Key: toKey(turnsKey(eventId)),
        UpdateExpression: `SET #next = ${next}, expiresAt = :expiresAt`,
        ConditionExpression: condition,
        ExpressionAttributeNames: { '#next': 'next' },
        ExpressionAttributeValues: Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, { N: String(value) }])),
        ReturnValues: 'UPDATED_NEW',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
    return { kind: 'taken', next: Number(Attributes?.next?.N ?? now) };
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return { kind: 'not', next: Number(error.Item?.next?.N ?? 0) };
  }
}
