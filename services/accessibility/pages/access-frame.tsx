import { type PageSetting, type PublicPage, publicPage } from '@convener/http';
import type { EventOutline } from '../domain/event.ts';
import { words } from '../words.en.ts';

/** The title is the same whatever somebody said, or whether they did: titles stay in a browser's history. */
export function accessFrame({ network, main, errors }: PageSetting & Pick<PublicPage, 'main' | 'errors'>): string {
  return publicPage({
    network,
    title: words.title,
    backLink: { href: '/my-place', text: words.back },
    errors,
    main,
  });
}

/** What the event provides for everybody, before anybody is asked anything. */
export function Provided({ event }: { readonly event: EventOutline }) {
  return (
    <section aria-labelledby="provided">
      <h2 id="provided">{words.provided.title}</h2>
      {event.provisions.length === 0 ? (
        <p>{words.provided.none}</p>
      ) : (
        <ul>
          {event.provisions.map(({ kind, detail }) => (
            <li key={kind}>{kind === 'other' ? detail : [words.provided.kinds[kind], detail].filter(Boolean).join(': ')}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Somebody's words, line by line as they wrote them. */
export function Lines({ text }: { readonly text: string }) {
  return (
    <>
      {text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line, position) => (
          <p key={position}>{line}</p>
        ))}
    </>
  );
}
