import { type PageSetting, publicPage } from '@convener/http';
import { placeWords } from '../words.place.en.ts';
import { AskForLink } from './ask-for-link.tsx';

const { title, text, deleted, sendNew } = placeWords.signedOut;

/** The short session of a link is over, or never was. */
export function signedOutPage({ network }: PageSetting): string {
  return publicPage({
    network,
    title,
    main: (
      <>
        <h1>{title}</h1>
        <p>{text}</p>
        <AskForLink slug={undefined} submit={sendNew} />
        <p>{deleted}</p>
      </>
    ),
  });
}

/** What the session opened was deleted since. */
export function gonePage({ network }: PageSetting): string {
  const { gone } = placeWords;
  return publicPage({
    network,
    title: gone.title,
    main: (
      <>
        <h1>{gone.title}</h1>
        <p>{gone.text}</p>
        <p>{gone.again}</p>
        <p>
          <a href="/events">{gone.seeEvents}</a>
        </p>
      </>
    ),
  });
}
