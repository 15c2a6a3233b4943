import type { Block, LetterContent } from '@convener/mail/content';
import { whenItIs } from '@convener/writing/dates';
import type { Letter } from '../domain/letter.ts';
import { asLetterMayName, type LetterTemplate } from '../domain/letter-templates.ts';
import type { EventLook, Person } from '../use-cases/ports.ts';
import type { LetterContext } from '../use-cases/send-ports.ts';
import { letterWords as words } from './letter-words.en.ts';

export interface Look {
  readonly network: { readonly name: string; readonly colour: string; readonly contact: string };
  /** Without a slash at the end. */
  readonly baseUrl: string;
}

interface Body {
  readonly subject: string;
  readonly blocks: readonly Block[];
}

/** The letter as content; nothing where something that it speaks of has not reached us yet. */
export function contentOf(
  letter: Pick<Letter, 'template' | 'recipient'>,
  person: Person,
  context: LetterContext,
  unsubscribe: string | undefined,
  look: Look,
): LetterContent | undefined {
  const body = bodyOf(letter.template, asLetterMayName(letter.template, person), context, look);
  return (
    body && {
      lang: words.lang,
      subject: body.subject,
      network: look.network,
      blocks: body.blocks,
      footer: footerOf({ template: letter.template, recipientKind: letter.recipient.kind }, person, unsubscribe, look),
    }
  );
}

