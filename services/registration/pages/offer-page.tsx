import { type PageSetting, publicPage } from '@convener/http';
import { Button, ButtonGroup, ButtonLink, Form, Notice } from '@convener/ui';
import { momentForAll } from '../domain/dates.ts';
import type { EventOutline, Phase } from '../domain/event.ts';
import type { OfferStanding } from '../domain/offers.ts';
import { offerWords as words } from '../words.offers.en.ts';
import { EventFacts } from './event-facts.tsx';

interface OfferView {
  readonly outline: EventOutline;
  readonly standing: OfferStanding;
  /** Where the buttons post: the page behind the link, or one's own place. */
  readonly action: string;
}

interface OfferPageView extends OfferView, PageSetting {
  readonly phase: Phase;
  /** Whether anybody can register now. */
  readonly mayRegister: boolean;
}

/** Behind the link of an offer. Opening it does nothing; each of its buttons says what it does. */
export function offerPage(view: OfferPageView): string {
  const { network, outline, standing } = view;
  const shown = shownOf(view);
  const title = shown === 'open' ? words.title : words[shown].title;
  return publicPage({
    network,
    title,
    main: (
      <>
        <h1>{title}</h1>
        {standing.kind === 'open' && <p class="lead">{words.forEvent(outline.title)}</p>}
        {standing.kind !== 'open' && <p class="lead">{outline.title}</p>}
        <EventFacts outline={outline} />
        <Standing {...view} />
      </>
    ),
  });
}

/** What was an offer, or a place in the line, is neither once the event has begun. */
function shownOf({ standing, phase }: Pick<OfferPageView, 'standing' | 'phase'>): OfferStanding['kind'] | 'begun' | 'over' {
  const isGone = phase !== 'ahead' && (standing.kind === 'lapsed' || standing.kind === 'waiting');
  if (!isGone) return standing.kind;
  return phase === 'over' ? 'over' : 'begun';
}

function Standing(view: OfferPageView) {
  const { outline, action, mayRegister } = view;
  const shown = shownOf(view);
  switch (shown) {
    case 'open':
    case 'lapsed':
      return <OfferAnswers {...view} />;
    case 'taken':
    case 'waiting':
    case 'begun':
    case 'over':
      return (
        <Form action={action}>
          <p>{words[shown].text}</p>
          <Button name="answer" value="open">
            {words.open}
          </Button>
        </Form>
      );
    case 'declined':
    case 'cancelled':
      return (
        <>
          <p>
            {words[shown].text} {mayRegister && words.again}
          </p>
          {mayRegister && (
            <p>
              <ButtonLink href={`/events/${outline.slug}/register`}>{words.register}</ButtonLink>
            </p>
          )}
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
        <p>{words.until(momentForAll(standing.until, outline))}</p>
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
