import type { Role } from '@convener/contracts';
import { Notice, Tabs } from '@convener/ui';
import type { NamedRead } from '../domain/access-list.ts';
import { moment } from '../domain/dates.ts';
import { askingWords } from '../words.asking.en.ts';
import { sectionWords } from '../words.sections.en.ts';

export type AccessSection = 'list' | 'asking' | 'summary' | 'onTheDay' | 'reads';

export interface AccessSectionsProps {
  readonly eventId: string;
  readonly current: AccessSection;
  /** What the reader may open; the access coordinator's unless said. */
  readonly roles?: readonly Role[];
}

const opens: Readonly<Record<AccessSection, readonly Role[]>> = {
  list: ['access-coordinator', 'organiser', 'editor'],
  asking: ['organiser', 'access-coordinator'],
  summary: ['organiser', 'access-coordinator', 'editor'],
  onTheDay: ['organiser'],
  reads: ['organiser', 'access-coordinator'],
};

/** From one part of an event's access to the others; each is for those whose role opens it. */
export function AccessSections({ eventId, current, roles = ['access-coordinator'] }: AccessSectionsProps) {
  const base = `/organise/events/${eventId}/access`;
  const items = [
    { key: 'list', href: base, text: roles.includes('access-coordinator') ? sectionWords.list : sectionWords.forEverybody },
    { key: 'asking', href: `${base}/asking`, text: sectionWords.asking },
    { key: 'summary', href: `${base}/summary`, text: sectionWords.summary },
    { key: 'onTheDay', href: `${base}/on-the-day`, text: sectionWords.onTheDay },
    { key: 'reads', href: `/organise/access/reads?event=${eventId}`, text: sectionWords.reads },
  ] as const;
  const open = items.filter(({ key }) => opens[key].some((role) => roles.includes(role)));
  return <Tabs label={sectionWords.label} items={open.map(({ key, href, text }) => ({ href, text, current: key === current }))} />;
}

/** For access coordinators, at the top of their page: that somebody without the role looked, and why. */
export function OpenedOnTheDay({ reads, timeZone }: { readonly reads: readonly NamedRead[]; readonly timeZone: string }) {
  const opened = reads.filter(({ what }) => what === 'on-the-day');
  if (opened.length === 0) return null;
  const { alert, alertLine } = askingWords.onTheDay;
  return (
    <Notice kind="warning" title={alert}>
      <ul>
        {opened.map(({ at, organiserId, name, reason = '' }) => (
          <li key={`${at}${organiserId}`}>{alertLine(name ?? organiserId, moment(at, timeZone), reason)}</li>
        ))}
      </ul>
    </Notice>
  );
}
