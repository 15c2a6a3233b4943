import { viewForm } from '@convener/forms';
import { type PageSetting, publicPage } from '@convener/http';
import { Button, ButtonGroup, Form, TextInput } from '@convener/ui';
import type { EventOutline } from '../domain/event.ts';
import { words } from '../words.en.ts';
import { resendForm } from './register-form.ts';

interface AskView {
  /** The event that it is about, where that is known. */
  readonly slug: string | undefined;
  readonly state?: Parameters<typeof viewForm>[1];
}

/** A form was sent: the same page whoever sent it, whether the address was known or not. */
export function sentPage({
  network,
  outline,
  pendingHours,
}: PageSetting & { readonly outline: EventOutline | undefined; readonly pendingHours: number }): string {
  return publicPage({
    network,
    title: words.sent.title,
    main: (
      <>
        <h1>{words.sent.title}</h1>
        <p class="lead">{outline ? words.sent.toldFor(outline.title) : words.sent.told}</p>
        <h2>{words.sent.next}</h2>
        <ol>
          {words.sent.steps(pendingHours).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <h2>{words.sent.nothing}</h2>
        <p>{words.sent.nothingExplained}</p>
        <AskForLink slug={outline?.slug} submit={words.sent.again} />
      </>
    ),
  });
}

/** The form to have a link sent again. */
export function resendPage({ network, slug, state = {} }: PageSetting & AskView): string {
  return publicPage({
    network,
    title: words.resend.title,
    errors: viewForm(resendForm, state).errors,
    main: (
      <>
        <h1>{words.resend.title}</h1>
        <p>{words.resend.text}</p>
        <AskForLink slug={slug} state={state} submit={words.resend.submit} />
      </>
    ),
  });
}

/** The same for everybody. */
export function resentPage({ network }: PageSetting): string {
  return publicPage({
    network,
    title: words.resend.sentTitle,
    main: (
      <>
        <h1>{words.resend.sentTitle}</h1>
        <p>{words.resend.sentText}</p>
        <p>
          <a href="/registrations/resend">{words.sent.nothing}</a>
        </p>
      </>
    ),
  });
}

/** A link that is too old, with the way to a new one. */
export function oldLinkPage({ network }: PageSetting): string {
  return publicPage({
    network,
    title: words.oldLink.title,
    main: (
      <>
        <h1>{words.oldLink.title}</h1>
        <p>{words.oldLink.text}</p>
        <h2>{words.oldLink.sendNew}</h2>
        <AskForLink slug={undefined} submit={words.oldLink.sendNew} />
        <p>
          {words.oldLink.register} <a href="/events">{words.closed.seeEvents}</a>.
        </p>
      </>
    ),
  });
}

/** The short session of a link is over, or never was. */
export function signedOutPage({ network }: PageSetting): string {
  return publicPage({
    network,
    title: words.signedOut.title,
    main: (
      <>
        <h1>{words.signedOut.title}</h1>
        <p>{words.signedOut.text}</p>
        <AskForLink slug={undefined} submit={words.oldLink.sendNew} />
      </>
    ),
  });
}

function AskForLink({ slug, state = {}, submit }: AskView & { readonly submit: string }) {
  const { field } = viewForm(resendForm, state);
  return (
    <Form action="/registrations/resend" hidden={slug ? { event: slug } : {}}>
      <TextInput {...field('email')} label={words.resend.email} type="email" autocomplete="email" />
      <ButtonGroup>
        <Button>{submit}</Button>
      </ButtonGroup>
    </Form>
  );
}
