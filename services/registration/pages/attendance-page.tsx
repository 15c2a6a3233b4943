import { consolePage, type PageSetting } from '@convener/http';
import { MarkList, Notice, ShownCode, StatusCounts } from '@convener/ui';
import { spacedCode } from '../domain/attendance-code.ts';
import type { AttendanceDoor } from '../domain/attendance-list.ts';
import { attendanceHours } from '../domain/attendance-time.ts';
import { moment } from '../domain/dates.ts';
import { words as everyWord } from '../words.attendance.en.ts';

const words = everyWord.list;

export interface AttendanceView extends PageSetting, AttendanceDoor {
  readonly baseUrl: string;
  /** The dark squares of the picture, row by row. */
  readonly qr: readonly (readonly boolean[])[];
  /** What was wrong with the last press. */
  readonly problem?: string | undefined;
}

/** For the door: the code to show, and every name to press. It works on a phone, with a bad connection, and without any script. */
export function attendancePage({ network, event, code, people, here, receipt, baseUrl, qr, problem }: AttendanceView): string {
  const { outline, places } = event;
  const hours = attendanceHours(outline);
  const at = (instant: string) => moment(instant, outline.timeZone);
  return consolePage({
    network,
    title: words.title,
    section: 'events',
    event: { id: outline.eventId, title: outline.title, tab: 'attendance' },
    errors: problem ? [{ id: 'people', message: problem }] : [],
    main: (
      <>
        <h1>{words.title}</h1>
        <StatusCounts
          counts={[
            { count: receipt?.counts.attended ?? here, label: words.here, tone: 'good' },
            { count: receipt?.counts.confirmed ?? people.length, label: words.expected },
          ]}
        />
        {receipt && <Notice>{words.forgotten}</Notice>}
        <h2 id="people">{words.people}</h2>
        {people.length === 0 ? (
          <p>{receipt ? words.nobodyAnyMore : words.nobody}</p>
        ) : (
          <>
            <p>{words.explained}</p>
            <MarkList
              action={`/organise/events/${outline.eventId}/attendance`}
              names={{ mark: 'here', unmark: 'notHere' }}
              marked={words.marked}
              find={words.find}
              says={{ unsent: words.unsent, sent: words.sent, signedOut: words.signedOut }}
              items={people.map(({ registrationId, name, organisation, attended }) => ({
                id: registrationId,
                text: name,
                more: organisation,
                marked: attended !== undefined,
              }))}
            />
          </>
        )}
        <h2>{words.code}</h2>
        {places.calledOffAt ? (
          <p>{words.calledOff}</p>
        ) : (
          <>
            <ShownCode code={spacedCode(code)} picture={{ squares: qr, says: words.qr }} />
            <p>{words.codeExplained(`${baseUrl}/events/${outline.slug}/here`)}</p>
            <p>{words.codeWorks(at(hours.opensAt), at(hours.closesAt))}</p>
          </>
        )}
      </>
    ),
  });
}
