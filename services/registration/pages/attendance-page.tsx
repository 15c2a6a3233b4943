import { consolePage, type PageSetting } from '@convener/http';
import { ButtonLink, MarkList, Notice, ShownCode, StatusCounts } from '@convener/ui';
import { spacedCode } from '../domain/attendance-code.ts';
import type { AttendanceDoor } from '../domain/attendance-list.ts';
import { attendanceHours } from '../domain/attendance-time.ts';
import { moment } from '../domain/dates.ts';
import type { Event } from '../domain/event.ts';
import { doorWords } from '../words.attendance.en.ts';

const words = doorWords;

export interface AttendanceView extends PageSetting, Omit<AttendanceDoor, 'code'> {
  /** What was wrong with the last press. */
  readonly problem?: string | undefined;
}

/** For the door: every name to press. It works on a phone, with a bad connection, and without any script. */
export function attendancePage({ network, event, people, expected, offered, receipt, problem }: AttendanceView): string {
  const base = `/organise/events/${event.outline.eventId}/attendance`;
  return consolePage({
    ...frameOf(event),
    network,
    title: words.title,
    errors: problem ? [{ id: 'people', message: problem }] : [],
    main: (
      <>
        <h1>{words.title}</h1>
        {receipt && (
          <>
            <StatusCounts
              counts={[
                { count: receipt.counts.attended, label: words.here, tone: 'good' },
                { count: receipt.counts.confirmed, label: words.expected },
                ...(receipt.counts.letIn ? [{ count: receipt.counts.letIn, label: words.letInCount }] : []),
              ]}
            />
            <Notice>{words.forgotten}</Notice>
          </>
        )}
        <p>
          <ButtonLink href={`${base}/code`} kind="quiet">
            {words.showCode}
          </ButtonLink>
        </p>
        <p class="hint">{words.showCodeHint}</p>
        {offered.length > 0 && <Offered eventId={event.outline.eventId} offered={offered} />}
        <h2 id="people">{people.length > expected ? words.everybody : words.people}</h2>
        {people.length === 0 ? (
          <p>{receipt ? words.nobodyAnyMore : words.nobody}</p>
        ) : (
          <>
            <p>{words.explained}</p>
            {people.length > expected && <p>{words.letIn}</p>}
            <MarkList
              action={base}
              names={{ mark: 'here', unmark: 'notHere' }}
              marked={words.marked}
              find={words.find}
              says={{ counted: words.counted, unsent: words.unsent, sent: words.sent, signedOut: words.signedOut, offline: words.offline }}
              items={people.map(({ registrationId, name, organisation, attended, place }) => ({
                id: registrationId,
                text: name,
                more: [organisation, place === 'none' ? words.noPlace : ''].filter(Boolean).join(' · '),
                marked: attended !== undefined,
              }))}
            />
          </>
        )}
      </>
    ),
  });
}

/** A place is theirs if they want it: they are asked, and then they stand in the list. */
function Offered({ eventId, offered }: { readonly eventId: string } & Pick<AttendanceDoor, 'offered'>) {
  return (
    <>
      <p>{words.offered}</p>
      <ul>
        {offered.map(({ registrationId, name }) => (
          <li key={registrationId}>
            <a href={`/organise/events/${eventId}/registrations/${registrationId}`}>{name}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

export interface CodeView extends PageSetting {
  readonly event: Event;
  readonly code: string;
  /** Where people enter it. */
  readonly address: string;
  /** The dark squares of the picture, row by row. */
  readonly qr: readonly (readonly boolean[])[];
}

/** For the big screen: the code and nobody's name. */
export function codePage({ network, event, code, address, qr }: CodeView): string {
  const { outline, places } = event;
  const hours = attendanceHours(outline);
  const at = (instant: string) => moment(instant, outline.timeZone);
  return consolePage({
    ...frameOf(event),
    network,
    title: words.code,
    main: (
      <>
        <h1>{words.codeTitle}</h1>
        {places.calledOffAt ? (
          <p>{words.calledOff}</p>
        ) : (
          <>
            <p class="lead">{words.codeExplained}</p>
            <p class="lead">
              <b>{address.replace(/^https?:\/\//, '')}</b>
            </p>
            <ShownCode code={spacedCode(code)} picture={{ squares: qr, says: words.qr }} />
            <p>{words.codeWorks(at(hours.opensAt), at(hours.closesAt))}</p>
          </>
        )}
        <p>
          <a href={`/organise/events/${outline.eventId}/attendance`}>{words.backToList}</a>
        </p>
      </>
    ),
  });
}

function frameOf({ outline }: Event) {
  return { section: 'events', event: { id: outline.eventId, title: outline.title, tab: 'attendance' } } as const;
}
