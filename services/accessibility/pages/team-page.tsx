import type { Role } from '@convener/contracts';
import type { PageSetting } from '@convener/http';
import { plainDate } from '@convener/writing/dates';
import { provisionText } from '@convener/writing/event-words';
import { dayIn } from '../domain/dates.ts';
import { phaseOf } from '../domain/event.ts';
import type { Attention, TeamView } from '../domain/team-attention.ts';
import { words as accessWords } from '../words.en.ts';
import { teamWords as words } from '../words.team.en.ts';
import { accessConsole, Lines, Provided } from './access-frame.tsx';

export interface TeamPageView extends PageSetting {
  readonly view: TeamView;
  readonly roles: readonly Role[];
  readonly now: Date;
}

/** For organisers and editors: what concerns everybody, and whom to ask about the rest. */
export function teamPage({ network, view: { event, asking, attention }, roles, now }: TeamPageView): string {
  const organises = roles.includes('organiser');
  return accessConsole({
    network,
    title: words.title,
    event,
    part: { current: 'list', roles },
    main: (
      <>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <Things attention={attention} event={event} now={now} organises={organises} />
        <Provided event={event} now={now} none={accessWords.provided.noneForTeam} />
        <section aria-labelledby="whom">
          <h2 id="whom">{words.whom.title}</h2>
          <p>{words.whom.text}</p>
          {organises && (
            <p>
              <a href="/organise/organisers">{words.whom.organisers}</a>
            </p>
          )}
          {asking.contact && (
            <>
              <p>{words.whom.talk}</p>
              <Lines text={asking.contact} />
            </>
          )}
        </section>
      </>
    ),
  });
}

interface ThingsProps extends Pick<TeamView, 'event' | 'attention'> {
  readonly now: Date;
  readonly organises: boolean;
}

function Things({ event, attention, now, organises }: ThingsProps) {
  const phase = phaseOf(event, now);
  if (phase !== 'open') return <p>{phase === 'over' ? words.over : words.calledOff}</p>;
  const today = dayIn(now, event.timeZone);
  return (
    <section aria-labelledby="attention">
      <h2 id="attention">{words.attention(attention.length)}</h2>
      <p>{words.counts}</p>
      {attention.length > 0 && (
        <ul>
          {attention.map((each, position) => (
            <li key={position}>
              {thing(each, today)} {organises && <See each={each} eventId={event.eventId} />}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function thing(each: Attention, today: string): string {
  switch (each.kind) {
    case 'overdue':
      return words.things.overdue(provisionText(each.provision, today).what);
    case 'soon':
      return words.things.soon(provisionText(each.provision, today).what, plainDate(`${each.knownBy}T12:00:00Z`, 'UTC'));
    case 'nothing-announced':
    case 'nobody-to-talk-to':
      return words.things[each.kind];
  }
}

/** Where it is put right. */
function See({ each, eventId }: { readonly each: Attention; readonly eventId: string }) {
  const base = `/organise/events/${eventId}`;
  return each.kind === 'nobody-to-talk-to' ? (
    <a href={`${base}/access/asking`}>{words.see.asking}</a>
  ) : (
    <a href={`${base}/provisions`}>{words.see.provisions}</a>
  );
}
