import { type FieldError, fill, type Kept, parseForm } from '@convener/forms';
import { actorOf, answer, done, type Handler, type HttpRequest, invalid, notFound, type Reply } from '@convener/http';
import type { OrganiseDependencies } from '../dependencies.ts';
import type { QuestionsCommand, QuestionsRefusal } from '../domain/decide-questions.ts';
import type { EventQuestions, Question } from '../domain/questions.ts';
import {
  addQuestionForm,
  conditionForm,
  draftOf,
  editQuestionForm,
  moveQuestionForm,
  supportersForm,
  withLines,
} from '../pages/question-form.ts';
import { questionPage, questionsPreview, removeQuestionPage } from '../pages/question-page.tsx';
import { baseOf, type QuestionsDone, type QuestionsSetting, questionsPage } from '../pages/questions-page.tsx';
import { changeQuestions, countAnswered } from '../use-cases/change-questions.ts';
import { organiseQuestionWords as words } from '../words.organise-questions.en.ts';
import { eventIdShape } from './not-published.ts';
import { whenContended } from './when-contended.ts';

type OrganiseHandler = Handler<OrganiseDependencies>;

interface Found extends QuestionsSetting {
  readonly asked: EventQuestions;
}

const errors = words.errors;

export const showQuestions: OrganiseHandler = (request, ports) =>
  withQuestions(request, ports, async (found) =>
    answer(() => questionsPage({ ...found, done: doneOf(request.query.get('done')) }), found.asked),
  );

export const showNewQuestion: OrganiseHandler = (request, ports) =>
  withQuestions(request, ports, async (found) =>
    answer(() => questionPage({ ...found, earlier: found.asked.questions, question: undefined }), found.asked),
  );

export const previewQuestions: OrganiseHandler = (request, ports) =>
  withQuestions(request, ports, async (found) => answer(() => questionsPreview(found), found.asked));

export const addQuestion: OrganiseHandler = whenContended((request, ports) =>
  withQuestions(request, ports, async (found) => {
    const earlier = found.asked.questions;
    const again = (state: Again) => invalid(() => questionPage({ ...found, earlier, question: undefined, state }), state.errors);
    const parsed = parseForm(addQuestionForm, withLines(request.fields));
    const condition = parseForm(conditionForm(earlier), request.fields);
    const kept = { ...fill(addQuestionForm, request.fields), ...fill(conditionForm(earlier), request.fields) };
    if (parsed.kind === 'invalid' || condition.kind === 'invalid')
      return again({ kept, errors: [...errorsOf(parsed), ...errorsOf(condition)] });
    const { kind, readableBy } = parsed.value;
    const reader = readableBy === 'everybody' ? undefined : readableBy;
    const drafted = draftOf(parsed.value, condition.value.askIf ?? [], { kind, readableBy: reader });
    if (drafted.kind === 'wrong') return again({ kept, errors: [drafted.error] });
    const questionId = ports.newQuestionId();
    const outcome = await change(request, { kind: 'add', questionId, draft: drafted.draft }, ports);
    if (outcome.kind === 'refused') return again({ kept, errors: [refusalError(outcome.because)] });
    return back(found, 'added', { questionId }, 201);
  }),
);

export const showQuestion: OrganiseHandler = (request, ports) =>
  withQuestion(request, ports, async (found, question) =>
    answer(() => questionPage({ ...found, earlier: earlierThan(question, found.asked), question }), question),
  );

export const editQuestion: OrganiseHandler = whenContended((request, ports) =>
  withQuestion(request, ports, async (found, question) => {
    const earlier = earlierThan(question, found.asked);
    const again = (state: Again, shown = question) =>
      invalid(() => questionPage({ ...found, earlier, question: shown, state }), state.errors);
    const parsed = parseForm(editQuestionForm, withLines(request.fields));
    const condition = parseForm(conditionForm(earlier), request.fields);
    const kept = { ...fill(addQuestionForm, request.fields), ...fill(conditionForm(earlier), request.fields) };
    if (parsed.kind === 'invalid' || condition.kind === 'invalid')
      return again({ kept, errors: [...errorsOf(parsed), ...errorsOf(condition)] });
    const drafted = draftOf(parsed.value, condition.value.askIf ?? [], question);
    if (drafted.kind === 'wrong') return again({ kept, errors: [drafted.error] });
    const { questionId } = question;
    const outcome = await change(request, { kind: 'edit', questionId, seen: parsed.value.version, draft: drafted.draft }, ports);
    if (outcome.kind !== 'refused') return back(found, 'edited', { questionId });
    const shown = outcome.because.kind === 'changed-since' ? outcome.because.question : question;
    return again({ kept, errors: [refusalError(outcome.because)] }, shown);
  }),
);

