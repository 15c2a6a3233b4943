import { type PageSetting, publicPage } from '@convener/http';
import { Button, ButtonGroup, Form } from '@convener/ui';
import type { EventOutline } from '../domain/event.ts';
import { words } from '../words.en.ts';
import { EventFacts } from './event-facts.tsx';

interface LinkView extends PageSetting {
  readonly outline: EventOutline;
  /** This very page's address: the button posts there. */
  readonly path: string;
}

/** Behind the confirm link. Opening it does nothing: programs that scan mail open links too. */
export function confirmPage({ network, outline, path }: LinkView): string {
  return publicPage({
    network,
    title: words.confirm.title,
    main: (
      <Form action={path}>
        <h1>{words.confirm.title}</h1>
        <p class="lead">{words.confirm.forEvent(outline.title)}</p>
        <EventFacts outline={outline} />
        <ButtonGroup>
          <Button>{words.confirm.submit}</Button>
        </ButtonGroup>
        <p>{words.confirm.notYou}</p>
      </Form>
    ),
  });
}

/** Behind the manage link. */
export function managePage({ network, outline, path }: LinkView): string {
  return publicPage({
    network,
    title: words.manage.title,
    main: (
      <Form action={path}>
        <h1>{words.manage.title}</h1>
        <p class="lead">{words.manage.forEvent(outline.title)}</p>
        <Button>{words.manage.submit}</Button>
      </Form>
    ),
  });
}
