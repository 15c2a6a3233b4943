import type { OrganiserSession } from './sessions.ts';

/** Since when an organiser's sessions and tokens count: those that were signed in an earlier standing have ended. */
export interface EndedSessions {
  readonly organiserId: string;
  /** The version of the organiser's record with which they lost a role, or were removed. */
  readonly standing: number;
}

export const endedSessionsNotice = { owner: 'organisers', name: 'ended-sessions' } as const;

/** A standard parameter holds 4 KB. That is some 120 people removed within twelve hours; of more, those removed first fall out. */
const mostCharacters = 4000;

/** As text, in the order given, the newest first. */
export function writeEnded(ended: readonly EndedSessions[]): string {
  const lines = ended.map(({ organiserId, standing }) => `${organiserId} ${standing}`);
  while (lines.join('\n').length > mostCharacters) lines.pop();
  return lines.join('\n') || 'none';
}

/** Whether the notice ends this session. A session without a standing, of a program of this machine, is older than any. */
export function hasEnded({ organiserId, standing = 0 }: OrganiserSession, notice: string | undefined): boolean {
  const line = notice?.split('\n').find((each) => each.startsWith(`${organiserId} `));
  return line !== undefined && standing < Number(line.slice(organiserId.length + 1));
}