export const moveQuestion: OrganiseHandler = whenContended((request, ports) =>
  withQuestion(request, ports, async (found, { questionId }) => {
    const parsed = parseForm(moveQuestionForm, request.fields);
    if (parsed.kind === 'invalid') return invalid(() => questionsPage({ ...found, errors: parsed.errors }), parsed.errors);
    const outcome = await change(request, { kind: 'move', questionId, direction: parsed.value.direction }, ports);
    if (outcome.kind !== 'refused') return back(found, 'moved');
    const refusal = [{ ...refusalError(outcome.because), field: 'direction', id: questionId }];
    return invalid(() => questionsPage({ ...found, asked: outcome.questions, errors: refusal }), refusal);
  }),
);

export const showRemoveQuestion: OrganiseHandler = (request, ports) =>
  withQuestion(request, ports, async (found, question) => {
    const answered = await countAnswered(found.eventId, question, ports);
    return answer(() => removeQuestionPage({ ...found, question, answered }), { question, answered: answered ?? null });
  });

export const removeQuestion: OrganiseHandler = whenContended((request, ports) =>
  withQuestion(request, ports, async (found, question) => {
    const outcome = await change(request, { kind: 'remove', questionId: question.questionId }, ports);
    if (outcome.kind !== 'refused') return back(found, 'removed');
    const answered = await countAnswered(found.eventId, question, ports);
    const refusal = [{ ...refusalError(outcome.because), field: 'remove', id: 'remove' }];
    return invalid(() => removeQuestionPage({ ...found, question, answered, errors: refusal }), refusal);
  }),
);

export const saveSupporters: OrganiseHandler = whenContended((request, ports) =>
  withQuestions(request, ports, async (found) => {
    const { whole } = request.fields;
    const parsed = parseForm(supportersForm, { ...(whole === 'yes' ? { asksSupporter: 'no' } : {}), ...request.fields });
    if (parsed.kind === 'invalid') return invalid(() => questionsPage({ ...found, errors: parsed.errors }), parsed.errors);
    await change(request, { kind: 'ask-supporter', asks: parsed.value.asksSupporter }, ports);
    return back(found, 'supporters');
  }),
);

interface Again {
  readonly kept: Kept;
  readonly errors: readonly FieldError[];
}

async function withQuestions(request: HttpRequest, ports: OrganiseDependencies, then: (found: Found) => Promise<Reply>): Promise<Reply> {
  const eventId = request.params.eventId ?? '';
  const event = await ports.events.byId(eventId);
  if (!event && !eventIdShape.test(eventId)) return notFound('event');
  const { questions: asked } = await ports.questions.load(eventId);
  return then({ network: ports.network, eventId, outline: event?.outline, asked });
}

function withQuestion(
  request: HttpRequest,
  ports: OrganiseDependencies,
  then: (found: Found, question: Question) => Promise<Reply>,
): Promise<Reply> {
  return withQuestions(request, ports, async (found) => {
    const question = found.asked.questions.find(({ questionId }) => questionId === request.params.questionId);
    return question ? then(found, question) : notFound('question');
  });
}

function earlierThan({ questionId }: Question, { questions }: EventQuestions): readonly Question[] {
  return questions.slice(
    0,
    questions.findIndex((each) => each.questionId === questionId),
  );
}

function change(request: HttpRequest, command: QuestionsCommand, ports: OrganiseDependencies) {
  return changeQuestions(request.params.eventId ?? '', command, { now: request.now, actor: actorOf(request) }, ports);
}

function back({ eventId }: Found, what: QuestionsDone, data: object = {}, status: 200 | 201 = 200): Reply {
  return done(`${baseOf(eventId)}?done=${what}`, { status: what, ...data }, { status });
}

function errorsOf(parsed: { readonly kind: 'valid' } | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }) {
  return parsed.kind === 'invalid' ? parsed.errors : [];
}

function refusalError(because: QuestionsRefusal): FieldError {
  const [field, message] = refusalWords(because);
  return { field, id: field, message };
}

function refusalWords(because: QuestionsRefusal): readonly [field: string, message: string] {
  switch (because.kind) {
    case 'too-many':
      return ['label', errors.tooMany];
    case 'too-long':
      return ['label', errors.tooLong];
    case 'unknown':
      return ['label', errors.unknown];
    case 'changed-since':
      return ['label', errors.changedSince];
    case 'another-question':
      return ['label', errors.anotherQuestion];
    case 'no-such-answer':
      return ['askIf', errors.noSuchAnswer];
    case 'would-tell':
      return ['askIf', errors.wouldTell];
    case 'others-hang':
      return ['options', errors.othersHang(because.label)];
  }
}

const dones: readonly QuestionsDone[] = ['added', 'edited', 'moved', 'removed', 'supporters'];

function doneOf(given: string | null): QuestionsDone | undefined {
  return dones.find((each) => each === given);
}
