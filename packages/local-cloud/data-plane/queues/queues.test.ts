import { clockAt } from '@convener/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openStorage } from '../storage.ts';
import { queueArn, queueNamed } from '../testing/small-stack.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { MessageTooLarge, openQueues } from './queues.ts';

const letters = queueNamed('letters', {
  visibilityTimeoutSeconds: 30,
  retentionSeconds: 3600,
  deadLetter: { arn: queueArn('dead'), maxReceiveCount: 2 },
});
const dead = queueNamed('dead', { retentionSeconds: 1_209_600 });

function opened(folder = temporaryFolder()) {
  const clock = clockAt('2026-03-01T09:00:00Z');
  const storage = openStorage(folder);
  return { clock, storage, folder, queues: openQueues([letters, dead], storage, clock) };
}

describe('a queue on the house clock', () => {
  it('hides a received message until its visibility ends, and counts how often it was received', () => {
    const { queues, clock } = opened();
    queues.send(letters, 'hello');
    expect(queues.receive(letters, 10)).toMatchObject([{ body: 'hello', receiveCount: 1 }]);
    expect(queues.receive(letters, 10)).toEqual([]);
    expect(queues.depth(letters)).toMatchObject({ visible: 0, inFlight: 1, delayed: 0 });
    clock.advance(30_000);
    expect(queues.receive(letters, 10)).toMatchObject([{ body: 'hello', receiveCount: 2 }]);
  });

  it('sets a message aside after it was received too often, and redrives it as a new one', () => {
    const { queues, clock } = opened();
    const { messageId } = queues.send(letters, 'bad');
    for (let at = 0; at < 2; at += 1) {
      expect(queues.receive(letters, 10)).toHaveLength(1);
      clock.advance(30_000);
    }
    expect(queues.receive(letters, 10)).toEqual([]);
    expect(queues.oldest(dead, 5)).toMatchObject([{ body: 'bad', messageId }]);
    expect(queues.redrive(dead)).toEqual({ moved: 1, left: 0 });
    const [again] = queues.receive(letters, 10);
    expect(again).toMatchObject({ body: 'bad', receiveCount: 1 });
    expect(again?.messageId).not.toBe(messageId);
  });

  it('leaves in the dead letters what came from nowhere else', () => {
    const { queues } = opened();
    queues.send(dead, 'whereabouts of a stream record');
    expect(queues.redrive(letters)).toEqual({ moved: 0, left: 1 });
  });

  it('forgets a message after its retention, delays one, and returns one at once', () => {
    const { queues, clock } = opened();
    queues.send(letters, 'later', {}, 60);
    expect(queues.receive(letters, 10)).toEqual([]);
    clock.advance(60_000);
    const [received] = queues.receive(letters, 10);
    expect(queues.changeVisibility(letters, received?.receipt ?? '', 0)).toBe(true);
    expect(queues.hasVisible(letters)).toBe(true);
    clock.advance(3_600_000);
    expect(queues.receive(letters, 10)).toEqual([]);
    expect(queues.depth(letters).oldestSentAt).toBeUndefined();
  });

  it('keeps messages over a restart, and gives back what was in flight', () => {
    const first = opened();
    first.queues.send(letters, 'a', { kind: { DataType: 'String', StringValue: 'letter' } });
    first.queues.receive(letters, 10);
    first.storage.close();
    const second = opened(first.folder);
    second.queues.returnAllInFlight();
    expect(second.queues.receive(letters, 10)).toMatchObject([
      { body: 'a', attributes: { kind: { StringValue: 'letter' } }, receiveCount: 2 },
    ]);
  });

  it('refuses a message over 1 MiB', () => {
    const { queues } = opened();
    expect(() => queues.send(letters, 'x'.repeat(1_048_577))).toThrow(MessageTooLarge);
  });

  it('never loses or doubles a message, whatever its receivers do', () => {
    const step = fc.constantFrom('send', 'receive', 'remove', 'return', 'wait', 'redrive');
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { queues, clock, storage } = opened();
        const receipts: string[] = [];
        const nextReceipt = () => receipts.shift() ?? '';
        let removed = 0;
        const acts: Readonly<Record<string, () => unknown>> = {
          send: () => queues.send(letters, 'message'),
          receive: () => receipts.push(...queues.receive(letters, 2).map((message) => message.receipt)),
          remove: () => {
            removed += queues.remove(letters, nextReceipt()) ? 1 : 0;
          },
          return: () => queues.changeVisibility(letters, nextReceipt(), 0),
          wait: () => clock.advance(30_000),
          redrive: () => queues.redrive(letters),
        };
        for (const each of steps) acts[each]?.();
        const depths = [letters, dead].map((queue) => queues.depth(queue));
        const held = depths.reduce((sum, depth) => sum + depth.visible + depth.inFlight + depth.delayed, 0);
        storage.close();
        expect(held + removed).toBe(steps.filter((each) => each === 'send').length);
      }),
      { numRuns: 60 },
    );
  });
});
