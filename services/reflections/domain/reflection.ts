import type { EventId, OrganiserId, ReflectionId, RoomId, ThemeId } from '@convener/contracts';
import type { Consent } from './consent.ts';

/** What somebody said, and what may be done with it. */
export interface Said {
  readonly words: string;
  readonly consent: Consent;
}

export type Standing =
  | ({ readonly kind: 'open'; readonly themeIds: readonly ThemeId[] } & Said)
  | ({ readonly kind: 'set-aside'; readonly reason: string; readonly by: OrganiserId } & Said)
  /** Its words are gone. */
  | { readonly kind: 'withdrawn' };

export interface Reflection {
  readonly id: ReflectionId;
  readonly eventId: EventId;
  /** None where it was made before or after the event. */
  readonly roomId: RoomId | undefined;
  /** Who wrote it down: its owner, the room's note-taker, or an organiser (from paper). */
  readonly source: 'form' | 'notes' | 'organiser';
  /** All that is kept of when. No hour, address, device or cookie: nobody can tell from it who spoke, or in what order. */
  readonly day: string;
  readonly linkVersion: number;
  readonly standing: Standing;
}

export type Announcement =
  | { readonly kind: 'made' }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'moderated'; readonly decision: 'set-aside' | 'brought-back' }
  | { readonly kind: 'themed'; readonly themeIds: readonly ThemeId[] };

export type ReflectionCommand =
  /** Its owner says it differently. */
  | { readonly kind: 'edit'; readonly said: Said }
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'set-aside'; readonly reason: string; readonly by: OrganiserId }
  | { readonly kind: 'bring-back' }
  | { readonly kind: 'assign'; readonly change: ThemeChange };

/**
 * What an organiser changed on the page: from the themes that the page showed (`was`) to those now chosen. Only the difference is
 * applied, so that two organisers who theme the same reflection both keep their work. Without `was` the choice replaces everything.
 */
export interface ThemeChange {
  readonly was: readonly ThemeId[] | undefined;
  readonly themeIds: readonly ThemeId[];
}

export type ReflectionDecision =
  | { readonly kind: 'changed'; readonly reflection: Reflection; readonly announcements: readonly Announcement[] }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'withdrawn-already' }
  | { readonly kind: 'is-set-aside' };

/** `current` brings theme ids up to date: merged ones become those they were merged into, removed ones fall out. */
export function decide(
  reflection: Reflection,
  command: ReflectionCommand,
  current: (themeIds: readonly ThemeId[]) => readonly ThemeId[] = (ids) => ids,
): ReflectionDecision {
  const { standing } = reflection;
  if (standing.kind === 'withdrawn') return command.kind === 'withdraw' ? { kind: 'unchanged' } : { kind: 'withdrawn-already' };
  switch (command.kind) {
    case 'withdraw':
      return becomes(reflection, { kind: 'withdrawn' }, [{ kind: 'withdrawn' }]);
    case 'edit': {
      const said = { words: standing.words, consent: standing.consent };
      return sameSaid(said, command.said) ? { kind: 'unchanged' } : becomes(reflection, { ...standing, ...command.said }, []);
    }
    case 'set-aside':
      return setAside(reflection, standing, command);
    case 'bring-back': {
      if (standing.kind === 'open') return { kind: 'unchanged' };
      const { words, consent } = standing;
      return becomes(reflection, { kind: 'open', themeIds: [], words, consent }, [{ kind: 'moderated', decision: 'brought-back' }]);
    }
    case 'assign':
      return standing.kind === 'open' ? assign(reflection, standing, command.change, current) : { kind: 'is-set-aside' };
  }
}

/** Set aside it belongs to no theme: brought back, it is looked at afresh. */
function setAside(
  reflection: Reflection,
  standing: Exclude<Standing, { kind: 'withdrawn' }>,
  { reason, by }: Extract<ReflectionCommand, { kind: 'set-aside' }>,
): ReflectionDecision {
  if (standing.kind === 'set-aside' && standing.reason === reason) return { kind: 'unchanged' };
  const { words, consent } = standing;
  return becomes(reflection, { kind: 'set-aside', reason, by, words, consent }, [{ kind: 'moderated', decision: 'set-aside' }]);
}

function assign(
  reflection: Reflection,
  standing: Extract<Standing, { kind: 'open' }>,
  { was, themeIds }: ThemeChange,
  current: (themeIds: readonly ThemeId[]) => readonly ThemeId[],
): ReflectionDecision {
  const [has, wanted] = [current(standing.themeIds), current(themeIds)];
  const shown = was && current(was);
  const kept = shown ? has.filter((id) => wanted.includes(id) || !shown.includes(id)) : has.filter((id) => wanted.includes(id));
  const added = wanted.filter((id) => !kept.includes(id) && !shown?.includes(id));
  const next = [...kept, ...added];
  // Compared with what is stored, so that a reflection whose theme was removed is written once without it.
  if (sameSet(next, standing.themeIds)) return { kind: 'unchanged' };
  return becomes(reflection, { ...standing, themeIds: next }, [{ kind: 'themed', themeIds: next }]);
}

function becomes(reflection: Reflection, standing: Standing, announcements: readonly Announcement[]): ReflectionDecision {
  return { kind: 'changed', reflection: { ...reflection, standing }, announcements };
}

function sameSaid(one: Said, other: Said): boolean {
  return one.words === other.words && one.consent.kind === other.consent.kind && nameOf(one.consent) === nameOf(other.consent);
}

function nameOf(consent: Consent): string {
  return consent.kind === 'quote-named' ? consent.name : '';
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each) => other.includes(each));
}
