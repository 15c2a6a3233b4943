import { clockAt, type TestClock } from '@convener/testing';
import { afterEach, describe, expect, it } from 'vitest';
import type { ScheduleResource } from '../../stack/model.ts';
import { type FakeFunctions, fakeFunctions, type RunningPlane, startPlane } from '../testing/running-plane.ts';
import { functionNamed, queueArn, queueNamed, scheduleNamed, stackWith } from '../testing/small-stack.ts';

const open: RunningPlane[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.stop();
});

async function running(
  functions: FakeFunctions,
  clock: TestClock,
  schedule: Partial<ScheduleResource> = {},
  dataFolder?: string,
): Promise<RunningPlane> {
  const stack = stackWith({
    functions: [functionNamed('sweep')],
    queues: [queueNamed('dead')],
    schedules: [scheduleNamed('sweeping', { deadLetterArn: queueArn('dead'), ...schedule })],
  });
  const started = await startPlane({ stack, functions, clock, ...(dataFolder !== undefined && { dataFolder }) });
  open.push(started);
  return started;
}

describe('schedules', () => {
  it('run when the clock says so, once however long it jumped, with their input', async () => {
    const clock = clockAt('2026-03-01T09:00:00Z');
    const functions = fakeFunctions(() => null);
    const { plane } = await running(functions, clock, { input: '{"task":"sweep","at":"<aws.scheduler.scheduled-time>"}' });
    expect(await plane.runSchedulesDue()).toEqual([]);
    clock.advance(30 * 86_400_000);
    await plane.runSchedulesDue();
    await plane.runSchedulesDue();
    expect(functions.calls).toEqual([{ functionName: 'sweep', payload: { task: 'sweep', at: '2026-03-31T09:00:00.000Z' } }]);
  });

  it('remember over a restart when they ran', async () => {
    const clock = clockAt('2026-03-01T09:00:00Z');
    const first = await running(
      fakeFunctions(() => null),
      clock,
      { expression: 'cron(0 12 * * ? *)' },
    );
    await first.stop();
    clock.advance(4 * 3_600_000);
    const functions = fakeFunctions(() => null);
    const { plane } = await running(functions, clock, { expression: 'cron(0 12 * * ? *)' }, first.dataFolder);
    await plane.runSchedulesDue();
    expect(functions.calls).toHaveLength(1);
  });

  it('are tried again, and then their input lies among the dead letters', async () => {
    const functions = fakeFunctions(() => {
      throw new Error('down');
    });
    const { plane } = await running(functions, clockAt('2026-03-01T09:00:00Z'), { input: '{"task":"sweep"}', maximumRetryAttempts: 1 });
    await plane.fireSchedule('sweeping');
    expect(functions.calls).toHaveLength(2);
    const { queues, schedules } = await plane.describe();
    expect(queues[0]?.oldest.map((message) => message.body)).toEqual(['{"task":"sweep"}']);
    expect(schedules).toMatchObject([{ name: 'sweeping', lastOutcome: 'failed', nextDue: '2026-03-01T09:05:00.000Z' }]);
  });

  it('cannot be fired by a name that is not there, and stop the start where they cannot run', async () => {
    const functions = fakeFunctions(() => null);
    const clock = clockAt('2026-03-01T09:00:00Z');
    const { plane } = await running(functions, clock);
    await expect(plane.fireSchedule('nobody')).rejects.toThrow('no schedule named nobody');
    await expect(running(functions, clock, { expression: 'rate(5 weeks)' })).rejects.toThrow(/schedule sweeping cannot run/);
    await expect(running(functions, clock, { targetArn: queueArn('dead') })).rejects.toThrow(/schedule sweeping starts something/);
  });
});
