import { arrangeFor, type PersonPorts } from './arrange-person.ts';

interface Change {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/**
 * Says whom one thing serves now and whom not any more, and answers whom it serves then: somebody may take back what they told at the same
 * time, and after the event nobody is served anew. Everybody else's stays, whatever is changed at the same time.
 */
export async function servePeople(
  eventId: string,
  adjustmentId: string,
  { from, to }: Change,
  now: Date,
  ports: PersonPorts,
): Promise<readonly string[]> {
  const change = async (serves: boolean, handle: string) =>
    (await arrangeFor(eventId, handle, { kind: 'serve', adjustmentId, serves }, now, ports)).kind;
  const served = new Set(from);
  for (const handle of to.filter((each) => !from.includes(each))) if ((await change(true, handle)) === 'saved') served.add(handle);
  for (const handle of from.filter((each) => !to.includes(each))) if ((await change(false, handle)) !== 'closed') served.delete(handle);
  return [...served];
}
