import { viewForm } from '@convener/forms';
import { type PageSetting, publicPage } from '@convener/http';
import { Button, ButtonGroup, ButtonLink, Form, Panel, TextInput } from '@convener/ui';
import type { Stream } from '../domain/streams.ts';
import { words } from '../words.en.ts';
import { addressForm } from './member-forms.ts';

/** The same for every address, known or not. */
export function checkYourMailPage({ network }: PageSetting): string {
  return publicPage({
    network,
    title: words.sent.title,
    main: (
      <>
        <h1>{words.sent.title}</h1>
        <p class="lead">{words.sent.text}</p>
        <p>{words.sent.nothing}</p>
        <p>
          <a href="/join">{words.sent.again}</a>
        </p>
      </>
    ),
  });
}

interface ButtonView extends PageSetting {
  /** This very page's address: the button posts there. */
  readonly path: string;
}

/** Behind a link in a letter. Opening it does nothing: programs that scan mail open links too. */
function buttonPage(
  { network, path }: ButtonView,
  said: { readonly title: string; readonly text: string; readonly submit: string },
): string {
  return publicPage({
    network,
    title: said.title,
    main: (
      <Form action={path}>
        <h1>{said.title}</h1>
        <p class="lead">{said.text}</p>
        <Button>{said.submit}</Button>
      </Form>
    ),
  });
}

export const confirmPage = (view: ButtonView) => buttonPage(view, words.confirm);
export const openPreferencesPage = (view: ButtonView) => buttonPage(view, words.open);

export function unsubscribePage(view: ButtonView & { readonly stream: Stream }): string {
  const { title, text, submit } = words.unsubscribe;
  return buttonPage(view, { title: title(words.streams[view.stream].label), text, submit });
}

export function unsubscribedPage({ network, stream }: PageSetting & { readonly stream: Stream }): string {
  const said = words.unsubscribe;
  return publicPage({
    network,
    title: said.doneTitle,
    main: (
      <>
        <Panel title={said.doneTitle}>
          <p>{said.doneText(words.streams[stream].label)}</p>
        </Panel>
        <p>
          {said.more} <a href="/preferences/resend">{said.moreLink}</a>
        </p>
      </>
    ),
  });
}

export function oldLinkPage({ network }: PageSetting): string {
  return publicPage({
    network,
    title: words.oldLink.title,
    main: (
      <>
        <h1>{words.oldLink.title}</h1>
        <p class="lead">{words.oldLink.text}</p>
        <ButtonGroup>
          <ButtonLink href="/preferences/resend">{words.oldLink.resend}</ButtonLink>
          <ButtonLink href="/join" kind="quiet">
            {words.oldLink.join}
          </ButtonLink>
        </ButtonGroup>
      </>
    ),
  });
}

/** Asks for the link again; also where somebody comes without their cookie. */
export function resendPage({
  network,
  closed = false,
  state = {},
}: PageSetting & { readonly closed?: boolean; readonly state?: NonNullable<Parameters<typeof viewForm>[1]> }): string {
  const { errors, field } = viewForm(addressForm, state);
  const said = closed ? words.closed : words.resend;
  return publicPage({
    network,
    title: said.title,
    errors,
    main: (
      <Form action="/preferences/resend">
        <h1>{said.title}</h1>
        <p class="lead">{said.text}</p>
        <TextInput {...field('email')} label={words.resend.email} type="email" autocomplete="email" />
        <Button>{words.resend.submit}</Button>
      </Form>
    ),
  });
}
