import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type AlarmKind, alarmKinds } from '../../infra/alarm-kinds.ts';
import { type Datapoints, isOn } from './parts/alarm-evaluation.ts';
import { example, stacks } from './parts/services-under-test.ts';
import { asText, listOf, type Named, resourcesOf } from './parts/template.ts';

const runbook = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8');
const headings = [...runbook.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading ?? '');
const kinds = Object.keys(alarmKinds) as AlarmKind[];

function kindOf(alarm: Named): AlarmKind | undefined {
  const name = asText(alarm.properties.AlarmName);
  return kinds.filter((kind) => name.endsWith(`-${kind}`)).sort((one, other) => other.length - one.length)[0];
}

/** What each kind of alarm must ring at, and what it must bear. In the metric's own unit, one figure a period, the newest last. */
const trips: Readonly<Record<AlarmKind, { readonly rings: Datapoints; readonly bears: Datapoints }>> = {
  'set-aside': { rings: [0, 1], bears: [0, 0] },
  behind: { rings: [1000, 1800], bears: [30, 1800] },
  refused: { rings: [1], bears: [0] },
  'stream-behind': { rings: [700_000, 900_000], bears: [900_000, 100] },
  undelivered: { rings: [1], bears: [undefined] },
  'functions-failing': { rings: [3], bears: [2] },
  throttled: { rings: [6], bears: [undefined] },
  'table-busy': { rings: [20, 20], bears: [20, 0] },
  silent: { rings: [undefined], bears: [3] },
  'pages-failing': { rings: [5], bears: [4] },
  'pages-slow': { rings: [2500, 2500, 2500], bears: [2500, 900, 2500] },
  'letters-in-doubt': { rings: [1], bears: [undefined] },
  bounces: { rings: [0.05], bears: [0.02] },
  complaints: { rings: [0.001], bears: [0.0002] },
};

describe('every kind of alarm', () => {
  it('has a heading in the runbook, and every heading of an alarm a kind', () => {
    const promised = Object.values(alarmKinds).map(({ heading }) => heading);
    expect(headings.filter((heading) => !heading.startsWith('How ')).sort()).toEqual([...promised].sort());
  });

  it.each(kinds)('%s says under its heading what people lose, how to look and how to mend', (kind) => {
    const section = runbook.split(`## ${alarmKinds[kind].heading}\n`)[1]?.split('\n## ')[0] ?? '';
    for (const part of ['**What people lose.**', '**Look.**', '**Mend.**']) expect(section).toContain(part);
  });

  it.each(kinds)('%s rings when it should, and not before', (kind) => {
    const alarms = resourcesOf(example(), 'AWS::CloudWatch::Alarm').filter((alarm) => kindOf(alarm) === kind);
    expect(alarms.length).toBeGreaterThan(0);
    for (const alarm of alarms) {
      expect(isOn(alarm.properties, trips[kind].rings)).toBe(true);
      expect(isOn(alarm.properties, trips[kind].bears)).toBe(false);
    }
  });
});

describe.each(stacks)('in %s', (_name, template) => {
  const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm');

  it('every alarm is of a kind, names what people lose and where to read on, and tells the topic', () => {
    for (const alarm of alarms) {
      const kind = kindOf(alarm);
      expect(kind, asText(alarm.properties.AlarmName)).toBeDefined();
      if (!kind) continue;
      const text = asText(alarm.properties.AlarmDescription);
      expect(text).toMatch(new RegExp(`^.{20,} What to do: docs/runbook\\.md, "${alarmKinds[kind].heading}"\\.$`));
      expect(listOf(alarm.properties.AlarmActions).map(asText)).toEqual([expect.stringMatching(/^\{AlarmsTopic/)]);
    }
  });
});

it('a deaf twin is noticed: an alarm that bears everything rings at nothing', () => {
  const [alarm] = resourcesOf(example(), 'AWS::CloudWatch::Alarm').filter((one) => kindOf(one) === 'set-aside');
  expect(isOn({ ...alarm?.properties, Threshold: 1_000_000 }, trips['set-aside'].rings)).toBe(false);
});
