import { type ConsolePage, consolePage, type PageSetting } from '@convener/http';
import { Button, ButtonGroup, ButtonLink, type ErrorItem, Form, Notice, Tag, Tick } from '@convener/ui';
import type { EventOutline } from '../domain/event.ts';
import type { EventQuestions, Question } from '../domain/questions.ts';
import { organiseQuestionWords as words } from '../words.organise-questions.en.ts';
import { questionWords } from '../words.questions.en.ts';

export type QuestionsDone = keyof typeof words.done;

export interface QuestionsSetting extends PageSetting {
  readonly eventId: string;
  /** Undefined while the event is a draft, of which registration has not heard. */
  readonly outline: Pick<EventOutline, 'title'> | undefined;
}

export interface QuestionsView extends QuestionsSetting {
  readonly asked: EventQuestions;
  readonly done?: QuestionsDone | undefined;
  readonly errors?: readonly ErrorItem[];
}

/** The frame of the pages about an event's questions. */
export function questionsFrame(
  { network, eventId, outline }: QuestionsSetting,
  page: Pick<ConsolePage, 'title' | 'main' | 'errors'>,
): string {
  const title = outline?.title ?? words.notPublished.event;
  return consolePage({ ...page, network, section: 'events', event: { id: eventId, title, tab: 'registrations' } });
}

export function baseOf(eventId: string): `/${string}` {
  return `/organise/events/${eventId}/questions`;
}

/** The organisers' questions of one event, in their order, with all that can be done about them. */
export function questionsPage(view: QuestionsView): string {
  const { eventId, outline, asked, done, errors = [] } = view;
  const base = baseOf(eventId);
  return questionsFrame(view, {
    title: words.title,
    errors,
    main: (
      <>
        {done && <Notice kind="success">{words.done[done]}</Notice>}
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        {!outline && (
          <Notice title={words.notPublished.title}>
            <p>{words.notPublished.text}</p>
          </Notice>
        )}
        <p>{words.few}</p>
        <p>
          {words.notAccess} {outline && <a href={`/organise/events/${eventId}/access/asking`}>{words.notAccessLink}</a>}
        </p>
        <h2>{words.order}</h2>
        {asked.questions.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <ol class="cards">
            {asked.questions.map((question, at) => (
              <li key={question.questionId} id={question.questionId}>
                <QuestionCard question={question} asked={asked} at={at} base={base} />
              </li>
            ))}
          </ol>
        )}
        <ButtonGroup>
          <ButtonLink href={`${base}/new`}>{words.add}</ButtonLink>
          <ButtonLink href={`${base}/preview`} kind="quiet">
            {words.preview}
          </ButtonLink>
          {outline && (
            <ButtonLink href={`/organise/events/${eventId}/answers.csv`} kind="quiet">
              {words.export}
            </ButtonLink>
          )}
        </ButtonGroup>
        {outline && <p>{words.exportNote}</p>}
        <h2>{words.supporters.title}</h2>
        <Form action={`${base}/supporters`} hidden={{ whole: 'yes' }} label={words.supporters.title}>
          <Tick
            name="asksSupporter"
            label={words.supporters.label}
            hint={words.supporters.hint}
            value={asked.asksSupporter ? 'yes' : ''}
            error={errors.find(({ id }) => id === 'asksSupporter')?.message}
          />
          <Button kind="quiet">{words.supporters.save}</Button>
        </Form>
      </>
    ),
  });
}

interface CardProps {
  readonly question: Question;
  readonly asked: EventQuestions;
  readonly at: number;
  readonly base: string;
}

function QuestionCard({ question, asked, at, base }: CardProps) {
  const { questionId, label, kind, required, why, retention, readableBy } = question;
  const own = `${base}/${questionId}`;
  const about = <span class="visually-hidden"> {words.about(label)}</span>;
  return (
    <div class="card">
      <h3>{label}</h3>
      <p>
        {questionWords.kinds[kind]}. {required ? words.required : words.optional}. {words.kept[retention]}{' '}
        {readableBy && <Tag tone="attention">{words.onlyReadBy(readableBy)}</Tag>}
      </p>
      <Condition question={question} asked={asked} />
      {'options' in question && (
        <ul>
          {question.options.map((option) => (
            <li key={option}>{option}</li>
          ))}
        </ul>
      )}
      <p>
        {questionWords.why} {why}
      </p>
      <Form action={`${own}/move`}>
        <ButtonGroup>
          {at > 0 && (
            <Button kind="quiet" name="direction" value="up">
              {words.up}
              {about}
            </Button>
          )}
          {at < asked.questions.length - 1 && (
            <Button kind="quiet" name="direction" value="down">
              {words.down}
              {about}
            </Button>
          )}
          <a href={own}>
            {words.edit}
            {about}
          </a>
          <a href={`${own}/remove`}>
            {words.remove}
            {about}
          </a>
        </ButtonGroup>
      </Form>
    </div>
  );
}

function Condition({ question: { condition }, asked }: Pick<CardProps, 'question' | 'asked'>) {
  const other = condition && asked.questions.find(({ questionId }) => questionId === condition.questionId);
  if (!other) return null;
  return <p>{words.askedIf(other.label, condition.is.map((each) => `“${answerText(each, other)}”`).join(words.or))}</p>;
}

/** An answer as it is read: yes and no have words of their own. */
export function answerText(choice: string, { kind }: Pick<Question, 'kind'>): string {
  if (kind !== 'yes-no') return choice;
  return choice === 'yes' ? questionWords.yes : questionWords.no;
}
