import { viewForm } from '@convener/forms';
import { type PageSetting, publicPage } from '@convener/http';
import type { EventOutline } from '../domain/event.ts';
import { linkWords } from '../words.links.en.ts';
import { AskForLink, type AskForLinkProps } from './ask-for-link.tsx';
import { resendForm } from './register-form.ts';

/** A form was sent: the same page whoever sent it, whether the address was known or not. */
export function sentPage({
  network,
  outline,
  pendingHours,
  wasFull,
}: PageSetting & {
  readonly outline: EventOutline | undefined;
  readonly pendingHours: number;
  /** Nobody new could have a place as the form was read: public, and the same whatever the address. */
  readonly wasFull: boolean;
}): string {
  return publicPage({
    network,
    title: linkWords.sent.title,
    main: (
      <>
        <h1>{linkWords.sent.title}</h1>
        <p class="lead">{outline ? linkWords.sent.toldFor(outline.title) : linkWords.sent.told}</p>
        <h2>{linkWords.sent.next}</h2>
        <ol>
          {linkWords.sent.steps(pendingHours).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p>{wasFull ? linkWords.sent.wasFull : linkWords.sent.letterSays}</p>
        <h2>{linkWords.sent.nothing}</h2>
        <p>{linkWords.sent.nothingExplained}</p>
        <AskForLink slug={outline?.slug} submit={linkWords.sent.again} />
      </>
    ),
  });
}

/** The form to have a link sent again. */
export function resendPage({ network, slug, state = {} }: PageSetting & Omit<AskForLinkProps, 'submit'>): string {
  return publicPage({
    network,
    title: linkWords.resend.title,
    errors: viewForm(resendForm, state).errors,
    main: (
      <>
        <h1>{linkWords.resend.title}</h1>
        <p>{linkWords.resend.text}</p>
        <AskForLink slug={slug} state={state} submit={linkWords.resend.submit} />
      </>
    ),
  });
}

/** The same for everybody. */
export function resentPage({ network }: PageSetting): string {
  return publicPage({
    network,
    title: linkWords.resend.sentTitle,
    main: (
      <>
        <h1>{linkWords.resend.sentTitle}</h1>
        <p>{linkWords.resend.sentText}</p>
        <p>
          <a href="/registrations/resend">{linkWords.sent.nothing}</a>
        </p>
      </>
    ),
  });
}

/** A link that is too old, with the way to a new one. */
export function oldLinkPage({ network }: PageSetting): string {
  return publicPage({
    network,
    title: linkWords.oldLink.title,
    main: (
      <>
        <h1>{linkWords.oldLink.title}</h1>
        <p>{linkWords.oldLink.text}</p>
        <h2>{linkWords.oldLink.sendNew}</h2>
        <AskForLink slug={undefined} submit={linkWords.oldLink.sendNew} />
        <p>
          {linkWords.oldLink.register} <a href="/events">{linkWords.closed.seeEvents}</a>.
        </p>
      </>
    ),
  });
}
