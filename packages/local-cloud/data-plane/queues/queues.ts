import { randomUUID } from 'node:crypto';
import type { Clock } from '../../part.ts';
import type { QueueResource } from '../../stack/model.ts';
import type { Storage } from '../storage.ts';
import { type MessageAttributes, maximumMessageBytes, messageBytes, type ReceivedMessage } from './message.ts';
import { messageRows } from './message-rows.ts';

/** The stack's queues, on the house's clock: visibility, delay and retention follow it, so that tests own them too. */
export interface Queues {
  byArn(arn: string): QueueResource | undefined;
  byName(name: string): QueueResource | undefined;
  readonly all: readonly QueueResource[];
  /** On disk when it returns. Throws MessageTooLarge. */
  send(queue: QueueResource, body: string, attributes?: MessageAttributes, delaySeconds?: number): { readonly messageId: string };
  /** At most ten. A message that was received too often goes to the dead letters instead, in the same transaction. */
  receive(queue: QueueResource, limit: number, visibilitySeconds?: number): readonly ReceivedMessage[];
  /** False where the receipt is no longer known; SQS calls that success too. */
  remove(queue: QueueResource, receipt: string): boolean;
  changeVisibility(queue: QueueResource, receipt: string, seconds: number): boolean;
  purge(queue: QueueResource): void;
  /** Moves dead letters back to the queue they came from, as new messages. Takes the queue or its dead-letter queue. */
  redrive(queue: QueueResource): { readonly moved: number; readonly left: number };
  depth(queue: QueueResource): QueueDepth;
  /** The oldest messages with their bodies, whether visible or not; nothing is received by it. */
  oldest(queue: QueueResource, limit: number): readonly PeekedMessage[];
  hasVisible(queue: QueueResource): boolean;
  /** Called after a message became visible by a send, a redrive or a changed visibility; not when time passes. */
  onArrival(queue: QueueResource, listener: () => void): () => void;
  /** What was in flight has no receiver any more: it becomes visible at once. */
  returnAllInFlight(): void;
}

export interface QueueDepth {
  readonly visible: number;
  readonly inFlight: number;
  readonly delayed: number;
  readonly oldestSentAt: number | undefined;
}

export interface PeekedMessage {
  readonly messageId: string;
  readonly body: string;
  readonly sentAt: number;
  readonly receiveCount: number;
}

export class MessageTooLarge extends Error {
  override readonly name = 'MessageTooLarge';
}

export function openQueues(resources: readonly QueueResource[], storage: Storage, clock: Clock): Queues {
  const rows = messageRows(storage.database);
  const arns = new Map(resources.map((queue) => [queue.arn, queue]));
  const names = new Map(resources.map((queue) => [queue.name, queue]));
  const listeners = new Map<string, Set<() => void>>();
  const now = () => clock.now().getTime();

  const announce = (arn: string): void => {
    for (const listener of listeners.get(arn) ?? []) listener();
  };
  const expire = (queue: QueueResource): void => rows.deleteSentBefore(queue.arn, now() - queue.retentionSeconds * 1000);

  return {
    all: resources,
    byArn: (arn) => arns.get(arn),
    byName: (name) => names.get(name),
    send(queue, body, attributes = {}, delaySeconds = 0) {
      if (messageBytes(body, attributes) > maximumMessageBytes)
        throw new MessageTooLarge('One or more parameters are invalid. Reason: Message must be shorter than 1048576 bytes.');
      const messageId = randomUUID();
      rows.insert({
        queue: queue.arn,
        messageId,
        body,
        attributes: JSON.stringify(attributes),
        sentAt: now(),
        visibleAt: now() + delaySeconds * 1000,
      });
      announce(queue.arn);
      return { messageId };
    },
    receive(queue, limit, visibilitySeconds = queue.visibilityTimeoutSeconds) {
      const at = now();
      let deadLettered = false;
      const received = storage.atomically(() => {
        expire(queue);
        const taken: ReceivedMessage[] = [];
        while (taken.length < Math.min(limit, 10)) {
          const row = rows.firstVisible(queue.arn, at);
          if (row === undefined) break;
          if (queue.deadLetter !== undefined && row.receiveCount >= queue.deadLetter.maxReceiveCount) {
            rows.move(row.id, queue.deadLetter.arn, queue.arn, at);
            deadLettered = true;
            continue;
          }
          taken.push(rows.take(row, randomUUID(), at, at + visibilitySeconds * 1000));
        }
        return taken;
      });
      if (deadLettered && queue.deadLetter !== undefined) announce(queue.deadLetter.arn);
      return received;
    },
    remove: (queue, receipt) => rows.deleteByReceipt(queue.arn, receipt),
    changeVisibility(queue, receipt, seconds) {
      const changed = rows.setVisibility(queue.arn, receipt, now() + seconds * 1000);
      if (changed && seconds === 0) announce(queue.arn);
      return changed;
    },
    purge: (queue) => rows.deleteAll(queue.arn),
    redrive(queue) {
      const at = now();
      const asDeadLetters = resources.some((other) => other.deadLetter?.arn === queue.arn);
      const moved = storage.atomically(() => {
        if (asDeadLetters) return rows.returnToOrigins(queue.arn, undefined, at);
        return queue.deadLetter === undefined ? 0 : rows.returnToOrigins(queue.deadLetter.arn, queue.arn, at);
      });
      const leftIn = asDeadLetters ? queue.arn : queue.deadLetter?.arn;
      for (const each of resources) if (each.arn === queue.arn || each.deadLetter?.arn === queue.arn) announce(each.arn);
      return { moved, left: leftIn === undefined ? 0 : rows.count(leftIn) };
    },
    depth(queue) {
      expire(queue);
      return rows.depth(queue.arn, now());
    },
    oldest(queue, limit) {
      expire(queue);
      return rows.oldest(queue.arn, limit);
    },
    hasVisible: (queue) => rows.firstVisible(queue.arn, now()) !== undefined,
    onArrival(queue, listener) {
      const ofQueue = listeners.get(queue.arn) ?? new Set();
      listeners.set(queue.arn, ofQueue.add(listener));
      return () => ofQueue.delete(listener);
    },
    returnAllInFlight: () => rows.returnInFlight(now()),
  };
}
