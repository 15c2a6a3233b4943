import { actorOf, answer, done, type Handler, type HttpRequest, invalid, notFound, problem, type Reply } from '@convener/http';
import type { OrganiseDependencies } from '../dependencies.ts';
import { type Part, revisionOf, savedPart } from '../domain/draft.ts';
import { filledWith, readPart } from '../pages/forms.ts';
import { type PartView, partPage } from '../pages/part-page.tsx';
import { type Edited, editPart } from '../use-cases/edit-part.ts';
import type { Material } from '../use-cases/ports.ts';
import { words } from '../words.en.ts';
import { reportPath } from './outcome.ts';

type PartHandler = Handler<OrganiseDependencies>;
type PartOf = (request: HttpRequest) => Part;

const introduction: PartOf = () => ({ part: 'introduction' });
const context: PartOf = () => ({ part: 'context' });
const speaker: PartOf = ({ params }) => ({ part: 'speaker', speakerId: params.speakerId ?? '' });
const ending: PartOf = () => ({ part: 'ending' });
const settings: PartOf = () => ({ part: 'settings' });

export const showIntroduction = shows(introduction);
export const saveIntroduction = saves(introduction);
export const showContext = shows(context);
export const saveContext = saves(context);
export const showSpeaker = shows(speaker);
export const saveSpeaker = saves(speaker);
export const showEnding = shows(ending);
export const saveEnding = saves(ending);
export const showSettings = shows(settings);
export const saveSettings = saves(settings);

function shows(partOf: PartOf): PartHandler {
  return async (request, { store, network }) => {
    const part = partOf(request);
    const material = await store.load(request.params.eventId ?? '');
    const frame = material && frameOf(material, part);
    if (!material?.loaded || !frame) return notFound('part of a report');
    const { report } = material.loaded;
    const [saved, seen] = [savedPart(report.draft, part), revisionOf(report, part)];
    return answer(() => partPage({ ...frame, network, state: { kept: filledWith(saved) }, seen }), { ...saved, seen });
  };
}

function saves(partOf: PartOf): PartHandler {
  return async (request, dependencies) => {
    const { store, network } = dependencies;
    const eventId = request.params.eventId ?? '';
    const part = partOf(request);
    const seen = seenIn(request);
    const reading = readPart(part, request.fields);
    if (reading.kind === 'invalid') {
      const material = await store.load(eventId);
      const frame = material && frameOf(material, part);
      if (!frame) return notFound('part of a report');
      return invalid(() => partPage({ ...frame, network, state: reading, seen: seen ?? 0 }), reading.errors);
    }
    const outcome = await editPart({ eventId, edit: reading.edit, seen, actor: actorOf(request), now: request.now }, dependencies);
    return replyTo(outcome, request, part, { network, state: { kept: filledWith(reading.edit) }, seen: seen ?? 0 });
  };
}

type Written = Pick<PartView, 'network' | 'state' | 'seen'>;

function replyTo(outcome: Edited, request: HttpRequest, part: Part, written: Written): Reply {
  const eventId = request.params.eventId ?? '';
  switch (outcome.kind) {
    case 'saved':
    case 'unchanged':
      return done(reportPath(eventId), { ...part, seen: revisionOf(outcome.report, part) });
    case 'written-meanwhile': {
      const { theirs, revision } = outcome;
      return backTo(request, outcome.material, part, { ...written, theirs, seen: revision }, words.form.meanwhileTitle);
    }
    case 'too-large':
      return backTo(request, outcome.material, part, { ...written, warning: words.console.tooLargeDraft }, words.console.tooLargeDraft);
    case 'busy':
      return backTo(request, outcome.material, part, { ...written, warning: words.form.busy }, words.form.busy);
    case 'unknown-event':
      return notFound('event');
    case 'unknown-speaker':
      return notFound('speaker');
    case 'no-draft':
      return problem(404, words.console.title, words.console.noDraft);
  }
}

/** People get their form back with all they wrote; programs are told that nothing was saved. */
function backTo(
  request: HttpRequest,
  material: Material,
  part: Part,
  view: Written & Pick<PartView, 'theirs' | 'warning'>,
  title: string,
): Reply {
  const frame = frameOf(material, part);
  if (request.wants === 'json' || !frame) return problem(409, title, words.form.meanwhile);
  return invalid(() => partPage({ ...frame, ...view }), []);
}

/** The event and, for a speaker's section, their name; nothing where there is no such speaker. */
function frameOf({ facts }: Material, part: Part): Pick<PartView, 'event' | 'part' | 'speaker'> | undefined {
  const event = { id: facts.eventId, title: facts.title };
  if (part.part !== 'speaker') return { event, part };
  const found = facts.speakers.find(({ id }) => id === part.speakerId);
  return found && { event, part, speaker: found.name };
}

function seenIn({ fields }: HttpRequest): number | undefined {
  const { seen } = fields;
  if (typeof seen === 'number') return seen;
  return typeof seen === 'string' && /^\d{1,9}$/.test(seen) ? Number(seen) : undefined;
}
