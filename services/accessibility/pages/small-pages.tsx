import type { PageSetting, PublicPage } from '@convener/http';
import { Button, ButtonGroup, ButtonLink, Details, Form } from '@convener/ui';
import type { EventOutline } from '../domain/event.ts';
import type { Need } from '../domain/need.ts';
import { words } from '../words.en.ts';
import { accessFrame, Lines } from './access-frame.tsx';
import { TakeBack } from './access-page.tsx';
import { Afterwards, type AfterwardsView } from './afterwards.tsx';
import { NeedSummary } from './need-summary.tsx';

/** Asks before what somebody said is deleted. */
export function askWithdrawPage({ network }: PageSetting): string {
  return accessFrame({
    network,
    main: (
      <Form hidden={{ action: 'withdraw' }}>
        <h1>{words.takeBack.ask}</h1>
        <p>{words.takeBack.askText}</p>
        <ButtonGroup>
          <Button kind="danger">{words.takeBack.yes}</Button>
          <ButtonLink href="/my-place/access" kind="quiet">
            {words.takeBack.no}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    ),
  });
}

export function withdrawnPage({ network }: PageSetting): string {
  return accessFrame({
    network,
    main: (
      <>
        <h1>{words.withdrawn.title}</h1>
        <p role="status">{words.withdrawn.text}</p>
        <p>
          <a href="/my-place/access">{words.withdrawn.again}</a>
        </p>
      </>
    ),
  });
}

export interface ClosedView extends PageSetting {
  readonly event: EventOutline;
  readonly because: 'over' | 'called-off' | 'gone';
  /** What is still kept. */
  readonly need: Need | undefined;
  /** What somebody had written when it was too late. */
  readonly written?: string;
  /** What else belongs here once the event is over. */
  readonly after?: AfterwardsView;
}

/** Nothing can be said any more; what is still kept can be seen and taken back. */
export function closedPage({
  network,
  event,
  because,
  need,
  written = '',
  after,
  errors,
}: ClosedView & Pick<PublicPage, 'errors'>): string {
  const { title, text } = words.closed[because];
  return accessFrame({
    network,
    errors,
    main: (
      <>
        <p class="eyebrow">{event.title}</p>
        <h1>{title}</h1>
        <p>{text}</p>
        {written && <Written text={written} />}
        {need && (
          <>
            <h2>{words.kept.title}</h2>
            <NeedSummary need={need} timeZone={event.timeZone} />
            <TakeBack />
          </>
        )}
        {after && <Afterwards {...after} />}
      </>
    ),
  });
}

function Written({ text }: { readonly text: string }) {
  return (
    <Details summary={words.written.title} open>
      <p>{words.written.text}</p>
      <Lines text={text} />
    </Details>
  );
}

/** Nobody is known by an address alone: the way in is the link in one's letter. */
export function signedOutPage({ network }: PageSetting, written: string): string {
  return accessFrame({
    network,
    main: (
      <>
        <h1>{words.signedOut.title}</h1>
        <p>{words.signedOut.text}</p>
        <p>
          <a href="/registrations/resend">{words.signedOut.resend}</a>
        </p>
        {written && <Written text={written} />}
      </>
    ),
  });
}
