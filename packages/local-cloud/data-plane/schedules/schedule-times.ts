/** When a schedule is due. */
export interface ScheduleTimes {
  /** The first due instant after `instant`, or undefined where it is never due again. */
  after(instant: Date): Date | undefined;
}
