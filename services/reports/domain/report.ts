import type { EventFacts, EventId, ReportId, ThemeId } from '@convener/contracts';

/** What organisers write of a report; everything else in it comes from the event and its themes. All texts are Markdown. */
export interface Draft {
  readonly introduction: string;
  readonly context: { readonly heading: string; readonly prose: string };
  /** By speaker's id. A speaker who leaves the event keeps their section here, unseen. */
  readonly sections: Readonly<Record<string, string>>;
  /** Notes after the discussion, with headings of their own. */
  readonly ending: string;
  /** Whether a theme says in how many rooms it was raised. */
  readonly showSpread: boolean;
}

/** One published state of a report; its words are kept for good. */
export interface Edition {
  readonly number: number;
  readonly publishedAt: string;
  /** What changed since the edition before; '' for the first. */
  readonly correction: string;
  /** The state of the reflections that it stands on, as reflections names it. */
  readonly themesVersion: string;
  /** When organisers took it down, since it held something that had to go: its file and its words are gone. */
  readonly takenDownAt?: string | undefined;
}

export type Publication =
  | { readonly kind: 'never' }
  /** The slug of the event at the first edition: the report's address for good, whatever the event is called later. */
  | { readonly kind: 'published'; readonly slug: string; readonly editions: readonly [Edition, ...Edition[]] };

export interface Report {
  readonly id: ReportId;
  readonly eventId: EventId;
  readonly draft: Draft;
  /** How often each part was saved, by `partName`: what tells two people that they wrote the same part at once. */
  readonly revisions: Readonly<Record<string, number>>;
  readonly publication: Publication;
}

export interface Theme {
  readonly themeId: ThemeId;
  readonly label: string;
  readonly prose: string;
  readonly position: number;
  readonly spread: { readonly rooms: number; readonly of: number };
}

export interface SpeakerSection {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly organisation: string;
  readonly section: string;
}

/** Everything that a reader gets, and nothing else: what is rendered, previewed, compared and kept as an edition. */
export interface ReportContent {
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
  readonly mode: EventFacts['mode'];
  readonly place: string;
  readonly introduction: string;
  readonly context: { readonly heading: string; readonly prose: string };
  readonly speakers: readonly SpeakerSection[];
  /** The breakout question, verbatim; '' where there was none. */
  readonly question: string;
  readonly themes: readonly Pick<Theme, 'label' | 'prose' | 'spread'>[];
  readonly ending: string;
  readonly showSpread: boolean;
}

/** The first draft: the event's own words, for the organisers to work on. */
export function firstDraft(facts: EventFacts): Draft {
  return {
    introduction: [facts.purpose, facts.description].filter((text) => text !== '').join('\n\n'),
    context: { heading: '', prose: '' },
    sections: {},
    ending: '',
    showSpread: false,
  };
}

/** Puts a report together from the event's facts, what organisers wrote, and the themes in their order. */
export function contentOf(facts: EventFacts, draft: Draft, themes: readonly Theme[]): ReportContent {
  const { title, startsAt, endsAt, timeZone, mode, place, question } = facts;
  const { introduction, context, sections, ending, showSpread } = draft;
  const inOrder = [...themes].sort((a, b) => a.position - b.position || (a.themeId < b.themeId ? -1 : 1));
  return {
    ...{ title, startsAt, endsAt, timeZone, mode, place, question, introduction, context, ending, showSpread },
    speakers: facts.speakers.map(({ id, name, role, organisation }) => ({ id, name, role, organisation, section: sections[id] ?? '' })),
    themes: inOrder.map(({ label, prose, spread }) => ({ label, prose, spread })),
  };
}

export function latestEdition(publication: Publication): Edition | undefined {
  return publication.kind === 'published' ? publication.editions.at(-1) : undefined;
}

/** Whether readers can still open an edition that came before the latest. */
export function hasEarlier(publication: Publication): boolean {
  return publication.kind === 'published' && publication.editions.slice(0, -1).some(({ takenDownAt }) => takenDownAt === undefined);
}
