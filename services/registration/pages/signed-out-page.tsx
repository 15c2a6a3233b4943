import { type PageSetting, publicPage } from '@convener/http';
import { placeWords } from '../words.place.en.ts';
import { AskForLink } from './ask-for-link.tsx';

const { title, text, sendNew } = placeWords.signedOut;

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
      </>
    ),
  });
}
