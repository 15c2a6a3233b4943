import { type TeamView, teamAttention } from '../domain/team-attention.ts';
import { type AskingPorts, askingOf } from './keep-asking.ts';

/**
 * What organisers and editors may know of an event's access. Its ports reach what everybody is told and asked, and nothing that anybody said:
 * whoever adds a port here adds it to what the whole team sees.
 */
export async function showTeam(eventId: string, now: Date, { events, asking }: AskingPorts): Promise<TeamView | undefined> {
  const found = await askingOf(eventId, { events, asking });
  if (found.kind === 'no-event') return undefined;
  return { event: found.event, asking: found.asking, attention: teamAttention(found.event, found.asking, now) };
}
