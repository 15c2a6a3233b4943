import type { Values } from './template.ts';

/** One figure a period, the newest last; undefined where the metric said nothing. */
export type Datapoints = readonly (number | undefined)[];

/**
 * Whether CloudWatch would have this alarm on, by its own rules as far as our alarms use them: the newest `EvaluationPeriods` periods
 * must all breach, and a missing period counts as `TreatMissingData` says.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html
 */
export function isOn(alarm: Values, datapoints: Datapoints): boolean {
  const periods = Number(alarm.EvaluationPeriods);
  const newest = datapoints.slice(-periods);
  if (newest.length < periods) throw new Error(`${periods} periods are needed to tell.`);
  return newest.every((value) => (value === undefined ? alarm.TreatMissingData === 'breaching' : breaches(alarm, value)));
}

function breaches({ ComparisonOperator, Threshold }: Values, value: number): boolean {
  switch (ComparisonOperator) {
    case 'GreaterThanThreshold':
      return value > Number(Threshold);
    case 'LessThanThreshold':
      return value < Number(Threshold);
    default:
      throw new Error(`No alarm of ours compares by ${String(ComparisonOperator)}.`);
  }
}
