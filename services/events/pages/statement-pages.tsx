import { type NetworkSettings, publicPage } from '@convener/http';
import { words } from '../words.en.ts';

interface StatementView {
  readonly network: NetworkSettings;
}

/** What the network holds of people, why and for how long: the lifetimes that the services' manifests declare. */
export function privacyPage({ network }: StatementView): string {
  return publicPage({
    network,
    title: words.statements.privacyTitle,
    robots: 'index',
    main: (
      <>
        <h1>{words.statements.privacyTitle}</h1>
        <p>{network.name} holds as little about you as it can, uses it only for what you gave it for, and deletes it by itself.</p>
        <h2>When you register for an event</h2>
        <p>
          We ask for an email address and something to call you. We use them to send you what belongs to your place: the confirmation,
          changes, how to join. Until you confirm your address nothing else happens; if you do not, it is deleted after a day.
        </p>
        <h2>When you tell us what would help you take part</h2>
        <p>
          We ask what would help, never for a diagnosis. Only the people who arrange it can read it. It is kept apart from everything else,
          under a key of its own, and is deleted at most 30 days after the event. You can change it or take it back at any time.
        </p>
        <h2>When you share a reflection</h2>
        <p>You choose how it may be used. We keep no note of who you are, of your device or of your address on the internet.</p>
        <h2>When you join the network</h2>
        <p>We keep your address and what you want to receive until you leave. Every message has a link to leave or to choose.</p>
        <h2>Your rights</h2>
        <p>
          The link in each of our letters to you shows everything that is held about your place, and lets you download, change or delete it.
          {network.contact ? <> You can also write to {network.contact}.</> : null} If you think that we handle your information wrongly,
          you can complain to the Information Commissioner’s Office.
        </p>
        <h2>Cookies</h2>
        <p>
          We set one cookie when you open your place or sign in, so that we know it is you. It is deleted within hours. There is no
          tracking.
        </p>
      </>
    ),
  });
}

export function accessibilityPage({ network }: StatementView): string {
  return publicPage({
    network,
    title: words.statements.accessibilityTitle,
    robots: 'index',
    main: (
      <>
        <h1>{words.statements.accessibilityTitle}</h1>
        <p>Everybody should be able to use this site. We build it to the Web Content Accessibility Guidelines 2.2, level AA.</p>
        <ul>
          <li>Every page works with the keyboard alone, without JavaScript, and at 400 % zoom.</li>
          <li>Every page follows your own choice of colours: dark, high contrast, or on paper.</li>
          <li>When something you enter needs changing, we say what to do, and keep what you entered.</li>
        </ul>
        <h2>How it is tested</h2>
        <p>
          Every page, and every state of it, is checked automatically for each change, with rules of axe and of valid HTML, in a real
          browser.
        </p>
        <h2>What is not there yet</h2>
        <p>The pages are in English only. Easy Read and British Sign Language versions are not there yet.</p>
        <h2>Tell us</h2>
        <p>
          If something gets in your way, or you need this site’s content in another form,{' '}
          {network.contact ? `write to ${network.contact}` : 'tell us'}. A person will answer.
        </p>
      </>
    ),
  });
}
