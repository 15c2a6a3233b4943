import { type LetterContent, letterText } from '@convener/mail/content';
import type { LettersDependencies } from '../dependencies.ts';
import { type LetterTemplate, templateRules } from '../domain/letter-templates.ts';
import { type EditableLetter, type LetterText, letterOfTemplate, templateOf } from '../domain/letter-texts.ts';
import { type Mailing, mailingKinds } from '../domain/mailing.ts';
import { contentOf } from '../letters/content.ts';
import { letterWords } from '../letters/letter-words.en.ts';
import { reminderWithJoining } from '../use-cases/reminder-with-joining.ts';
import { reportToCome } from '../use-cases/report-to-come.ts';
import type { LetterContext } from '../use-cases/send-ports.ts';

type PreviewDependencies = Pick<LettersDependencies, 'facts' | 'plans' | 'mailings' | 'network' | 'baseUrl'>;
type Preview = { readonly content: LetterContent; readonly text: string } | undefined;

/** A mailing's letter to nobody in particular; its personal links lead home. */
export async function previewOf(mailing: Mailing, ports: PreviewDependencies): Promise<Preview> {
  const { template } = mailingKinds[mailing.kind];
  const editable = letterOfTemplate(template);
  const [event, report, loaded] = await Promise.all([
    ports.facts.event(mailing.eventId),
    ports.facts.report(mailing.eventId),
    editable && ports.plans.find(mailing.eventId),
  ]);
  const text = editable && loaded?.plan.texts[editable];
  const reminder = event && template === 'registration.joining' ? await reminderWithJoining(event, loaded?.plan, ports) : undefined;
  return preview(template, { event, report, note: mailing.note, change: mailing.change, reminder, text }, ports);
}

/** A letter around an event in our words, or in those given. */
export async function previewOfLetter(
  letter: EditableLetter,
  eventId: string,
  text: LetterText | undefined,
  ports: PreviewDependencies,
): Promise<Preview> {
  const event = await ports.facts.event(eventId);
  const plan = event && letter === 'joining' ? (await ports.plans.find(eventId))?.plan : undefined;
  const reminder = event && letter === 'joining' ? await reminderWithJoining(event, plan, ports) : undefined;
  const report = event && letter === 'report' ? ((await ports.facts.report(eventId)) ?? reportToCome(event)) : undefined;
  return preview(templateOf[letter], { event, report, note: undefined, reminder, text }, ports);
}

function preview(template: LetterTemplate, context: LetterContext, { network, baseUrl }: PreviewDependencies): Preview {
  const links = Object.fromEntries(templateRules[template].links.map((name) => [name, `${baseUrl}/`]));
  const person = { name: letterWords.sampleName, address: '', format: 'html', status: 'confirmed', links } as const;
  const unsubscribe = templateRules[template].stream && `${baseUrl}/`;
  const letter = { template, recipient: { kind: 'attendee', id: '' } } as const;
  const look = { network: { name: network.name, colour: network.theme?.accent ?? '', contact: network.contact }, baseUrl };
  const content = contentOf(letter, person, context, unsubscribe, look);
  return content && { content, text: letterText(content) };
}
