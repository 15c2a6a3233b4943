import { arrangeFor, type PersonPorts } from './arrange-person.ts';

/** Says whom one thing serves: everybody who is named, and nobody else any more. Who took their answer back meanwhile is left out. */
export async function servePeople(
  eventId: string,
  adjustmentId: string,
  handles: readonly string[],
  now: Date,
  ports: PersonPorts,
): Promise<void> {
  const [{ needs, arrangements }, handleOf] = await Promise.all([ports.boards.ofEvent(eventId), ports.handles()]);
  for (const { registrationId } of needs) {
    const handle = handleOf(eventId, registrationId);
    const linked = arrangements.find((each) => each.registrationId === registrationId)?.adjustmentIds ?? [];
    const others = linked.filter((id) => id !== adjustmentId);
    const wanted = handles.includes(handle) ? [...others, adjustmentId] : others;
    if (wanted.length !== linked.length) await arrangeFor(eventId, handle, { kind: 'link', adjustmentIds: wanted }, now, ports);
  }
}
