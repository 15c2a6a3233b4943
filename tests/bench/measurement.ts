/** One line of the bench. */
export interface Measurement {
  readonly what: string;
  readonly figure: string;
  /** What it was measured against, in the same run. */
  readonly baseline: string;
  readonly target: string;
  /** Undefined where there is no target. */
  readonly held?: boolean;
}

export function print(name: string, measurements: readonly Measurement[]): void {
  console.log(`\n${name}`);
  const columns = ['what', 'figure', 'baseline', 'target'] as const;
  const width = (column: (typeof columns)[number]) => Math.max(column.length, ...measurements.map((each) => each[column].length));
  console.log(columns.map((column) => column.padEnd(width(column))).join('  '));
  for (const each of measurements) {
    const verdict = each.held === undefined ? '' : each.held ? 'held' : 'MISSED';
    console.log(`${columns.map((column) => each[column].padEnd(width(column))).join('  ')}  ${verdict}`);
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function ms(value: number): string {
  return `${value < 1 ? value.toFixed(3) : value.toFixed(1)} ms`;
}
