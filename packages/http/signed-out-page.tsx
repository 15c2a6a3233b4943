import { Button, type Network, renderPage } from '@convener/ui';
import type { HttpRequest } from './request.ts';

/** Keeps what was posted, so that signing in again costs nothing that was typed. */
export function signedOutPage(request: Pick<HttpRequest, 'path' | 'fields'>, network: Network): string {
  return renderPage({
    title: 'You have been signed out',
    network,
    audience: 'organiser',
    main: (
      <>
        <h1>You have been signed out</h1>
        <p>Nothing that you entered is lost: this page holds it.</p>
        <ol>
          <li>
            <a href="/sign-in?return=/organise" target="_blank" rel="noopener">
              Sign in again (opens in a new tab)
            </a>
          </li>
          <li>Come back to this tab and send it again.</li>
        </ol>
        <form method="post" action={request.path}>
          {hiddenFields(request.fields).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <Button>Send it again</Button>
        </form>
      </>
    ),
  });
}

function hiddenFields(fields: Readonly<Record<string, unknown>>): readonly (readonly [string, string])[] {
  return Object.entries(fields).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string').map((each) => [name, each] as const),
  );
}
