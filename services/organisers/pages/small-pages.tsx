import { consolePage, type NetworkSettings } from '@convener/http';
import { Button, ButtonGroup, ButtonLink, Copyable, Form, renderPage } from '@convener/ui';
import { words } from '../words.en.ts';

export function tokenPage({ network, token }: { readonly network: NetworkSettings; readonly token: string | undefined }): string {
  return consolePage({
    network,
    title: words.token.title,
    section: 'organisers',
    main: (
      <>
        <h1>{words.token.title}</h1>
        <p>{words.token.explain}</p>
        {token ? (
          <>
            <p>{words.token.shown}</p>
            <Copyable text={token} label={words.token.copy} />
          </>
        ) : (
          <Form action="/organise/token">
            <Button>{words.token.make}</Button>
          </Form>
        )}
      </>
    ),
  });
}

export function signOutPage({ network }: { readonly network: NetworkSettings }): string {
  return renderPage({
    title: words.signOut.title,
    network,
    audience: 'organiser',
    main: (
      <>
        <h1>{words.signOut.title}</h1>
        <p>{words.signOut.ask}</p>
        <Form action="/organise/sign-out">
          <ButtonGroup>
            <Button>{words.signOut.yes}</Button>
            <a href="/organise">{words.signOut.no}</a>
          </ButtonGroup>
        </Form>
      </>
    ),
  });
}

/** The session here is over; the provider keeps one of its own, which only it can end. */
export function signedOutPage({ network, there }: { readonly network: NetworkSettings; readonly there: URL | undefined }): string {
  return renderPage({
    title: words.signOut.done,
    network,
    audience: 'organiser',
    main: (
      <>
        <h1>{words.signOut.done}</h1>
        <p>{words.signOut.doneHere}</p>
        {there && (
          <>
            <p>{words.signOut.elsewhereHint}</p>
            <p>
              <ButtonLink href={there.href}>{words.signOut.elsewhere}</ButtonLink>
            </p>
          </>
        )}
        <p>
          <a href="/sign-in">{words.signOut.again}</a>
        </p>
      </>
    ),
  });
}
