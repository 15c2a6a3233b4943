import { viewForm } from '@convener/forms';
import { type PageSetting, publicPage } from '@convener/http';
import { Button, ButtonGroup, ButtonLink, Form, Panel, TextInput } from '@convener/ui';
import type { AttendanceTime } from '../domain/attendance-time.ts';
import { moment } from '../domain/dates.ts';
import type { EventOutline } from '../domain/event.ts';
import { hereWords } from '../words.attendance.en.ts';
import { hereForm } from './here-form.ts';
import { WriteToUs } from './write-to-us.tsx';

const words = hereWords;

export interface HereView extends PageSetting {
  readonly outline: EventOutline;
  /** Their place at this very event is open on this device. */
  readonly ownPlace: boolean;
  /** From the picture that was scanned. */
  readonly code: string | undefined;
  readonly state?: Parameters<typeof viewForm>[1];
}

/** At the event: the code that is shown, and one's address; or one press where the place is open. */
export function herePage({ network, outline, ownPlace, code, state = {} }: HereView): string {
  const { errors, field } = viewForm(hereForm, state);
  const action = `/events/${outline.slug}/here`;
  return publicPage({
    network,
    title: `${words.title}: ${outline.title}`,
    errors,
    main: (
      <>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead(outline.title)}</p>
        {ownPlace && (
          <Form action={action} hidden={{ me: 'yes' }} label={words.ownPlace}>
            <p>{words.ownPlace}</p>
            <Button>{words.ownSubmit}</Button>
          </Form>
        )}
        {ownPlace && <h2>{words.other}</h2>}
        <Form action={action} label={words.other}>
          <TextInput
            {...field('code')}
            {...(code && !state.kept ? { value: code } : {})}
            label={words.code}
            hint={words.codeHint}
            inputMode="numeric"
            autocomplete="off"
            width={10}
          />
          <TextInput {...field('email')} label={words.email} hint={words.emailHint} type="email" autocomplete="email" />
          <Button kind={ownPlace ? 'quiet' : 'main'}>{words.submit}</Button>
        </Form>
      </>
    ),
  });
}

/** The same for everybody, whether the address has a place or not. */
export function notedPage({ network, outline, ownPlace }: PageSetting & Pick<HereView, 'outline' | 'ownPlace'>): string {
  return publicPage({
    network,
    title: words.noted.title,
    main: (
      <>
        <Panel title={words.noted.title}>
          <p>{words.noted.text}</p>
        </Panel>
        {ownPlace ? (
          <ButtonGroup>
            <ButtonLink href="/my-place">{words.noted.place}</ButtonLink>
          </ButtonGroup>
        ) : (
          <p>
            {words.noted.wrong} <a href={`/events/${outline.slug}/here`}>{words.noted.again}</a>
          </p>
        )}
      </>
    ),
  });
}

type NotNow = Exclude<AttendanceTime, { kind: 'open' }>;

/** Too early, too late, or never. */
export function notNowPage({ network, outline, time }: PageSetting & { readonly outline: EventOutline; readonly time: NotNow }): string {
  const { title, text } = notNowWords(time, outline);
  return publicPage({
    network,
    title,
    main: (
      <>
        <h1>{title}</h1>
        <p class="lead">{outline.title}</p>
        <p>
          {text} {time.kind === 'over' && <WriteToUs network={network} reason={words.over.matters} />}
        </p>
        <p>
          <a href={`/events/${outline.slug}`}>{words.back}</a>
        </p>
      </>
    ),
  });
}

export function notNowWords(time: NotNow, outline: EventOutline): { readonly title: string; readonly text: string } {
  switch (time.kind) {
    case 'too-early':
      return { title: words.tooEarly.title, text: words.tooEarly.text(moment(time.opensAt, outline.timeZone)) };
    case 'over':
    case 'called-off':
      return words[time.kind];
  }
}
