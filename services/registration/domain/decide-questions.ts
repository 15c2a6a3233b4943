import {
  bytesOf,
  choicesOf,
  type EventQuestions,
  mostBytesOfQuestions,
  mostQuestions,
  type Question,
  type QuestionDraft,
} from './questions.ts';

export type QuestionsCommand =
  | { readonly kind: 'add'; readonly questionId: string; readonly draft: QuestionDraft }
  /** `seen` is the version on the organiser's page: what somebody else changed since is never written over unseen. */
  | { readonly kind: 'edit'; readonly questionId: string; readonly seen: number; readonly draft: QuestionDraft }
  | { readonly kind: 'move'; readonly questionId: string; readonly direction: 'up' | 'down' }
  | { readonly kind: 'remove'; readonly questionId: string }
  | { readonly kind: 'ask-supporter'; readonly asks: boolean };

export type QuestionsRefusal =
  | { readonly kind: 'too-many' }
  /** All questions together would be more than one registration can answer and be kept. */
  | { readonly kind: 'too-long' }
  | { readonly kind: 'unknown' }
  /** Somebody else changed this question in between. */
  | { readonly kind: 'changed-since'; readonly question: Question }
  /** How it is answered and who may read it are promises: a question that needs others is another question. */
  | { readonly kind: 'another-question' }
  /** It would hang on an answer that is not asked before it. */
  | { readonly kind: 'no-such-answer' }
  /** Whether it was asked would tell more people what was answered to a sensitive question. */
  | { readonly kind: 'would-tell' }
  /** Another question hangs on this one, or on an answer of it that would go. */
  | { readonly kind: 'others-hang'; readonly label: string };

export type QuestionsDecision =
  | { readonly kind: 'changed'; readonly next: EventQuestions }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly because: QuestionsRefusal };

/** An organiser changes what registration asks. Answers that were given are not touched by any of it. */
export function decideQuestions(state: EventQuestions, command: QuestionsCommand): QuestionsDecision {
  switch (command.kind) {
    case 'add':
      if (state.questions.length >= mostQuestions) return refused({ kind: 'too-many' });
      return ordered(state, [...state.questions, { ...command.draft, questionId: command.questionId, version: 1 }]);
    case 'edit':
      return edit(state, command);
    case 'move':
      return move(state, command);
    case 'remove': {
      const questions = state.questions.filter(({ questionId }) => questionId !== command.questionId);
      return questions.length === state.questions.length ? { kind: 'unchanged' } : ordered(state, questions);
    }
    case 'ask-supporter':
      return command.asks === state.asksSupporter ? { kind: 'unchanged' } : changed(state, { asksSupporter: command.asks });
  }
}

function edit(state: EventQuestions, { questionId, seen, draft }: Extract<QuestionsCommand, { kind: 'edit' }>): QuestionsDecision {
  const found = state.questions.find((each) => each.questionId === questionId);
  if (!found) return refused({ kind: 'unknown' });
  if (found.version !== seen) return refused({ kind: 'changed-since', question: found });
  if (found.kind !== draft.kind || found.readableBy !== draft.readableBy) return refused({ kind: 'another-question' });
  const next = { ...draft, questionId, version: found.version + 1 };
  if (JSON.stringify({ ...next, version: found.version }, sortedKeys(next)) === JSON.stringify(found, sortedKeys(next)))
    return { kind: 'unchanged' };
  return ordered(
    state,
    state.questions.map((each) => (each.questionId === questionId ? next : each)),
  );
}

/** So that two of the same compare alike, in whatever order their parts were read. */
function sortedKeys(question: Question): string[] {
  return [...Object.keys(question), 'questionId', 'is'].toSorted();
}

function move(state: EventQuestions, { questionId, direction }: Extract<QuestionsCommand, { kind: 'move' }>): QuestionsDecision {
  const from = state.questions.findIndex((each) => each.questionId === questionId);
  if (from < 0) return refused({ kind: 'unknown' });
  const to = direction === 'up' ? from - 1 : from + 1;
  const [one, other] = [state.questions[from], state.questions[to]];
  if (!one || !other) return { kind: 'unchanged' };
  return ordered(state, state.questions.with(from, other).with(to, one));
}

/** Every condition is about an answer that an earlier question offers; otherwise nothing is changed. */
function ordered(state: EventQuestions, questions: readonly Question[]): QuestionsDecision {
  if (bytesOf(questions) > Math.max(mostBytesOfQuestions, bytesOf(state.questions))) return refused({ kind: 'too-long' });
  const before = new Map<string, Question>();
  for (const question of questions) {
    const { condition } = question;
    const other = condition && before.get(condition.questionId);
    const sound =
      !condition || (other !== undefined && condition.is.length > 0 && condition.is.every((each) => choicesOf(other).includes(each)));
    if (!sound) return refused(hadIt(state, question) ? { kind: 'others-hang', label: question.label } : { kind: 'no-such-answer' });
    if (other && wouldTell(question, other) && !hadIt(state, question)) return refused({ kind: 'would-tell' });
    before.set(question.questionId, question);
  }
  return changed(state, { questions });
}

/** Who reads that this one was asked reads what was answered to the other. */
function wouldTell({ readableBy }: Question, other: Question): boolean {
  return other.readableBy !== undefined && other.readableBy !== readableBy;
}

/** Whether it hung on the same before: then another question's change is what does not fit. */
function hadIt(state: EventQuestions, question: Question): boolean {
  return state.questions.some((each) => each === question);
}

function changed(state: EventQuestions, changes: Partial<EventQuestions>): QuestionsDecision {
  return { kind: 'changed', next: { ...state, ...changes, version: state.version + 1 } };
}

function refused(because: QuestionsRefusal): QuestionsDecision {
  return { kind: 'refused', because };
}