/** What a letter says; nothing where something that it speaks of has not reached us yet. */
function bodyOf(template: LetterTemplate, person: Person, context: LetterContext, look: Look): Body | undefined {
  switch (template) {
    case 'member.join-requested':
    case 'member.repeated':
    case 'member.link-requested':
      return aboutMembership(template, person, look);
    case 'report.published':
      return aboutReport(person, context, look);
    case 'event.note':
      return context.event && context.note && noted(person, context.event, context.note);
    default:
      return context.event && aboutPlace(template, person, context.event, look);
  }
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const heading = (text: string): Block => ({ kind: 'heading', text });

/** A link that its owner did not mint leads home rather than nowhere. */
function button(text: string, url: string | undefined, { baseUrl }: Pick<Look, 'baseUrl'>): Block {
  return { kind: 'button', text, url: url ?? `${baseUrl}/` };
}

function eventFacts(event: EventLook): Block {
  return {
    kind: 'facts',
    items: [
      { label: words.facts.event, value: event.title },
      { label: words.facts.when, value: whenItIs(event.startsAt, event.endsAt, event.timeZone) },
      { label: words.facts.how, value: words.modes[event.mode] },
      ...(event.place ? [{ label: words.facts.where, value: event.place }] : []),
    ],
  };
}

type PlaceTemplate = Exclude<LetterTemplate, `member.${string}` | 'report.published' | 'event.note'>;

function aboutPlace(template: PlaceTemplate, person: Person, event: EventLook, look: Look): Body {
  const { links } = person;
  const letter = (
    said: { readonly subject: (event: string) => string; readonly heading: string; readonly body: string; readonly after?: string },
    ...actions: readonly Block[]
  ): Body => ({
    subject: said.subject(event.title),
    blocks: [
      heading(said.heading),
      paragraph(words.greeting(person.name)),
      paragraph(said.body),
      eventFacts(event),
      ...actions,
      ...(said.after ? [paragraph(said.after)] : []),
    ],
  });
  const calendar: readonly Block[] = links.calendar ? [{ kind: 'link', text: words.calendar, url: links.calendar }] : [];
  switch (template) {
    case 'registration.requested':
      return letter(words.requested, button(words.requested.button, links.confirm, look));
    case 'registration.repeated':
      return letter(words.repeated, button(words.manage, links.manage, look));
    case 'registration.link-requested':
      return letter(words.linkRequested, button(words.manage, links.manage, look));
    case 'registration.confirmed':
      return letter(words.confirmed, button(words.manage, links.manage, look), ...calendar);
    case 'registration.waitlisted':
      return letter(words.waitlisted, button(words.manage, links.manage, look));
    case 'registration.promoted':
      return letter(words.promoted, button(words.manage, links.manage, look), ...calendar);
    case 'registration.cancelled':
      return letter(words.cancelled, button(words.cancelled.button, `${look.baseUrl}/events/${event.slug}`, look));
    case 'registration.joining':
      return letter(words.joining, button(words.joining.button, links.joining, look));
    case 'registration.message':
      return letter(words.message, button(words.manage, links.manage, look));
    case 'event.cancelled':
      return letter(words.eventCancelled, button(words.eventCancelled.button, `${look.baseUrl}/events`, look));
  }
}

function noted(person: Person, event: EventLook, note: { readonly subject: string; readonly body: string }): Body {
  const paragraphs = note.body.split(/\n{2,}/).map((text) => paragraph(text.trim()));
  const manage: readonly Block[] = person.links.manage ? [{ kind: 'button', text: words.manage, url: person.links.manage }] : [];
  return {
    subject: note.subject,
    blocks: [heading(note.subject), paragraph(words.greeting(person.name)), ...paragraphs, eventFacts(event), ...manage],
  };
}

function aboutMembership(
  template: 'member.join-requested' | 'member.repeated' | 'member.link-requested',
  person: Person,
  look: Look,
): Body {
  const { name } = look.network;
  const greeting = paragraph(words.greeting(person.name));
  switch (template) {
    case 'member.join-requested': {
      const said = words.joinRequested;
      const action = button(said.button, person.links.confirm, look);
      return {
        subject: said.subject(name),
        blocks: [heading(said.heading), greeting, paragraph(said.body(name)), action, paragraph(said.after)],
      };
    }
    case 'member.repeated': {
      const said = words.memberRepeated;
      const action = button(said.button, person.links.preferences, look);
      return {
        subject: said.subject(name),
        blocks: [heading(said.heading), greeting, paragraph(said.body), action, paragraph(said.after)],
      };
    }
    case 'member.link-requested': {
      const said = words.memberLink;
      const action = button(said.button, person.links.preferences, look);
      return { subject: said.subject, blocks: [heading(said.heading), greeting, paragraph(said.body), action, paragraph(said.after)] };
    }
  }
}

/** A link to the report, never the file: what was corrected since is what people read. */
function aboutReport(person: Person, { event, report }: LetterContext, look: Look): Body | undefined {
  if (!report || !event) return undefined;
  const said = words.report;
  return {
    subject: said.subject(report.title),
    blocks: [
      heading(report.title),
      paragraph(words.greeting(person.name)),
      paragraph(said.body(event.title)),
      button(said.button, `${look.baseUrl}/reports/${report.slug}`, look),
      paragraph(said.after),
    ],
  };
}

/** Who writes and why, and how to stop. */
function footerOf(
  letter: { readonly template: LetterTemplate; readonly recipientKind: 'attendee' | 'member' | 'tester' },
  person: Person,
  unsubscribe: string | undefined,
  look: Look,
): LetterContent['footer'] {
  const { name, contact } = look.network;
  const small = (text: string, link?: { readonly text: string; readonly url: string }): Block => ({
    kind: 'small',
    text,
    ...(link ? { link } : {}),
  });
  const why = unsubscribe
    ? words.footer.report(name)
    : letter.template.startsWith('member.')
      ? words.footer.member(name)
      : words.footer.attendee(name);
  return [
    ...(letter.recipientKind === 'tester' ? [small(words.footer.test)] : []),
    small(why),
    ...(unsubscribe ? [small(words.footer.unsubscribe, { text: words.footer.unsubscribeLink, url: unsubscribe })] : []),
    ...(unsubscribe && person.links.preferences
      ? [small(words.footer.preferences, { text: words.footer.preferencesLink, url: person.links.preferences })]
      : []),
    ...(contact ? [small(words.footer.contact(contact))] : []),
  ];
}
