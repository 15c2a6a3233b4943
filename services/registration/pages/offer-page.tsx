import { type PageSetting, publicPage } from '@convener/http';
import { Button, ButtonGroup, ButtonLink, Form, Notice } from '@convener/ui';
import { moment } from '../domain/dates.ts';
import type { EventOutline } from '../domain/event.ts';
import type { OfferStanding } from '../domain/offers.ts';
import { offerWords as words } from '../words.offers.en.ts';
import { EventFacts } from './event-facts.tsx';

interface OfferView {
  readonly outline: EventOutline;
  readonly standing: OfferStanding;
  /** Where the buttons post: the page behind the link, or one's own place. */
  readonly action: string;
}

/** Behind the link of an offer. Opening it does nothing; each of its buttons says what it does. */
export function offerPage({ network, outline, standing, action }: OfferView & PageSetting): string {
  const title = standing.kind === 'open' ? words.title : words[standing.kind].title;
  return publicPage({
    network,
    title,
    main: (
      <>
        <h1>{title}</h1>
        {standing.kind === 'open' && <p class="lead">{words.forEvent(outline.title)}</p>}
        {standing.kind !== 'open' && <p class="lead">{outline.title}</p>}
        <EventFacts outline={outline} />
        <Standing outline={outline} standing={standing} action={action} />
      </>
    ),
  });
}

function Standing(view: OfferView) {
  const { standing, outline, action } = view;
  switch (standing.kind) {
    case 'open':
    case 'lapsed':
      return <OfferAnswers {...view} />;
    case 'taken':
    case 'waiting':
      return (
        <Form action={action}>
          <p>{words[standing.kind].text}</p>
          <Button name="answer" value="open">
            {words.open}
          </Button>
        </Form>
      );
    case 'declined':
    case 'cancelled':
      return (
        <>
          <p>{words[standing.kind].text}</p>
          <p>
            <ButtonLink href={`/events/${outline.slug}/register`}>{words.register}</ButtonLink>
          </p>
        </>
      );
    case 'called-off':
      return <p>{words['called-off'].text}</p>;
  }
}

/** What can be done about an offer that stands, or that has lapsed. */
function OfferAnswers({ outline, standing, action }: OfferView) {
  if (standing.kind === 'open') {
    return (
      <Form action={action}>
        <p>{words.until(moment(standing.until, outline.timeZone))}</p>
        <ButtonGroup>
          <Button name="answer" value="take">
            {words.take}
          </Button>
          <Button name="answer" value="decline" kind="quiet">
            {words.decline}
          </Button>
        </ButtonGroup>
        <p class="hint">{words.declineExplained}</p>
      </Form>
    );
  }
  return (
    <Form action={action}>
      <p>{words.lapsed.text}</p>
      <p>{words.lapsed.rejoin}</p>
      <Button name="answer" value="rejoin">
        {words.lapsed.button}
      </Button>
    </Form>
  );
}

/** The same on somebody's own place; nothing where there is no offer to speak of. */
export function OfferOnPlace({ outline, standing }: { readonly outline: EventOutline; readonly standing: OfferStanding | undefined }) {
  if (standing?.kind !== 'open' && standing?.kind !== 'lapsed') return null;
  return (
    <Notice title={standing.kind === 'open' ? words.title : words.lapsed.title}>
      <OfferAnswers outline={outline} standing={standing} action="/my-place/offer" />
    </Notice>
  );
}
