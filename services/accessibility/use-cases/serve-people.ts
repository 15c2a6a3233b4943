import { arrangeFor, type PersonPorts } from './arrange-person.ts';

interface Change {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** Says whom one thing serves now and whom not any more. Everybody else's stays, whatever is changed at the same time. */
export async function servePeople(
  eventId: string,
  adjustmentId: string,
  { from, to }: Change,
  now: Date,
  ports: PersonPorts,
): Promise<void> {
  const change = (serves: boolean) => (handle: string) => arrangeFor(eventId, handle, { kind: 'serve', adjustmentId, serves }, now, ports);
  for (const handle of to.filter((each) => !from.includes(each))) await change(true)(handle);
  for (const handle of from.filter((each) => !to.includes(each))) await change(false)(handle);
}
