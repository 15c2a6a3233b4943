import { type PageSetting, type PublicPage, publicPage } from '@convener/http';
import { Details, QuickExit, Quote } from '@convener/ui';
import type { KeptEvent } from '../domain/event.ts';
import { words } from '../words.en.ts';

/** The public pages of this service: in the site's frame, with a way off the page at once. */
export function reflectPage(page: PublicPage): string {
  const main = (
    <>
      <QuickExit href={words.care.exitTo} />
      {page.main}
    </>
  );
  return publicPage({ ...page, main });
}

/** The breakout question, word for word. */
export function Question({ event }: { readonly event: KeptEvent }) {
  return (
    <section aria-labelledby="question">
      <h2 id="question">{words.reflect.questionLabel}</h2>
      <Quote>{event.question || words.reflect.noQuestion}</Quote>
    </section>
  );
}

/** What to bear in mind, and whom to talk to. */
export function Care() {
  return (
    <section aria-labelledby="care">
      <h2 id="care">{words.care.title}</h2>
      <p>{words.care.text}</p>
      <Details summary={words.care.supportTitle}>
        <ul>
          {words.care.support.map(({ text, number, href }) => (
            <li key={href}>
              {text} <a href={href}>{number.replaceAll(' ', '\u00a0')}</a>
            </li>
          ))}
        </ul>
        <p>{words.care.danger}</p>
      </Details>
    </section>
  );
}

/** A page with nothing to do on it. */
export function plainPage({ network, title, text }: PageSetting & { readonly title: string; readonly text: readonly string[] }): string {
  return reflectPage({
    network,
    title,
    main: (
      <>
        <h1>{title}</h1>
        {text.map((each) => (
          <p key={each}>{each}</p>
        ))}
      </>
    ),
  });
}
