import type { PageSetting } from '@convener/http';
import { consolePage } from '@convener/http';
import { Notice, SummaryList } from '@convener/ui';
import type { Answer } from '../domain/answers.ts';
import type { Event } from '../domain/event.ts';
import type { EventQuestions } from '../domain/questions.ts';
import type { Registration } from '../domain/registration.ts';
import { givenWords as words } from '../words.given-answers.en.ts';
import { answerRows } from './given-answers-words.ts';

interface GivenProps {
  readonly registration: Registration;
  readonly asked: EventQuestions;
  /** Roles of whoever looks: a sensitive answer of another role is not even mentioned. */
  readonly roles: readonly string[];
}

/** What somebody answered, as organisers see it; sensitive answers are a page of their own. */
export function GivenAnswers({ registration, asked, roles }: GivenProps) {
  const { answers = [], sensitive = [], details, eventId, registrationId } = registration;
  // Their role is led to the page of everybody, answered or not: each opening is noted, and a note must not tell that there was something.
  const mayBeThere = [...asked.questions, ...sensitive].some(({ readableBy }) => readableBy !== undefined && roles.includes(readableBy));
  const supporter = details.supporter ? [{ key: words.supporter, value: words.comesWith(details.supporter.name) }] : [];
  const rows = [...supporter, ...answerRows(answers)];
  if (rows.length === 0 && !mayBeThere) return null;
  return (
    <>
      <h2>{words.title}</h2>
      {rows.length > 0 && <SummaryList rows={rows} />}
      {mayBeThere && (
        <Notice title={words.sensitive} level={3}>
          <p>{words.sensitiveText}</p>
          <p>
            <a href={`/organise/events/${eventId}/registrations/${registrationId}/answers`}>{words.open}</a>
          </p>
        </Notice>
      )}
    </>
  );
}

/** The sensitive answers of one registration, for the role that may read them. */
export function sensitivePage({
  network,
  event,
  registration,
  answers,
}: PageSetting & { readonly event: Event; readonly registration: Registration; readonly answers: readonly Answer[] }): string {
  const { eventId, title } = event.outline;
  return consolePage({
    network,
    title: words.sensitive,
    section: 'events',
    event: { id: eventId, title, tab: 'registrations' },
    main: (
      <>
        <p>
          <a href={`/organise/events/${eventId}/registrations/${registration.registrationId}`}>{words.back}</a>
        </p>
        <h1>{words.sensitive}</h1>
        <p class="lead">{registration.details.name}</p>
        {answers.length > 0 ? <SummaryList rows={answerRows(answers)} /> : <p>{words.none}</p>}
        <p>{words.noted}</p>
      </>
    ),
  });
}
