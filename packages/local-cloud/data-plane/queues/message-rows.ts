import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';
import { messageAttributes, type ReceivedMessage } from './message.ts';

const messageRow = z.object({
  id: z.number(),
  message_id: z.string(),
  body: z.string(),
  attributes: z.string(),
  sent_at: z.number(),
  first_received_at: z.nullable(z.number()),
  receive_count: z.number(),
});
const depthRow = z.object({ visible: z.number(), in_flight: z.number(), delayed: z.number(), oldest: z.nullable(z.number()) });
const countRow = z.object({ count: z.number() });

export interface MessageRow {
  readonly id: number;
  readonly messageId: string;
  readonly body: string;
  readonly attributes: string;
  readonly sentAt: number;
  readonly firstReceivedAt: number | undefined;
  readonly receiveCount: number;
}

/** The statements over the table `messages`; instants are epoch milliseconds. */
export function messageRows(database: DatabaseSync) {
  const columns = 'id, message_id, body, attributes, sent_at, first_received_at, receive_count';
  const insert = database.prepare(
    'INSERT INTO messages (queue, message_id, body, attributes, sent_at, visible_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const expired = database.prepare('DELETE FROM messages WHERE queue = ? AND sent_at < ?');
  const first = database.prepare(`SELECT ${columns} FROM messages WHERE queue = ? AND visible_at <= ? ORDER BY visible_at, id LIMIT 1`);
  const oldest = database.prepare(`SELECT ${columns} FROM messages WHERE queue = ? ORDER BY sent_at, id LIMIT ?`);
  const move = database.prepare('UPDATE messages SET queue = ?, origin = ?, receipt = NULL, visible_at = ? WHERE id = ?');
  const take = database.prepare(
    'UPDATE messages SET receipt = ?, visible_at = ?, receive_count = receive_count + 1, first_received_at = coalesce(first_received_at, ?) WHERE id = ?',
  );
  const removed = database.prepare('DELETE FROM messages WHERE queue = ? AND receipt = ?');
  const visibility = database.prepare('UPDATE messages SET visible_at = ? WHERE queue = ? AND receipt = ?');
  const purge = database.prepare('DELETE FROM messages WHERE queue = ?');
  const deadLetters = database.prepare(
    'SELECT id, origin FROM messages WHERE queue = ?1 AND origin IS NOT NULL AND (?2 IS NULL OR origin = ?2) ORDER BY id',
  );
  const comeBack = database.prepare(
    'UPDATE messages SET queue = origin, origin = NULL, message_id = ?, sent_at = ?, visible_at = ?, receipt = NULL, receive_count = 0, first_received_at = NULL WHERE id = ?',
  );
  const count = database.prepare('SELECT count(*) AS count FROM messages WHERE queue = ?');
  const depth = database.prepare(`
    SELECT coalesce(sum(visible_at <= ?1), 0) AS visible,
           coalesce(sum(visible_at > ?1 AND receipt IS NOT NULL), 0) AS in_flight,
           coalesce(sum(visible_at > ?1 AND receipt IS NULL), 0) AS delayed,
           min(sent_at) AS oldest
    FROM messages WHERE queue = ?2`);
  const returned = database.prepare('UPDATE messages SET visible_at = ?, receipt = NULL WHERE receipt IS NOT NULL');

  return {
    insert(row: { queue: string; messageId: string; body: string; attributes: string; sentAt: number; visibleAt: number }): void {
      insert.run(row.queue, row.messageId, row.body, row.attributes, row.sentAt, row.visibleAt);
    },
    deleteSentBefore(queue: string, instant: number): void {
      expired.run(queue, instant);
    },
    firstVisible(queue: string, at: number): MessageRow | undefined {
      const row = first.get(queue, at);
      return row === undefined ? undefined : read(row);
    },
    oldest: (queue: string, limit: number): MessageRow[] => oldest.all(queue, limit).map(read),
    move(id: number, to: string, origin: string, at: number): void {
      move.run(to, origin, at, id);
    },
    take(row: MessageRow, receipt: string, at: number, visibleAt: number): ReceivedMessage {
      take.run(receipt, visibleAt, at, row.id);
      return {
        messageId: row.messageId,
        receipt,
        body: row.body,
        attributes: messageAttributes.parse(JSON.parse(row.attributes)),
        sentAt: row.sentAt,
        firstReceivedAt: row.firstReceivedAt ?? at,
        receiveCount: row.receiveCount + 1,
      };
    },
    deleteByReceipt: (queue: string, receipt: string): boolean => removed.run(queue, receipt).changes > 0,
    setVisibility: (queue: string, receipt: string, visibleAt: number): boolean => visibility.run(visibleAt, queue, receipt).changes > 0,
    deleteAll(queue: string): void {
      purge.run(queue);
    },
    /** As on AWS, a redriven message is a new one: new id, new age, never received. */
    returnToOrigins(deadLetterQueue: string, origin: string | undefined, at: number): number {
      const found = deadLetters.all(deadLetterQueue, origin ?? null);
      for (const { id } of found) comeBack.run(randomUUID(), at, at, id ?? null);
      return found.length;
    },
    count: (queue: string): number => countRow.parse(count.get(queue)).count,
    depth(queue: string, at: number) {
      const row = depthRow.parse(depth.get(at, queue));
      return { visible: row.visible, inFlight: row.in_flight, delayed: row.delayed, oldestSentAt: row.oldest ?? undefined };
    },
    returnInFlight(at: number): void {
      returned.run(at);
    },
  };
}

function read(row: unknown): MessageRow {
  const parsed = messageRow.parse(row);
  return {
    id: parsed.id,
    messageId: parsed.message_id,
    body: parsed.body,
    attributes: parsed.attributes,
    sentAt: parsed.sent_at,
    firstReceivedAt: parsed.first_received_at ?? undefined,
    receiveCount: parsed.receive_count,
  };
}
