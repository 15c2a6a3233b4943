import type { Block, LetterContent } from '@convener/mail/content';
import { whenForAll } from '@convener/writing/dates';
import { changedParts, type EventChange } from '../domain/event-change.ts';
import type { Letter } from '../domain/letter.ts';
import { asLetterMayName, type LetterTemplate, templateRules } from '../domain/letter-templates.ts';
import type { LetterText } from '../domain/letter-texts.ts';
import type { EventLook, Person } from '../use-cases/ports.ts';
import type { LetterContext } from '../use-cases/send-ports.ts';
import { footerOf } from './footer.ts';
import { aboutInvitation } from './invitation-letter.ts';
import { letterWords as words } from './letter-words.en.ts';
import { inOwnWords, paragraphsIn } from './own-words.ts';
import { actionsOf, button, momentAt, placeWords, promised } from './place-letters.ts';
import { aboutReport } from './report-letter.ts';
import { toldInside } from './told-inside.ts';

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
      footer: footerOf({ template: letter.template, recipientKind: letter.recipient.kind }, person, unsubscribe, look.network),
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
    case 'organiser.invited':
      return aboutInvitation(person, look);
    case 'report.published':
      return aboutReport(person, context, look);
    case 'event.note':
      return context.event && context.note && noted(person, context.event, context.note, look);
    default:
      return context.event && aboutPlace(template, person, { ...context, event: context.event }, look);
  }
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const heading = (text: string): Block => ({ kind: 'heading', text });

function eventFacts(event: EventLook): Block {
  return {
    kind: 'facts',
    items: [
      { label: words.facts.event, value: event.title },
      { label: words.facts.when, value: whenForAll(event) },
      { label: words.facts.how, value: words.modes[event.mode] },
      ...(event.place ? [{ label: words.facts.where, value: event.place }] : []),
    ],
  };
}

type PlaceTemplate = Exclude<LetterTemplate, `member.${string}` | 'organiser.invited' | 'report.published' | 'event.note'>;

interface PlaceContext extends LetterContext {
  readonly event: EventLook;
}

/**
 * A letter about somebody's place: what it says, in our words or an organiser's; the facts; and what can be done. Facts and links are no part of
 * the words, so that no change of them loses one.
 */
function aboutPlace(template: PlaceTemplate, person: Person, context: PlaceContext, look: Look): Body {
  const { event } = context;
  const said = placeWords[template];
  const own = context.text && inOwnWords(context.text, person, event, look);
  const inside = toldInside(context, (text) => inOwnWords(text, person, event, look).paragraphs);
  const paragraphs = [
    ...(own?.paragraphs ?? (context.said ? paragraphsIn(context.said, person, event, look) : [said.body])),
    ...inside.paragraphs,
  ];
  const ours = !own || templateRules[template].unproven;
  const after = [...(ours && 'after' in said ? [said.after] : []), ...inside.after];
  return {
    subject: own?.subject ?? (context.joining ? words.placeAndJoining : said).subject(event.title),
    blocks: [
      heading(own?.subject ?? said.heading),
      paragraph(words.greeting(person.name)),
      ...paragraphs.map(paragraph),
      ...(template === 'registration.requested' ? [paragraph(promised(person, event))] : []),
      ...(person.offerUntil && template === 'registration.offered' ? [heldUntil(person.offerUntil, event)] : []),
      eventFacts(event),
      ...(context.change ? whatItWas(context.change) : []),
      ...actionsOf(template, person, event, look, context.joining && words.placeAndJoining.button),
      ...after.map(paragraph),
    ],
  };
}

function heldUntil(until: string, event: EventLook): Block {
  return { kind: 'facts', items: [{ label: words.facts.until, value: momentAt(until, event) }] };
}

function whatItWas(change: EventChange): readonly Block[] {
  const { was } = change;
  const said = {
    when: { label: words.was.when, value: whenForAll(was) },
    mode: { label: words.was.how, value: words.modes[was.mode] },
    place: { label: words.was.where, value: was.place || words.was.nowhere },
  };
  const items = changedParts(change).map((part) => said[part]);
  return items.length > 0 ? [{ kind: 'facts', items }] : [];
}

function noted(person: Person, event: EventLook, note: LetterText, look: Look): Body {
  const { subject, paragraphs } = inOwnWords(note, person, event, look);
  const manage: readonly Block[] = person.links.manage ? [{ kind: 'button', text: words.manage, url: person.links.manage }] : [];
  return {
    subject,
    blocks: [heading(subject), paragraph(words.greeting(person.name)), ...paragraphs.map(paragraph), eventFacts(event), ...manage],
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
